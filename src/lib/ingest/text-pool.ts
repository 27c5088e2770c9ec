/** The text of bytes `start` to `end`, whose hash the caller has computed on the way. */
export type TextOf = (start: number, end: number, hash: number) => string;

/** Beyond, a column hardly repeats itself, and remembering its texts costs more than it saves. */
const mostTexts = 2 ** 19;
const firstSlots = 2 ** 6;

/** The texts of one column so far: a hash table with open addressing over slices of the file's own bytes. */
interface Pool {
  slots: Int32Array;
  starts: number[];
  ends: number[];
  hashes: number[];
  texts: string[];
}

/**
 * Makes each distinct text of a column once: answers repeat few texts, and rows of one product its name, so that most
 * cells cost a comparison of bytes, and equal cells are one text that compares at once.
 */
export function textPool(bytes: Uint8Array): TextOf {
  const decoder = new TextDecoder('utf-8', { ignoreBOM: true });
  const own = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.length);
  const pool: Pool = { slots: new Int32Array(firstSlots), starts: [], ends: [], hashes: [], texts: [] };
  let last = 0;
  const isEntry = (entry: number, start: number, end: number, hash: number) =>
    pool.hashes[entry] === hash && isSame(bytes, pool.starts[entry] ?? 0, pool.ends[entry] ?? 0, start, end);
  return (start, end, hash) => {
    if (start === end) return '';
    if (isEntry(last, start, end, hash)) return pool.texts[last] ?? '';
    const mask = pool.slots.length - 1;
    let slot = spread(hash) & mask;
    for (let entry = pool.slots[slot] ?? 0; entry > 0; entry = pool.slots[slot] ?? 0) {
      if (isEntry(entry - 1, start, end, hash)) return pool.texts[(last = entry - 1)] ?? '';
      slot = (slot + 1) & mask;
    }
    const text = isAscii(bytes, start, end)
      ? own.toString('latin1', start, end)
      : decoder.decode(bytes.subarray(start, end));
    if (pool.texts.length < mostTexts) last = remember(pool, slot, start, end, hash, text);
    return text;
  };
}

/** Most names are; those are made in a tenth of the time. */
function isAscii(bytes: Uint8Array, start: number, end: number): boolean {
  for (let at = start; at < end; at++) if ((bytes[at] ?? 0) > 0x7f) return false;
  return true;
}

function isSame(bytes: Uint8Array, from: number, to: number, start: number, end: number): boolean {
  if (to - from !== end - start) return false;
  for (let at = start; at < end; at++) if (bytes[at] !== bytes[from + at - start]) return false;
  return true;
}

function remember(pool: Pool, slot: number, start: number, end: number, hash: number, text: string): number {
  const entry = pool.texts.push(text) - 1;
  pool.starts.push(start);
  pool.ends.push(end);
  pool.hashes.push(hash);
  pool.slots[slot] = entry + 1;
  if (2 * pool.texts.length > pool.slots.length) grow(pool);
  return entry;
}

function grow(pool: Pool): void {
  const slots = new Int32Array(4 * pool.slots.length);
  const mask = slots.length - 1;
  pool.hashes.forEach((hash, entry) => {
    let slot = spread(hash) & mask;
    while ((slots[slot] ?? 0) > 0) slot = (slot + 1) & mask;
    slots[slot] = entry + 1;
  });
  pool.slots = slots;
}

/** Texts that differ in their last letters only would else stand side by side. */
function spread(hash: number): number {
  return Math.imul(hash, 0x9e3779b1) >>> 8;
}
