const firstSlots = 2 ** 6;

/** Distinct slices of a file's bytes, each with a number from 0 on; the caller computes their hashes on the way. */
export interface SlicePool {
  /** Its number, -1 where it was not added. */
  find(start: number, end: number, hash: number): number;
  /** Adds a slice that is not there yet, and returns its number. */
  add(start: number, end: number, hash: number): number;
  size(): number;
}

/** A hash table with open addressing, whose slices stay in the file. */
interface Table {
  slots: Int32Array;
  starts: number[];
  ends: number[];
  hashes: number[];
}

export function slicePool(bytes: Uint8Array): SlicePool {
  const table: Table = { slots: new Int32Array(firstSlots), starts: [], ends: [], hashes: [] };
  let last = 0;
  const isEntry = (entry: number, start: number, end: number, hash: number) =>
    table.hashes[entry] === hash &&
    isSame(bytes, table.starts[entry] ?? 0, table.ends[entry] ?? 0, start, end);
  return {
    find(start, end, hash) {
      if (isEntry(last, start, end, hash)) return last;
      const mask = table.slots.length - 1;
      let slot = spread(hash) & mask;
      for (let entry = table.slots[slot] ?? 0; entry > 0; entry = table.slots[slot] ?? 0) {
        if (isEntry(entry - 1, start, end, hash)) return (last = entry - 1);
        slot = (slot + 1) & mask;
      }
      return -1;
    },
    add: (start, end, hash) => (last = add(table, start, end, hash)),
    size: () => table.starts.length
  };
}

function isSame(bytes: Uint8Array, from: number, to: number, start: number, end: number): boolean {
  if (to - from !== end - start) return false;
  for (let at = start; at < end; at++) if (bytes[at] !== bytes[from + at - start]) return false;
  return true;
}

function add(table: Table, start: number, end: number, hash: number): number {
  const entry = table.starts.push(start) - 1;
  table.ends.push(end);
  table.hashes.push(hash);
  if (2 * table.starts.length > table.slots.length) grow(table);
  else place(table.slots, entry, hash);
  return entry;
}

function grow(table: Table): void {
  table.slots = new Int32Array(4 * table.slots.length);
  table.hashes.forEach((hash, entry) => place(table.slots, entry, hash));
}

function place(slots: Int32Array, entry: number, hash: number): void {
  const mask = slots.length - 1;
  let slot = spread(hash) & mask;
  while ((slots[slot] ?? 0) > 0) slot = (slot + 1) & mask;
  slots[slot] = entry + 1;
}

/** Texts that differ in their last letters only would else stand side by side. */
function spread(hash: number): number {
  return Math.imul(hash, 0x9e3779b1) >>> 8;
}
