import { crc32, deflateSync, inflateSync } from 'node:zlib';

const signatureBytes = 8;

interface Chunk {
  type: string;
  data: Buffer;
}

/**
 * The same picture in fewer bytes. Browsers write the differences between neighbouring pixels, which suits photographs;
 * a page is flat, and its pixels as they are pack better.
 */
export function smallerPng(picture: Buffer): Buffer {
  const chunks = chunksOf(picture);
  const [header, end] = [chunks[0], chunks.at(-1)];
  if (!header || !end) throw new Error('no picture');
  const data = Buffer.concat(chunks.filter(({ type }) => type === 'IDAT').map((chunk) => chunk.data));
  const plain = unfiltered(inflateSync(data), header.data);
  const packed = { type: 'IDAT', data: deflateSync(plain, { level: 9, memLevel: 9 }) };
  return Buffer.concat([picture.subarray(0, signatureBytes), ...[header, packed, end].map(written)]);
}

/** Rows of pixels, each behind a 0: no filter. */
function unfiltered(rows: Buffer, header: Buffer): Buffer {
  const bytes = bytesPerPixel(header);
  const width = header.readUInt32BE(0) * bytes + 1;
  const plain = Buffer.from(rows);
  for (let start = 0; start < plain.length; start += width) {
    const filter = rows[start] ?? 0;
    plain[start] = 0;
    for (let x = 1; x < width; x++) {
      const left = x > bytes ? (plain[start + x - bytes] ?? 0) : 0;
      const up = start > 0 ? (plain[start + x - width] ?? 0) : 0;
      const corner = start > 0 && x > bytes ? (plain[start + x - width - bytes] ?? 0) : 0;
      plain[start + x] = (rows[start + x] ?? 0) + predicted(filter, left, up, corner);
    }
  }
  return plain;
}

/** RGB or RGBA with 8 bits each, not interlaced, as browsers write. */
function bytesPerPixel(header: Buffer): number {
  const bytes = { 2: 3, 6: 4 }[header[9] ?? 0];
  if (header[8] !== 8 || header[12] !== 0 || !bytes) throw new Error('not a browser’s PNG');
  return bytes;
}

/** PNG specification, 9.2. */
function predicted(filter: number, left: number, up: number, corner: number): number {
  if (filter === 1) return left;
  if (filter === 2) return up;
  if (filter === 3) return (left + up) >> 1;
  return filter === 4 ? paeth(left, up, corner) : 0;
}

function paeth(left: number, up: number, corner: number): number {
  const guess = left + up - corner;
  const [a, b, c] = [left, up, corner].map((one) => Math.abs(guess - one)) as [number, number, number];
  if (a <= b && a <= c) return left;
  return b <= c ? up : corner;
}

function chunksOf(picture: Buffer): Chunk[] {
  const chunks: Chunk[] = [];
  for (let at = signatureBytes; at < picture.length;) {
    const length = picture.readUInt32BE(at);
    const type = picture.toString('latin1', at + 4, at + 8);
    chunks.push({ type, data: picture.subarray(at + 8, at + 8 + length) });
    at += length + 12;
  }
  return chunks;
}

function written({ type, data }: Chunk): Buffer {
  const named = Buffer.concat([Buffer.from(type, 'latin1'), data]);
  const [length, checksum] = [Buffer.alloc(4), Buffer.alloc(4)];
  length.writeUInt32BE(data.length);
  checksum.writeUInt32BE(crc32(named));
  return Buffer.concat([length, named, checksum]);
}
