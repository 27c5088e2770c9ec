/** Takes so many bytes at a time from what comes in pieces of any length. */
export interface Bytes {
  /** The next `length` bytes; fewer only at the end. */
  take(length: number): Promise<Buffer>;
  /** The same, as they come. */
  pieces(length: number): AsyncGenerator<Buffer>;
}

export function bytesOf(source: AsyncIterable<Uint8Array>): Bytes {
  const iterator = source[Symbol.asyncIterator]();
  let rest: Buffer = Buffer.alloc(0);

  async function fill(): Promise<void> {
    while (rest.length === 0) {
      const { value, done } = await iterator.next();
      if (done) return;
      rest = Buffer.from(value.buffer, value.byteOffset, value.byteLength);
    }
  }

  async function* pieces(length: number): AsyncGenerator<Buffer> {
    for (let left = length; left > 0;) {
      await fill();
      if (rest.length === 0) return;
      const piece = rest.subarray(0, left);
      rest = rest.subarray(piece.length);
      left -= piece.length;
      yield piece;
    }
  }

  return {
    pieces,
    async take(length) {
      const parts: Buffer[] = [];
      for await (const piece of pieces(length)) parts.push(piece);
      return Buffer.concat(parts);
    }
  };
}
