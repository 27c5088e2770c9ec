import { isUtf8 } from 'node:buffer';
import { encodingOf, type Encoding } from './decode.ts';
import { textPieces } from './text-pieces.ts';

/** A text's bytes as UTF-8 without a byte order mark, whatever they were; undefined where they don't hold what they should. */
export function utf8Of(
  bytes: Uint8Array,
  encodingName?: string
): { bytes: Uint8Array; encoding: Encoding } | undefined {
  const encoding = encodingOf(bytes, encodingName);
  if (encoding === undefined) return undefined;
  if (encoding !== 'utf-8') {
    const encoded = encodedAgain(bytes, encoding);
    return encoded && { bytes: encoded, encoding };
  }
  const plain = hasMark(bytes) ? bytes.subarray(3) : bytes;
  // a second mark is the parser's to take away
  return !hasMark(plain) && isUtf8(plain) ? { bytes: plain, encoding } : undefined;
}

function encodedAgain(bytes: Uint8Array, encoding: Encoding): Uint8Array | undefined {
  const encoder = new TextEncoder();
  const pieces: Uint8Array[] = [];
  if (!textPieces(bytes, encoding, (text) => pieces.push(encoder.encode(text)))) return undefined;
  const all = new Uint8Array(pieces.reduce((sum, { length }) => sum + length, 0));
  let at = 0;
  for (const one of pieces) {
    all.set(one, at);
    at += one.length;
  }
  return hasMark(all) ? undefined : all;
}

function hasMark(bytes: Uint8Array): boolean {
  return bytes[0] === 0xef && bytes[1] === 0xbb && bytes[2] === 0xbf;
}
