import { MAX_COLUMNS } from './containers/limits.ts';
import { delimiterNamed, recogniseDelimiter } from './csv.ts';
import { binaryKind, textKind } from './file-kind.ts';
import { unmaskedCells } from './masked-cells.ts';
import { eachRecord, type Place, type TakeRecord } from './records.ts';
import { tableOf, type ReadTable, type Table } from './table.ts';
import type { OpenedFile, ReadOptions } from './types.ts';
import { utf8Of } from './utf8.ts';

/** A table whose records are gone through one by one, since all of them would fill the memory. */
export interface TableStream {
  /** With the first rows alone. */
  read: ReadTable & { table: Table };
  /** As UTF-8, without a byte order mark. */
  bytes: Uint8Array;
  /** Takes the records below the headings; false where a quote is out of place, so that nothing can be relied on. */
  each(take: TakeRecord, pass?: (place: Place) => void): boolean;
}

/** Recognising a table looks at no more rows than these. */
export const firstRows = 1000;

/** In bytes; smaller files are read whole, which costs nothing. */
export const streamedFrom = 2 ** 20;

/** As many characters as the delimiter is recognised by, and what tells other kinds of files. */
const startCharacters = 100_000;

/**
 * The records of a large text; undefined where it is none, or where something is wrong with the file as a whole: read
 * whole, it is then explained.
 */
export function tableStream(
  file: OpenedFile,
  isKnown: (heading: string) => boolean,
  options: ReadOptions
): TableStream | undefined {
  if (file.grid ?? file.refusal ?? binaryKind(file.bytes)) return undefined;
  const text = utf8Of(file.bytes, options.encoding);
  if (!text || text.bytes.includes(0)) return undefined;
  const { bytes, encoding } = text;
  const start = startOf(bytes);
  if (textKind(start)) return undefined;
  const delimiter =
    options.delimiter === undefined ? recogniseDelimiter(start, isKnown) : delimiterNamed(options.delimiter);
  if (!delimiter || delimiter.charCodeAt(0) > 0x7f) return undefined;
  const table = firstOf(file.name, bytes, delimiter);
  if (!table || table.headings.length > MAX_COLUMNS) return undefined;
  return {
    read: { container: 'csv', encoding, delimiter, table, problems: [] },
    bytes,
    each: (take, pass) => eachRecord(bytes, delimiter, belowHeadings(take), pass)
  };
}

/** Long enough for whatever is recognised by it, blanks at the start left out as there. */
function startOf(bytes: Uint8Array): string {
  const decoder = new TextDecoder('utf-8', { ignoreBOM: true });
  let text = '';
  for (let at = 0; at < bytes.length && text.trimStart().length < startCharacters; at += startCharacters)
    text += decoder.decode(bytes.subarray(at, at + startCharacters), { stream: true });
  return text;
}

function firstOf(file: string, bytes: Uint8Array, delimiter: string): Table | undefined {
  const [rows, lines]: [string[][], number[]] = [[], []];
  const isWhole = eachRecord(bytes, delimiter, (cells, line) => {
    rows.push(unmaskedCells([...cells]));
    lines.push(line);
    return rows.length <= firstRows;
  });
  return isWhole ? tableOf(file, rows, lines) : undefined;
}

function belowHeadings(take: TakeRecord): TakeRecord {
  let isHeading = true;
  return (cells, line, start) => {
    if (!isHeading) return take(unmaskedCells(cells), line, start);
    isHeading = false;
    return true;
  };
}
