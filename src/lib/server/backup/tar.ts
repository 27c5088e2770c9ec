import type { Bytes } from './bytes.ts';
import { BadBackup } from './bad-backup.ts';

/** One file of an archive, as POSIX ustar heads it: any `tar` reads what this writes. */
export interface Entry {
  name: string;
  size: number;
}

const block = 512;
/** Beyond this the size no longer fits into eleven octal digits, and stands in binary, as GNU and BSD tar do it. */
const octalSize = 8 ** 11;

function writeSize(header: Buffer, size: number): void {
  if (size < octalSize) header.write(`${size.toString(8).padStart(11, '0')}\0`, 124, 'latin1');
  else {
    header[124] = 0x80;
    header.writeBigUInt64BE(BigInt(size), 128);
  }
}

function readSize(header: Buffer): number {
  if (header[124] === 0x80) return Number(header.readBigUInt64BE(128));
  return parseInt(header.toString('latin1', 124, 135), 8);
}

function checksum(header: Buffer): number {
  const blank = Buffer.from(header);
  blank.fill(' ', 148, 156);
  return blank.reduce((sum, byte) => sum + byte, 0);
}

function headerOf({ name, size }: Entry): Buffer {
  const header = Buffer.alloc(block);
  header.write(name, 0, 100, 'latin1');
  header.write('0000600\0' + '0000000\0'.repeat(2), 100, 'latin1');
  writeSize(header, size);
  header.write('00000000000\0', 136, 'latin1');
  header.write('0', 156, 'latin1');
  header.write('ustar\x0000', 257, 'latin1');
  header.write(`${checksum(header).toString(8).padStart(6, '0')}\0 `, 148, 'latin1');
  return header;
}

function padding(size: number): number {
  return (block - (size % block)) % block;
}

/** A file with its head and what fills its last block. */
export async function* entry(
  head: Entry,
  content: AsyncIterable<Uint8Array> | Iterable<Uint8Array>
): AsyncGenerator<Uint8Array> {
  yield headerOf(head);
  yield* content;
  yield Buffer.alloc(padding(head.size));
}

/** What an archive ends with. */
export const end: Uint8Array = Buffer.alloc(2 * block);

/** The head of the next file; undefined at the archive's end. Throws BadBackup. */
export async function readHead(bytes: Bytes): Promise<Entry | undefined> {
  const header = await bytes.take(block);
  if (header.length === block && header.every((byte) => byte === 0)) return undefined;
  const isHeader = header.length === block && header.toString('latin1', 257, 262) === 'ustar';
  if (!isHeader || parseInt(header.toString('latin1', 148, 154), 8) !== checksum(header))
    throw new BadBackup('damaged');
  return { name: header.toString('latin1', 0, 100).replace(/\0.*$/s, ''), size: readSize(header) };
}

/** Takes what fills the file's last block. Throws BadBackup. */
export async function skipPadding(bytes: Bytes, { size }: Entry): Promise<void> {
  const filling = await bytes.take(padding(size));
  if (filling.length < padding(size) || filling.some((byte) => byte !== 0)) throw new BadBackup('damaged');
}
