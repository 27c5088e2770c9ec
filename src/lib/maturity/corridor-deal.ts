import type { Stratum } from './corridor-blocks.ts';

/** A stratum whose corridors are dealt to its vendors anew, time and again. */
export interface Dealt {
  corridors: Int32Array;
  /** Where, in `corridors`, those begin that each vendor now holds. */
  held: Int32Array;
  /** How many vendors, from the first, something is dealt to. */
  dealt: number;
  size: number;
}

/** Only vendors up to the last one that anything is counted of need be dealt to. */
export function dealOf({ size, vendors, corridors }: Stratum, dealt: number): Dealt {
  return { size, corridors, dealt, held: Int32Array.from({ length: vendors }, (_, i) => i * size) };
}

const perWord = 2 ** -32;

/** The first steps of a Fisher–Yates shuffle. */
export function deal({ held, dealt }: Dealt, words: () => number): void {
  const vendors = held.length;
  for (let i = 0; i < dealt; i++) {
    const j = i + ((words() * perWord * (vendors - i)) | 0);
    const block = held[j] as number;
    held[j] = held[i] as number;
    held[i] = block;
  }
}
