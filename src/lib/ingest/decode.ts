import { isUtf8 } from 'node:buffer';
import { binaryKind, textKind, type FileKind } from './file-kind.ts';
import { decodeSingleByte, guessSingleByte } from './single-byte.ts';
import { textPieces } from './text-pieces.ts';

export const encodings = ['utf-8', 'utf-16le', 'utf-16be', 'windows-1252', 'macintosh'] as const;
export type Encoding = (typeof encodings)[number];

/** Why bytes are no readable text: what they look like, or which encoding they don't hold. */
export type Refusal = { reason: FileKind } | { reason: 'encoding' | 'unknown_encoding'; encoding: string };

export type Decoded = { text: string; encoding: Encoding } | { refusal: Refusal };

const aliases: Record<string, Encoding | 'utf-16'> = {
  utf8: 'utf-8',
  utf8bom: 'utf-8',
  utf8sig: 'utf-8',
  unicode: 'utf-16',
  utf16: 'utf-16',
  utf16le: 'utf-16le',
  utf16be: 'utf-16be',
  ucs2: 'utf-16',
  windows1252: 'windows-1252',
  win1252: 'windows-1252',
  cp1252: 'windows-1252',
  ansi: 'windows-1252',
  latin1: 'windows-1252',
  iso88591: 'windows-1252',
  iso885915: 'windows-1252',
  ascii: 'windows-1252',
  usascii: 'windows-1252',
  macintosh: 'macintosh',
  mac: 'macintosh',
  macroman: 'macintosh',
  macosroman: 'macintosh',
  xmacroman: 'macintosh'
};

/** The text of a file that may be a table, and the encoding recognised or asked for. */
export function decode(bytes: Uint8Array, encodingName?: string): Decoded {
  const binary = binaryKind(bytes);
  if (binary) return { refusal: { reason: binary } };
  const decoded = decodeText(bytes, encodingName);
  const kind = 'text' in decoded ? textKind(decoded.text) : undefined;
  return kind ? { refusal: { reason: kind } } : decoded;
}

/** The text of a file, whatever it holds, without its byte order mark. */
export function decodeText(bytes: Uint8Array, encodingName?: string): Decoded {
  const encoding = encodingOf(bytes, encodingName);
  return encoding === undefined
    ? { refusal: { reason: 'unknown_encoding', encoding: encodingName ?? '' } }
    : decodeAs(bytes, encoding);
}

/** The encoding asked for, else the one recognised; undefined where there is none of the name. */
export function encodingOf(bytes: Uint8Array, encodingName?: string): Encoding | undefined {
  if (encodingName === undefined) return recognise(bytes);
  const asked = encodingNamed(encodingName);
  return asked === 'utf-16' ? utf16Of(bytes) : asked;
}

/** The encoding that a name stands for, whatever its case and signs; `utf-16` where the bytes decide the order. */
export function encodingNamed(name: string): Encoding | 'utf-16' | undefined {
  const key = name.toLowerCase().replace(/[^a-z0-9]/g, '');
  return Object.hasOwn(aliases, key) ? aliases[key] : undefined;
}

function decodeAs(bytes: Uint8Array, encoding: Encoding): Decoded {
  const text = textIn(bytes, encoding);
  return text === undefined ? { refusal: { reason: 'encoding', encoding } } : { text, encoding };
}

function textIn(bytes: Uint8Array, encoding: Encoding): string | undefined {
  if (encoding === 'windows-1252' || encoding === 'macintosh') return decodeSingleByte(bytes, encoding);
  return strict(bytes, encoding);
}

/** TextDecoder takes the byte order mark away by itself. */
function strict(bytes: Uint8Array, encoding: Encoding): string | undefined {
  try {
    return new TextDecoder(encoding, { fatal: true }).decode(bytes);
  } catch (error) {
    if (error instanceof TypeError) return undefined;
    throw error;
  }
}

function recognise(bytes: Uint8Array): Encoding {
  if (startsWith(bytes, 0xef, 0xbb, 0xbf)) return 'utf-8';
  const utf16 = utf16ByMark(bytes) ?? utf16ByZeros(bytes);
  if (utf16) return utf16;
  if (isUtf8(bytes) || isBrokenUtf8(bytes)) return 'utf-8';
  return guessSingleByte(bytes);
}

/**
 * A UTF-8 file that was cut or damaged must be refused, not read as Windows-1252 with every accent garbled: valid
 * sequences of several bytes hardly ever occur by chance.
 */
function isBrokenUtf8(bytes: Uint8Array): boolean {
  let [broken, valid] = [0, 0];
  const count = (text: string) => {
    broken += text.match(/\ufffd/g)?.length ?? 0;
    valid += text.match(/[^\0-\u007f\ufffd]/gu)?.length ?? 0;
  };
  textPieces(bytes, 'utf-8', count, false);
  return valid > broken;
}

function utf16Of(bytes: Uint8Array): Encoding {
  return utf16ByMark(bytes) ?? utf16ByZeros(bytes) ?? 'utf-16le';
}

function utf16ByMark(bytes: Uint8Array): Encoding | undefined {
  if (startsWith(bytes, 0xff, 0xfe)) return 'utf-16le';
  return startsWith(bytes, 0xfe, 0xff) ? 'utf-16be' : undefined;
}

/** Latin letters and delimiters have a zero as their high byte: on one side of the pairs only. */
function utf16ByZeros(bytes: Uint8Array): Encoding | undefined {
  const pairs = Math.min(bytes.length >> 1, 2000);
  let first = 0;
  let second = 0;
  for (let i = 0; i < pairs; i++) {
    if (bytes[2 * i] === 0) first++;
    if (bytes[2 * i + 1] === 0) second++;
  }
  if (second > pairs / 3 && first < pairs / 50) return 'utf-16le';
  return first > pairs / 3 && second < pairs / 50 ? 'utf-16be' : undefined;
}

function startsWith(bytes: Uint8Array, ...start: number[]): boolean {
  return start.every((byte, i) => bytes[i] === byte);
}
