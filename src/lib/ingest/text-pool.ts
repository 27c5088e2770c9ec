import { slicePool } from './slice-pool.ts';

/** The text of bytes `start` to `end`, whose hash the caller has computed on the way. */
export type TextOf = (start: number, end: number, hash: number) => string;

/** Beyond, a column hardly repeats itself, and remembering its texts costs more than it saves. */
const mostTexts = 2 ** 19;

/**
 * Makes each distinct text of a column once: answers repeat few texts, and rows of one product its name, so that most
 * cells cost a comparison of bytes, and equal cells are one text that compares at once.
 */
export function textPool(bytes: Uint8Array): TextOf {
  const decoder = new TextDecoder('utf-8', { ignoreBOM: true });
  const own = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.length);
  const pool = slicePool(bytes);
  const texts: string[] = [];
  return (start, end, hash) => {
    if (start === end) return '';
    const known = pool.find(start, end, hash);
    if (known >= 0) return texts[known] ?? '';
    const text = isAscii(bytes, start, end)
      ? own.toString('latin1', start, end)
      : decoder.decode(bytes.subarray(start, end));
    if (texts.length < mostTexts) texts[pool.add(start, end, hash)] = text;
    return text;
  };
}

/** Most names are; those are made in a tenth of the time. */
function isAscii(bytes: Uint8Array, start: number, end: number): boolean {
  for (let at = start; at < end; at++) if ((bytes[at] ?? 0) > 0x7f) return false;
  return true;
}
