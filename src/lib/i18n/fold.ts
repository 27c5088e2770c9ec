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
  return ascii.test(text) ? foldedAscii(text) : foldedAny(text);
}

const ascii = /^[\x20-\x7e]*$/;

/** The same where there is nothing but ASCII, as in most names of large files, at a tenth of the time. */
function foldedAscii(text: string): string {
  return text
    .toLowerCase()
    .replaceAll('`', "'")
    .replace(/ {2,}/g, ' ')
    .trim()
    .replace(/[ .,;:!?]+$/, '');
}

function foldedAny(text: string): string {
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
