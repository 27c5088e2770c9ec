/**
 * Small arrays of one size, taken from large ones: for a hundred thousand responses arrays of their own would cost more
 * than what they hold.
 */
export function inBlocks<T extends Int8Array<ArrayBuffer> | Int32Array<ArrayBuffer>>(
  make: (length: number) => T,
  size: number
): () => T {
  let block = make(0);
  let used = 0;
  return () => {
    if (used + size > block.length) [block, used] = [make(size * arraysInBlock), 0];
    used += size;
    return block.subarray(used - size, used) as T;
  };
}

const arraysInBlock = 512;
