import type { Collection, Draft } from './collection.ts';
import { learn, learntAnswers, meaningAt, nextHash, UNKNOWN, type LearntAnswers } from './learnt-answers.ts';
import type { Place } from './records.ts';
import type { SlicePool } from './slice-pool.ts';

/**
 * Of a long file most rows go on with the response of the row before, and hold an answer that was read elsewhere. Their
 * bytes are compared, and no text is made of them. Whatever differs in the least, or would have to be reported, is left
 * to be read as any row is: the result is the same.
 */
export interface ContinuedRows {
  /** Takes the rows from here on that go on with the last response, and moves to the first that does not. */
  take(place: Place): void;
  /** Learns from the row that starts here, which was read as any row is; not where there was something to report of it. */
  learn(start: number, cells: string[], isPlain: boolean): void;
}

/** Where criterion and answer stand, and how many columns there are. */
export interface LongColumns {
  criterion: number;
  answer: number;
  count: number;
}

const QUOTE = 0x22;
const LINE_FEED = 0x0a;
const CARRIAGE_RETURN = 0x0d;

/** What is at hand while rows are compared. */
interface Comparison {
  bytes: Uint8Array;
  at: number;
  delimiter: number;
  /** 1 for the bytes that end a cell. */
  ends: Uint8Array;
  columns: LongColumns;
  collection: Collection;
  learnt: LearntAnswers;
  /** The row to compare with: where its cells start, and the end of the last. */
  starts: Int32Array;
  /** Its response; undefined where there is no such row. */
  draft: Draft | undefined;
}

/** `placeOf` finds the criterion that a cell names. */
export function continuedRows(
  bytes: Uint8Array,
  delimiter: string,
  columns: LongColumns,
  collection: Collection,
  placeOf: (written: string) => number | undefined
): ContinuedRows {
  const comparison: Comparison = {
    ...{ bytes, at: 0, delimiter: delimiter.charCodeAt(0), ends: endsOf(delimiter), columns, collection },
    ...{ learnt: learntAnswers(bytes), starts: new Int32Array(columns.count + 1), draft: undefined }
  };
  return {
    take: (place) => takeRows(comparison, place),
    learn(start, cells, isPlain) {
      const draft = isPlain ? collection.last?.draft : undefined;
      comparison.draft = draft && findStarts(comparison, start) ? draft : undefined;
      const place = placeOf(cells[columns.criterion] ?? '');
      if (comparison.draft && place !== undefined && !isHeading(comparison, cells))
        learnRow(comparison, comparison.draft, place);
    }
  };
}

function endsOf(delimiter: string): Uint8Array {
  const ends = new Uint8Array(256);
  for (const byte of [LINE_FEED, CARRIAGE_RETURN, delimiter.charCodeAt(0)]) ends[byte] = 1;
  return ends;
}

function takeRows(comparison: Comparison, place: Place): void {
  const { draft, bytes } = comparison;
  comparison.at = place.at;
  while (draft && comparison.at < bytes.length && takeRow(comparison, draft, place.line)) {
    place.at = comparison.at;
    place.line++;
  }
}

/** Nothing is changed where the row can't be taken. */
function takeRow(comparison: Comparison, { response, product, lines }: Draft, line: number): boolean {
  const { columns, learnt, collection } = comparison;
  let [criterion, answer] = [-1, -1];
  for (let column = 0; column < columns.count; column++) {
    if (column === columns.criterion) criterion = numberOfCell(comparison, learnt.criteria);
    else if (column === columns.answer) answer = numberOfCell(comparison, learnt.answers);
    else if (!isAsBefore(comparison, column)) return false;
    if (!passEnd(comparison, column === columns.count - 1)) return false;
  }
  if (criterion < 0 || answer < 0) return false;
  const meaning = learnt.meanings[meaningAt(criterion, answer)] ?? UNKNOWN;
  const place = learnt.places[criterion] ?? -1;
  if (meaning === UNKNOWN || lines?.[place] !== 0) return false;
  lines[place] = line;
  response.answers[place] = meaning;
  product.records++;
  collection.record++;
  return true;
}

/** The number of the cell at hand among those learnt, -1 where it is none; moves to its end. */
function numberOfCell(comparison: Comparison, pool: SlicePool): number {
  const { bytes, ends } = comparison;
  let { at } = comparison;
  let hash = 0;
  for (; at < bytes.length; at++) {
    const byte = bytes[at] ?? 0;
    if (ends[byte] === 1) break;
    hash = nextHash(hash, byte);
  }
  const start = comparison.at;
  comparison.at = at;
  return pool.find(start, at, hash);
}

/** Whether the cell at hand begins with that of the row before; moves behind it. */
function isAsBefore(comparison: Comparison, column: number): boolean {
  const { bytes, starts } = comparison;
  const end = (starts[column + 1] ?? 0) - 1;
  let { at } = comparison;
  for (let from = starts[column] ?? 0; from < end; from++) if (bytes[at++] !== bytes[from]) return false;
  comparison.at = at;
  return true;
}

/** Whether the cell at hand ends here as it should; moves to the next. */
function passEnd(comparison: Comparison, isLast: boolean): boolean {
  const { bytes, at, delimiter } = comparison;
  const byte = bytes[at];
  comparison.at++;
  if (!isLast) return byte === delimiter;
  if (byte === CARRIAGE_RETURN && bytes[at + 1] === LINE_FEED) comparison.at++;
  return byte === LINE_FEED || byte === CARRIAGE_RETURN || at >= bytes.length;
}

/** Finds the cells of the row that starts here; false where one is quoted, or their number is not as it should be. */
function findStarts({ bytes, ends, delimiter, columns, starts }: Comparison, start: number): boolean {
  let at = start;
  for (let column = 0; column < columns.count; column++) {
    if (bytes[at] === QUOTE) return false;
    starts[column] = at;
    while (at < bytes.length && ends[bytes[at] ?? 0] !== 1) at++;
    if ((bytes[at] === delimiter) !== column < columns.count - 1) return false;
    at++;
  }
  starts[columns.count] = at;
  return true;
}

/** In such a row an answer means nothing, so that it must not be learnt elsewhere either. */
function isHeading({ collection, columns }: Comparison, cells: string[]): boolean {
  const { headings } = collection.table;
  return [columns.criterion, columns.answer].every((column) => cells[column]?.trim() === headings[column]);
}

function learnRow({ bytes, learnt, columns, starts }: Comparison, { response }: Draft, place: number): void {
  const slice = (column: number) => ({ start: starts[column] ?? 0, end: (starts[column + 1] ?? 0) - 1 });
  const written = { criterion: slice(columns.criterion), answer: slice(columns.answer) };
  learn(bytes, learnt, written, { place, answer: response.answers[place] ?? UNKNOWN });
}
