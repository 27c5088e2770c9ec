const marks = /\p{M}+/gu;
const singleQuotes = /[‘’‚‛′`´]/gu;
const doubleQuotes = /[“”„‟″«»]/gu;
const dashes = /[‐‑‒–—―−]/gu;
const spaces = /\s+/gu;
const finalPunctuation = /[\s.,;:!?…]+$/u;

function unquoted(text: string): string {
  return text.replace(singleQuotes, "'").replace(doubleQuotes, '"');
}

/**
 * The form in which labels, vendors and products are compared: NFKC, without case, accents, repeated or non-breaking
 * spaces, variants of quotes and dashes, or final punctuation.
 */
export function fold(text: string): string {
  // before NFKC, which takes ´ apart, and after, for what it makes of wide quotes
  return unquoted(unquoted(text).normalize('NFKC'))
    .toLowerCase()
    .normalize('NFD')
    .replace(marks, '')
    .normalize('NFC')
    .replace(dashes, '-')
    .replace(spaces, ' ')
    .trim()
    .replace(finalPunctuation, '');
}
