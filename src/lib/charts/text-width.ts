/** Advance of each character of Public Sans 400 in em, by classes of about equal width, as measured in Chromium. */
const classes: [em: number, characters: string][] = [
  [0.24, " !',.:;iî’·`\u00a0"],
  [0.28, 'Ij|'],
  [0.32, '()[]l{}ï'],
  [0.37, '-/\\'],
  [0.4, '1*Jfrt“”'],
  [0.46, '"«^z»'],
  [0.52, '?_svy×'],
  [0.56, '+<=>Lacehknox~éèêëàâôöç–−≥≤÷'],
  [0.6, '027#FTYbdpquûùü'],
  [0.64, '345689$EPZgÉÈ'],
  [0.68, 'BCDKRSVX'],
  [0.72, '&AGOUÀ'],
  [0.76, 'HNQw…'],
  [0.88, 'Mm@'],
  [0.94, '%Wœ'],
  [1, '→'],
  [1.12, '—']
];

const advance = new Map(classes.flatMap(([em, characters]) => [...characters].map((c) => [c, em] as const)));

/**
 * Width in px that the text takes in Public Sans, to about 3 %: the server has no layout to ask. Characters outside
 * the table count as wide ones.
 */
export function textWidth(text: string, size: number, weight = 400): number {
  const em = [...text].reduce((sum, character) => sum + (advance.get(character) ?? 0.7), 0);
  return em * size * (weight >= 600 ? 1.045 : 1);
}

/** The text cut to the width, with an ellipsis where something is missing. */
export function clip(text: string, width: number, size: number, weight = 400): string {
  if (textWidth(text, size, weight) <= width) return text;
  let kept = text;
  while (kept && textWidth(`${kept}…`, size, weight) > width) kept = kept.slice(0, -1);
  return `${kept.trimEnd()}…`;
}

/** The text on at most `lines` lines of the width, broken between words; the last ends in an ellipsis if need be. */
export function wrap(text: string, width: number, size: number, lines = 2, weight = 400): string[] {
  const words = text.split(/ +/);
  const fits = (line: string) => textWidth(line, size, weight) <= width;
  const wrapped: string[] = [];
  while (words.length > 0 && wrapped.length < lines - 1) wrapped.push(takeLine(words, fits));
  if (words.length > 0) wrapped.push(words.join(' '));
  return wrapped.map((line) => clip(line, width, size, weight));
}

function takeLine(words: string[], fits: (line: string) => boolean): string {
  let line = words.shift() ?? '';
  while (words[0] !== undefined && fits(`${line} ${words[0]}`)) line += ` ${words.shift()}`;
  return line;
}
