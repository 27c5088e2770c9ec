const encoder = new TextEncoder();
const decoder = new TextDecoder();

/*
 * Drawings and tables in an answer for scripts go as bytes: what writes data out takes texts apart sign by sign, which for
 * the table of criteria took longer than drawing it.
 */

export function packed(text: string): Uint8Array {
  return encoder.encode(text);
}

export function unpacked(bytes: Uint8Array): string {
  return decoder.decode(bytes);
}
