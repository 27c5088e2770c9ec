import { integer, percent, roundHalfUp } from '#lib/i18n/format.ts';
import { say } from '#lib/i18n/wording.ts';
import { cellWords } from '../../dossier/cell-words.ts';
import type { Dossier, DossierCell, DossierTable } from '../../dossier/dossier.ts';
import { isMasked } from '../../dossier/masked.ts';
import type { Column } from '../../figure.ts';
import { broken, typstText as text } from './typst-text.ts';

/** A column as paper has room for it: several of a table's may stand in one. */
export interface PaperColumn {
  /** Typst code, as all here. */
  head: string;
  width: string;
  align: 'left' | 'right';
  cell(row: readonly DossierCell[]): string;
  /** About how wide, in characters; undefined for what takes the room that is left. */
  characters?: number;
  /** Left out where there is no room. */
  isSaidTwice?: true;
}

/** Columns as they stand on paper beside each other, with the size of their text in pt. */
export interface PaperTable {
  columns: PaperColumn[];
  size: number;
}

/** Between the margins of A4 at the size of tables, less what texts need at least. */
const mostCharacters = 104;
/** The usual size of tables, and the least that is read without effort, in pt. */
const sizes = [8, 7];

/** So that a head of several words is as narrow as its longest one, or a little more. */
function headLines(label: string): string[] {
  const words = label.split(' ');
  const most = Math.max(9, ...words.map(({ length }) => length));
  const lines: string[] = [];
  for (const word of words) {
    const last = lines.at(-1);
    if (last !== undefined && last.length + 1 + word.length <= most)
      lines[lines.length - 1] = `${last} ${word}`;
    else lines.push(word);
  }
  return lines;
}

function isWithheld(cell: DossierCell | undefined): boolean {
  return isMasked(cell ?? null) && (cell as { masked: string }).masked === 'withheld';
}

/** « m » in its box, in characters. */
const maskWidth = 4;

interface Drawn {
  table: DossierTable;
  dossier: Dossier;
}

function wordsOf({ table: { columns }, dossier }: Drawn, row: readonly DossierCell[], i: number): string {
  return cellWords(row[i] ?? null, columns[i]?.kind ?? 'text', dossier.locale);
}

function plain(drawn: Drawn, i: number): PaperColumn {
  const { label, kind } = drawn.table.columns[i] as Column;
  const isText = kind === 'text';
  const lines = isText ? [label] : headLines(label);
  const cells = drawn.table.rows.map((row) =>
    isWithheld(row[i]) ? maskWidth : wordsOf(drawn, row, i).length
  );
  return {
    head: text(lines.join('\n')),
    width: isText ? '4fr' : 'auto',
    align: isText ? 'left' : 'right',
    cell: (row) => (isWithheld(row[i]) ? 'masked' : text(broken(wordsOf(drawn, row, i)))),
    ...(isText ? {} : { characters: 2 + Math.max(...lines.map(({ length }) => length), ...cells) })
  };
}

/** « Q25 Conservation des traces » */
function labelled(drawn: Drawn, i: number): PaperColumn {
  return {
    ...plain(drawn, i + 1),
    cell: (row) => `labelled(${text(wordsOf(drawn, row, i))}, ${text(broken(wordsOf(drawn, row, i + 1)))})`
  };
}

/** « 29/47 » */
function fraction(drawn: Drawn, i: number): PaperColumn {
  const { label } = drawn.table.columns[i] as Column;
  const words = (row: readonly DossierCell[]) => `${wordsOf(drawn, row, i)}/${wordsOf(drawn, row, i + 1)}`;
  const told = drawn.table.rows.filter((row) => !isWithheld(row[i]) && !isWithheld(row[i + 1]));
  return {
    ...plain(drawn, i),
    head: text(`${label}\nn/N`),
    cell: (row) => (isWithheld(row[i]) || isWithheld(row[i + 1]) ? 'masked' : text(words(row))),
    characters: 2 + Math.max(label.length, ...told.map((row) => words(row).length))
  };
}

/** « 39 à 67 % »: no end is said more closely than products can tell. */
function intervalWords(low: number, high: number, { locale }: Dossier): string {
  const [from, to] = [integer(roundHalfUp(low * 100), locale), percent(high, locale)];
  return say(locale, `${from} à ${to}`, `${from} to ${to}`);
}

/** Blank where an end is not known. */
function ofEnds(
  row: readonly DossierCell[],
  low: number,
  write: (from: number, middle: number, to: number) => string
): string {
  const [middle, from, to] = [row[low - 1], row[low], row[low + 1]];
  return typeof middle === 'number' && typeof from === 'number' && typeof to === 'number'
    ? write(from, middle, to)
    : text('');
}

/** An interval in words, and as a line on a scale from 0 to 100. */
function interval({ dossier }: Drawn, low: number): PaperColumn[] {
  return [
    {
      head: text(say(dossier.locale, 'Intervalle\nà 95 %', '95%\ninterval')),
      width: '17mm',
      align: 'right',
      cell: (row) => ofEnds(row, low, (from, _, to) => text(intervalWords(from, to, dossier))),
      characters: 12
    },
    {
      head: 'scale',
      width: '13mm',
      align: 'right',
      isSaidTwice: true,
      cell: (row) =>
        ofEnds(row, low, (...ends) => `interval-line(${ends.map((value) => value.toFixed(4)).join(', ')})`),
      characters: 14
    }
  ];
}

function columnsFrom(drawn: Drawn, i: number): PaperColumn[] {
  const column = drawn.table.columns[i];
  if (!column) return [];
  if (column.joins === 'code') return [labelled(drawn, i), ...columnsFrom(drawn, i + 2)];
  if (column.joins === 'fraction') return [fraction(drawn, i), ...columnsFrom(drawn, i + 2)];
  if (column.ends === 'low') return [...interval(drawn, i), ...columnsFrom(drawn, i + 2)];
  return [plain(drawn, i), ...columnsFrom(drawn, i + 1)];
}

function needed(columns: readonly PaperColumn[]): number {
  return columns.reduce((sum, { characters = 0 }) => sum + characters, 0);
}

function roomAt(size: number): number {
  return (mostCharacters * (sizes[0] ?? size)) / size;
}

/** Of a table that is cut there may as well be room for its texts. */
const mostCharactersOfPart = 80;

/** Tables under each other, each with the texts that say what its rows are. */
function split(columns: readonly PaperColumn[], size: number): PaperTable[] {
  const texts = columns.filter(({ characters }) => characters === undefined);
  const parts: PaperColumn[][] = [];
  for (const column of columns.filter(({ characters }) => characters !== undefined)) {
    const part = parts.at(-1);
    if (part && needed([...part, column]) <= mostCharactersOfPart) part.push(column);
    else parts.push([column]);
  }
  return parts.map((part) => ({ columns: [...texts, ...part], size }));
}

/**
 * Columns of numbers take what they need. Where these are too many for the page, what is said twice goes first, then text gets smaller,
 * then the table is cut between columns: numbers never run into each other.
 */
export function paperTables(table: DossierTable, dossier: Dossier): PaperTable[] {
  const all = columnsFrom({ table, dossier }, 0);
  const columns = needed(all) <= mostCharacters ? all : all.filter(({ isSaidTwice }) => !isSaidTwice);
  const size = sizes.find((one) => needed(columns) <= roomAt(one));
  return size === undefined ? split(columns, sizes[0] ?? 0) : [{ columns, size }];
}
