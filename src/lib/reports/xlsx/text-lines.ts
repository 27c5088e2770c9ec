/** Of a line of text, in points. */
export const lineHeight = 14;

/** How many lines a text takes in so many characters, broken between words, and within those that are longer. */
export function linesOf(text: string, width: number): number {
  return text.split('\n').reduce((sum, line) => sum + linesOfLine(line, width), 0);
}

function linesOfLine(text: string, width: number): number {
  let [lines, left] = [1, width];
  for (const word of text.split(' ')) {
    const isFirst = left === width;
    if (!isFirst && word.length + 1 > left) [lines, left] = [lines + 1, width];
    const over = Math.max(0, Math.ceil(word.length / width) - 1);
    [lines, left] = [lines + over, left - (word.length - over * width) - (isFirst ? 0 : 1)];
  }
  return lines;
}
