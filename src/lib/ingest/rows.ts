import { fold } from '#lib/i18n/fold.ts';
import { fail, type Collection, type Draft, type Product } from './collection.ts';
import { readDate } from './date.ts';
import { rowShape, shapeProblem } from './table.ts';

/** Reads the answers of the row at hand; without a draft only to report what is wrong with them. */
export type ReadRow = (cells: string[], draft: Draft | undefined) => void;

const separator = '\u001f';

/** Places every row with its response and hands it on, also where it belongs to none. */
export function collectRows(collection: Collection, readRow: ReadRow): void {
  const { table } = collection;
  table.rows.forEach((cells, row) => collectRecord(collection, cells, table.lines[row] ?? 0, readRow));
}

/** Places one row. Its cells may be overwritten afterwards. */
export function collectRecord(collection: Collection, cells: string[], line: number, readRow: ReadRow): void {
  collection.record++;
  collection.cells = cells;
  collection.lineBefore = collection.line;
  collection.line = line;
  const shape = rowShape(collection.table, cells);
  if (shape) collection.problems.add(shapeProblem(collection.table, { cells, line }, shape));
  if (shape === 'repeated_header') collection.nobody.records++;
  else if (shape === 'ragged_row') spoil(collection, cells);
  else collectRow(collection, cells, readRow);
}

/** Cells may have slipped in a row that is too long, so nothing but its product is read. */
function spoil(collection: Collection, cells: string[]): void {
  const product = productOf(collection, cells);
  product.hasError = true;
  product.records++;
}

function collectRow(collection: Collection, cells: string[], readRow: ReadRow): void {
  const { last } = collection;
  if (last && isSame(collection, cells, last.cells)) {
    collection.product = last.draft.product;
    collection.product.records++;
    readRow(cells, last.draft);
  } else placeRow(collection, cells, readRow);
}

function placeRow(collection: Collection, cells: string[], readRow: ReadRow): void {
  const key = keyAsWritten(collection, cells);
  const known = collection.draftsAsWritten.get(key);
  collection.product = known?.product ?? productOf(collection, cells);
  collection.product.records++;
  failFlaws(collection);
  const draft = known ?? draftOf(collection, cells);
  if (draft && !known) collection.draftsAsWritten.set(key, draft);
  const agrees = draft !== undefined && agreesWithFirst(collection, cells, draft);
  const hasFlaws = collection.table.flaws !== undefined;
  collection.last = agrees && !hasFlaws ? { cells: [...cells], draft } : undefined;
  readRow(cells, draft);
}

/** Whether a row says the same of whose answers it holds as another. */
function isSame({ columns }: Collection, cells: string[], other: string[]): boolean {
  const { vendor, product, submittedAt = vendor, corridor = vendor, attributes } = columns;
  if (cells[product] !== other[product] || cells[vendor] !== other[vendor]) return false;
  if (cells[submittedAt] !== other[submittedAt] || cells[corridor] !== other[corridor]) return false;
  for (const { column } of attributes) if (cells[column] !== other[column]) return false;
  return true;
}

/**
 * A cell without a value may have held anything, so its row's product is not complete. Several rows may have been made
 * of one; the cell is reported once.
 */
function failFlaws({ table, line, lineBefore, product, problems }: Collection): void {
  const flaws = table.flaws?.get(line);
  if (!flaws) return;
  product.hasError = true;
  if (line !== lineBefore) problems.add(...flaws);
}

function keyAsWritten({ columns }: Collection, cells: string[]): string {
  const key = cells[columns.vendor] + separator + cells[columns.product];
  return columns.submittedAt === undefined ? key : key + separator + cells[columns.submittedAt];
}

function productOf({ columns, products, nobody }: Collection, cells: string[]): Product {
  if (isBlank(cells[columns.product])) return nobody;
  const name = fold(cells[columns.product] ?? '');
  const hasVendor = !isBlank(cells[columns.vendor]);
  const key = (hasVendor ? fold(cells[columns.vendor] ?? '') : separator) + separator + name;
  const known = products.get(key);
  if (known) return known;
  const product = { key, name, hasVendor, records: 0, hasError: false };
  products.set(key, product);
  return product;
}

/** The row's response, begun if it is the first of it; undefined, and reported, where that can't be told. */
function draftOf(collection: Collection, cells: string[]): Draft | undefined {
  const { columns, drafts } = collection;
  const identified = [columns.vendor, columns.product].filter((column) =>
    isFilled(collection, cells, column)
  );
  const submittedAt = dateOf(collection, cells);
  if (identified.length < 2 || submittedAt === undefined) return undefined;
  const key = collection.product.key + separator + (submittedAt ?? '');
  const draft = drafts.get(key) ?? newDraft(collection, cells, submittedAt);
  drafts.set(key, draft);
  return draft;
}

function isFilled(collection: Collection, cells: string[], column: number): boolean {
  const blank = isBlank(cells[column]);
  if (blank) fail(collection, 'missing_value', column);
  return !blank;
}

/** Null where the file gives no date, undefined where it can't be read. */
function dateOf(collection: Collection, cells: string[]): string | null | undefined {
  const { submittedAt } = collection.columns;
  if (submittedAt === undefined || isBlank(cells[submittedAt])) return null;
  const date = readDate(cells[submittedAt] ?? '');
  if (date === undefined) fail(collection, 'bad_date', submittedAt);
  return date;
}

function newDraft(collection: Collection, cells: string[], submittedAt: string | null): Draft {
  const { columns, line, record, product } = collection;
  const text = (column: number | undefined) => cells[column ?? -1]?.trim() ?? '';
  const attributes = columns.attributes
    .map(({ name, column }) => [name, text(column)] as const)
    .filter(([, value]) => value !== '');
  const response = {
    product: text(columns.product),
    vendor: text(columns.vendor),
    corridor: text(columns.corridor),
    submittedAt,
    attributes: Object.fromEntries(attributes),
    answers: collection.newAnswers(),
    line
  };
  return { response, product, first: [...cells], record };
}

/** Whether a row says the same of a response as its first; what it says otherwise is reported. */
function agreesWithFirst(collection: Collection, cells: string[], { first, record }: Draft): boolean {
  if (record === collection.record) return true;
  const { corridor, attributes } = collection.columns;
  const compared = [corridor ?? [], ...attributes.map(({ column }) => column)]
    .flat()
    .map((column) => agrees(collection, cells, first, column));
  return !compared.includes(false);
}

function agrees(collection: Collection, cells: string[], first: string[], column: number): boolean {
  if (cells[column] === first[column]) return true;
  const value = first[column]?.trim() ?? '';
  if ((cells[column]?.trim() ?? '') === value) return true;
  fail(collection, 'conflicting_attribute', column, { first: value });
  return false;
}

function isBlank(cell: string | undefined): boolean {
  return cell === undefined || cell.trim() === '';
}
