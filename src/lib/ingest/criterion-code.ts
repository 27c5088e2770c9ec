/** The form in which criterion codes are compared: trimmed and without case, but with every sign. */
export function codeKey(code: string): string {
  return code.trim().normalize('NFC').toLowerCase();
}

/**
 * The pattern by which a heading that is no known code is still seen to be one, such as a mistyped `Q99`: runs of
 * letters count as one letter, runs of digits as one digit, signs stay. A code of letters only keeps its length and
 * case, or any word would look like it.
 */
export function codePattern(code: string): string {
  const text = code.trim().normalize('NFC');
  if (/^\p{L}+$/u.test(text)) return text.replace(/\p{Lu}/gu, 'A').replace(/[^A]/gu, 'a');
  return text
    .replace(/\p{L}+/gu, 'A')
    .replace(/\d+/g, '9')
    .replace(/\s+/g, ' ');
}

/** What is left of a code without signs and leading zeros: `Q7`, `Q07` and `q-7` look alike, but are not the same. */
export function looseCode(code: string): string {
  return codeKey(code)
    .replace(/[^\p{L}\p{N}]+/gu, '')
    .replace(/(?<!\d)0+(?=\d)/g, '');
}
