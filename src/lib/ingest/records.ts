import { MAX_COLUMNS } from './containers/limits.ts';
import { textPool, type TextOf } from './text-pool.ts';

/**
 * Takes a record's cells, which the next record overwrites, the physical line on which it starts and its first byte;
 * false ends it.
 */
export type TakeRecord = (cells: string[], line: number, start: number) => boolean;

/** Where the next record starts, and on which physical line. */
export interface Place {
  at: number;
  line: number;
}

const QUOTE = 0x22;
const LINE_FEED = 0x0a;
const CARRIAGE_RETURN = 0x0d;

/** Bytes as they are gone through. */
interface Reader extends Place {
  bytes: Uint8Array;
  delimiter: number;
}

/**
 * Splits UTF-8 text without a byte order mark, leaving out blank records, as `parseCsv` does but without ever holding
 * more than one record. False where quotes are not as they should be, or columns too many: `parseCsv` then says what is wrong. Line breaks
 * may be CRLF, LF, CR or mixed, and are \n in cells. Before each record `pass` may move on over whole ones.
 */
export function eachRecord(
  bytes: Uint8Array,
  delimiter: string,
  take: TakeRecord,
  pass?: (place: Place) => void
): boolean {
  const reader: Reader = { bytes, delimiter: delimiter.charCodeAt(0), at: 0, line: 1 };
  const cells: string[] = [];
  const columns: TextOf[] = [];
  while (reader.at < bytes.length) {
    pass?.(reader);
    if (reader.at >= bytes.length) break;
    const { line, at } = reader;
    const count = readCells(reader, cells, columns);
    if (count < 0) return false;
    passLineBreak(reader);
    if (cells.length > count) cells.length = count;
    if (!isBlank(cells) && !take(cells, line, at)) return true;
  }
  return true;
}

/** Reads the cells up to a line break or the end; returns their number, -1 where a quote is out of place or they are too many. */
function readCells(reader: Reader, cells: string[], columns: TextOf[]): number {
  const { bytes, delimiter } = reader;
  for (let column = 0; column <= MAX_COLUMNS; column++) {
    const textOf = (columns[column] ??= textPool(bytes));
    const cell = bytes[reader.at] === QUOTE ? quotedCell(reader, textOf) : plainCell(reader, textOf);
    if (cell === undefined) return -1;
    cells[column] = cell;
    if (reader.at >= bytes.length || bytes[reader.at] !== delimiter) return column + 1;
    reader.at++;
  }
  return -1;
}

function plainCell(reader: Reader, textOf: TextOf): string {
  const { bytes, delimiter, at: start } = reader;
  let at = start;
  let hash = 0;
  for (; at < bytes.length; at++) {
    const byte = bytes[at] ?? 0;
    if (byte === delimiter || byte === LINE_FEED || byte === CARRIAGE_RETURN) break;
    hash = (Math.imul(hash, 31) + byte) | 0;
  }
  reader.at = at;
  return textOf(start, at, hash);
}

/** Undefined where the quote is not closed, or something stands behind it. */
function quotedCell(reader: Reader, textOf: TextOf): string | undefined {
  const { bytes } = reader;
  const start = reader.at + 1;
  let at = start;
  let hash = 0;
  let isPlain = true;
  for (; at < bytes.length; at++) {
    const byte = bytes[at] ?? 0;
    if (byte === QUOTE) {
      if (bytes[at + 1] !== QUOTE) break;
      at++;
      isPlain = false;
    } else if (byte === CARRIAGE_RETURN) isPlain = false;
    if (isBreak(bytes, at)) reader.line++;
    hash = (Math.imul(hash, 31) + byte) | 0;
  }
  if (at >= bytes.length || !isEnd(reader, at + 1)) return undefined;
  reader.at = at + 1;
  return isPlain ? textOf(start, at, hash) : unescaped(bytes.subarray(start, at));
}

/** Whether a line ends with this byte; of CRLF the second counts. */
function isBreak(bytes: Uint8Array, at: number): boolean {
  const byte = bytes[at];
  return byte === LINE_FEED || (byte === CARRIAGE_RETURN && bytes[at + 1] !== LINE_FEED);
}

function isEnd({ bytes, delimiter }: Reader, at: number): boolean {
  const byte = bytes[at];
  return at >= bytes.length || byte === delimiter || byte === LINE_FEED || byte === CARRIAGE_RETURN;
}

function unescaped(bytes: Uint8Array): string {
  const text = new TextDecoder('utf-8', { ignoreBOM: true }).decode(bytes);
  return text.replace(/\r\n?/g, '\n').replaceAll('""', '"');
}

function passLineBreak(reader: Reader): void {
  const { bytes, at } = reader;
  if (at >= bytes.length) return;
  reader.at += bytes[at] === CARRIAGE_RETURN && bytes[at + 1] === LINE_FEED ? 2 : 1;
  reader.line++;
}

function isBlank(cells: string[]): boolean {
  for (const cell of cells) if (cell !== '' && cell.trim() !== '') return false;
  return true;
}
