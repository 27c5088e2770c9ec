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
