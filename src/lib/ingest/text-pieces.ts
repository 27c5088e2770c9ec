import type { Encoding } from './decode.ts';
import { decodeSingleByte } from './single-byte.ts';

/** So many bytes are decoded at a time. */
const piece = 2 ** 20;

/** Decodes piece by piece; false, after the pieces before, where bytes are not of the encoding. */
export function textPieces(
  bytes: Uint8Array,
  encoding: Encoding,
  take: (text: string) => void,
  fatal = true
): boolean {
  const decode = pieceDecoder(encoding, fatal);
  try {
    for (let at = 0; at < bytes.length; at += piece)
      take(decode(bytes.subarray(at, at + piece), at + piece < bytes.length));
    return true;
  } catch (error) {
    if (error instanceof TypeError) return false;
    throw error;
  }
}

function pieceDecoder(encoding: Encoding, fatal: boolean): (bytes: Uint8Array, stream: boolean) => string {
  if (encoding === 'windows-1252' || encoding === 'macintosh')
    return (bytes) => decodeSingleByte(bytes, encoding);
  const decoder = new TextDecoder(encoding, { fatal });
  return (bytes, stream) => decoder.decode(bytes, { stream });
}
