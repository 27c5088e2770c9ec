/** Decoding of the two single-byte encodings that Excel still writes, and the choice between them. */

export type SingleByte = 'windows-1252' | 'macintosh';

/** Bytes 0x80 to 0x9f; U+FFFD where Windows-1252 defines nothing. */
const windows = '€\ufffd‚ƒ„…†‡ˆ‰Š‹Œ\ufffdŽ\ufffd\ufffd‘’“”•–—˜™š›œ\ufffdžŸ';

/** Bytes 0x80 to 0xff. */
const mac =
  'ÄÅÇÉÑÖÜáàâäãåçéèêëíìîïñóòôöõúùûü†°¢£§•¶ß®©™´¨≠ÆØ∞±≤≥¥µ∂∑∏π∫ªºΩæø¿¡¬√ƒ≈∆«»…\u00a0ÀÃÕŒœ–—“”‘’÷◊ÿŸ⁄€‹›ﬁﬂ‡·‚„‰ÂÊÁËÈÍÎÏÌÓÔ\uf8ffÒÚÛÙıˆ˜¯˘˙˚¸˝˛ˇ';

/** As many bytes above 0x7f as are looked at to choose an encoding: far more than needed. */
const sample = 20_000;

export function decodeSingleByte(bytes: Uint8Array, encoding: SingleByte): string {
  return encoding === 'macintosh' ? decodeMac(bytes) : decodeWindows(bytes);
}

/** The encoding under which the bytes above 0x7f read best as French; Windows-1252 where neither does. */
export function guessSingleByte(bytes: Uint8Array): SingleByte {
  let windowsScore = 0;
  let macScore = 0;
  let seen = 0;
  for (let i = 0; i < bytes.length && seen < sample; i++) {
    if ((bytes[i] ?? 0) < 0x80) continue;
    windowsScore += plausibility(windowsChar, bytes, i);
    macScore += plausibility(macChar, bytes, i);
    seen++;
  }
  return macScore > windowsScore ? 'macintosh' : 'windows-1252';
}

/** Node's own decoder has read 0x80–0x9f as control characters, so these are replaced here; elsewhere it finds none. */
function decodeWindows(bytes: Uint8Array): string {
  const text = new TextDecoder('windows-1252').decode(bytes);
  return text.replace(/[\u0080-\u009f]/g, (char) => windows.charAt(char.charCodeAt(0) - 0x80));
}

function decodeMac(bytes: Uint8Array): string {
  return new TextDecoder('macintosh').decode(bytes);
}

function windowsChar(byte: number): string {
  return byte >= 0x80 && byte < 0xa0 ? windows.charAt(byte - 0x80) : String.fromCharCode(byte);
}

function macChar(byte: number): string {
  return byte >= 0x80 ? mac.charAt(byte - 0x80) : String.fromCharCode(byte);
}

const frenchLower = new Set('éèàçêùîôûâëïœæ');
const frenchUpper = new Set('ÉÈÀÇÊÙÎÔÛÂËÏŒÆ');
const otherLower = new Set('áíóúñäöüåøßãõÿìòš');
const typographic = new Set('’‘“”«»–—…•€°\u00a0');
const upper = /\p{Lu}/u;
const lower = /\p{Ll}/u;
const letter = /\p{L}/u;

/** Small letters count for most; one between two capitals is as wrong as a capital between small ones. */
function plausibility(charOf: (byte: number) => string, bytes: Uint8Array, at: number): number {
  const char = charOf(bytes[at] ?? 0);
  const before = charOf(bytes[at - 1] ?? 0x20);
  const after = charOf(bytes[at + 1] ?? 0x20);
  if (frenchLower.has(char)) return upper.test(before) && upper.test(after) ? -2 : 2;
  if (otherLower.has(char)) return 0.5;
  if (frenchUpper.has(char)) return upperPlausibility(before, after);
  if (typographic.has(char)) return 1;
  return char === '\ufffd' ? -4 : -1;
}

/** A capital within a lower-case word is what a lower-case letter looks like in the wrong encoding; alone, it may be a sign. */
function upperPlausibility(before: string, after: string): number {
  if (lower.test(before)) return -2;
  return letter.test(before) || letter.test(after) ? 1 : 0;
}
