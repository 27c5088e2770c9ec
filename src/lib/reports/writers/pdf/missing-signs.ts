/** From here on a character without a sign is seldom alone: emoji, scripts of thousands of signs. */
const crowded = 0x3000;

/** All but what Latin text and the templates are made of. */
const unusual = /[^\n\u0020-\u024f\u1e00-\u22ff\u25a0-\u27bf]/gu;

/** The characters that no font at hand can show, as Typst names them where it refuses; none where it says something else. */
function missingIn(message: string): string[] {
  const named = message.matchAll(/the text `\\?"(.+?)\\?"` could not be displayed/gu);
  return [...named].flatMap(([, text = '']) => [
    ...text.replace(/\\+u\{([0-9a-f]+)\}/g, (_, hex: string) => String.fromCodePoint(parseInt(hex, 16)))
  ]);
}

/** Neighbours share a block of 4,096, so that a few attempts are enough for any text. */
function blockOf(character: string): string {
  const point = character.codePointAt(0) ?? 0;
  return point < crowded ? character : `block ${point >> 12}`;
}

/**
 * The source with a question mark for what no font can show, since a document for all readers may not hold it; undefined where
 * it was refused for another reason. Where attempts are running out, for whatever is unusual.
 */
export function withMarksFor(message: string, source: string, isLast: boolean): string | undefined {
  const missing = new Set(missingIn(message).map(blockOf));
  if (missing.size === 0) return undefined;
  if (isLast) return source.replace(unusual, '?');
  return source.replace(/[^\n -~]/gu, (character) => (missing.has(blockOf(character)) ? '?' : character));
}
