import type { ShareRowsRows } from '#lib/charts/share-rows.ts';
import { say } from '#lib/i18n/wording.ts';
import { cellWords } from '../../dossier/cell-words.ts';
import type {
  Dossier,
  DossierCell,
  DossierFigure,
  KeyNumber,
  MethodNote,
  NativeChart
} from '../../dossier/dossier.ts';
import { boundNote } from '../../dossier/explained.ts';
import { isMasked } from '../../dossier/masked.ts';
import { cautionWords, stampWords } from '../../dossier/origin-words.ts';
import type { ColumnKind } from '../../figure.ts';
import { linesFor, rowsOfLines } from '../../native-chart/rows-layout.ts';
import { notesOnSlides } from './notes-on-slide.ts';
import { onSlides, type Head } from './table-place.ts';

/** One slide: a finding with a chart, numbers, a table or text. */
export interface Slide {
  title: string;
  subline: string;
  source: string;
  notes: string;
  native?: NativeChart;
  keys?: KeyNumber[];
  table?: { heads: Head[]; rows: string[][] };
  texts?: MethodNote[];
}

const mostTableColumns = 9;

function chunks<T>(list: readonly T[], size: number): T[][] {
  return Array.from({ length: Math.ceil(list.length / size) }, (_, i) =>
    list.slice(i * size, (i + 1) * size)
  );
}

function part(title: string, i: number, of: number): string {
  return of === 1 ? title : `${title} (${i + 1}/${of})`;
}

/** Rows too many for a slide go on the next ones, shared out evenly; fewer where a label takes two lines. */
function split(rows: ShareRowsRows): ShareRowsRows[] {
  const most = rowsOfLines[linesFor(rows.groups.flatMap((group) => group.rows))];
  const total = rows.groups.reduce((sum, group) => sum + group.rows.length + 1, 0);
  if (total <= most + 1) return [rows];
  return rows.groups.flatMap((group) => {
    const each = Math.ceil(group.rows.length / Math.ceil(group.rows.length / most));
    return chunks(group.rows, each).map((own) => ({ ...rows, groups: [{ ...group, rows: own }] }));
  });
}

function tableWords({ table }: DossierFigure, dossier: Dossier): string[] {
  const rows = table.rows
    .slice(0, 60)
    .map((row) =>
      row.map((cell, i) => cellWords(cell, table.columns[i]?.kind ?? 'text', dossier.locale)).join(' | ')
    );
  return [table.columns.map(({ label }) => label).join(' | '), ...rows];
}

function notesOf(figure: DossierFigure, dossier: Dossier): string {
  return [
    figure.title,
    figure.subline,
    ...tableWords(figure, dossier),
    figure.caption,
    dossier.rule,
    dossier.state,
    stampWords(dossier),
    cautionWords(dossier)
  ].join('\n');
}

/** The rule; its first part alone where a bound has to be explained beside it. */
function ruleOf(figure: DossierFigure, { rule, locale }: Dossier): string {
  const bound = boundNote(figure, locale);
  const [first = rule] = rule.split(/\s?;/);
  return bound === '' ? rule : `${first}. ${bound}`;
}

/** What stands under the line; the notes say all of it, and what this leaves out. */
function base(figure: DossierFigure, dossier: Dossier): Slide {
  const { title, caption, nativeWords } = figure;
  const subline = nativeWords?.subline ?? figure.subline;
  const source = `${nativeWords?.caption ?? caption}\n${ruleOf(figure, dossier)}`;
  return { title, subline, source, notes: notesOf(figure, dossier) };
}

function chartSlides(figure: DossierFigure, native: NativeChart, dossier: Dossier): Slide[] {
  const slide = base(figure, dossier);
  if (native.chart === 'columns') return [{ ...slide, native }];
  const parts = split(native.rows);
  return parts.map((rows, i) => ({
    ...slide,
    title: part(slide.title, i, parts.length),
    native: { chart: 'shareRows', rows }
  }));
}

/** A withheld cell is one letter, said in full above the table: in words it would take two lines. */
function slideCell(cell: DossierCell, kind: ColumnKind, { locale }: Dossier): string {
  return isMasked(cell) && cell.masked === 'withheld' ? 'm' : cellWords(cell, kind, locale);
}

function tableSubline({ subline, table }: DossierFigure, { locale }: Dossier): string {
  const isAnyMasked = table.rows.some((row) =>
    row.some((cell) => isMasked(cell) && cell.masked === 'withheld')
  );
  return isAnyMasked ? `${subline}. ${say(locale, 'm : case masquée', 'm: masked cell')}` : subline;
}

function tableSlides(figure: DossierFigure, dossier: Dossier): Slide[] {
  const { columns, rows } = figure.table;
  const isTold = rows.some((row) => row.some((cell, i) => columns[i]?.kind !== 'text' && !isMasked(cell)));
  if (columns.length > mostTableColumns || !isTold) return [];
  const heads = columns.map(({ label, kind }) => ({ label, end: kind !== 'text' }));
  const words = rows.map((row) => row.map((cell, i) => slideCell(cell, columns[i]?.kind ?? 'text', dossier)));
  const placed = onSlides(heads, words);
  return placed.parts.map((own, i) => ({
    ...base(figure, dossier),
    subline: tableSubline(figure, dossier),
    title: part(figure.title, i, placed.parts.length),
    table: { heads: placed.heads, rows: own }
  }));
}

function figureSlides(figure: DossierFigure, dossier: Dossier): Slide[] {
  if (figure.keys) return [{ ...base(figure, dossier), keys: figure.keys }];
  if (figure.native) return chartSlides(figure, figure.native, dossier);
  // a page's drawing without a native form says more than a table would
  return figure.drawing || figure.id.startsWith('page-') ? [] : tableSlides(figure, dossier);
}

function methodSlides(notes: MethodNote[], dossier: Dossier): Slide[] {
  const { locale } = dossier;
  const parts = notesOnSlides(notes);
  const title = say(locale, 'Comment ces chiffres sont faits', 'How these figures are made');
  return parts.map((texts, i) => ({
    title: part(title, i, parts.length),
    subline: say(locale, 'Définitions et règles en vigueur', 'Definitions and rules in force'),
    source: stampWords(dossier),
    notes: texts.flatMap(({ title: name, paragraphs }) => [name, ...paragraphs]).join('\n'),
    texts
  }));
}

/** The slides after the first, in the dossier's order: one finding each. */
export function slidesOf(dossier: Dossier): Slide[] {
  return dossier.sections.flatMap(({ figures, notes }) => [
    ...figures.flatMap((figure) => figureSlides(figure, dossier)),
    ...methodSlides(notes, dossier)
  ]);
}
