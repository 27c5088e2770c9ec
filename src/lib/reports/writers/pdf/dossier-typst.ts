import type { Locale } from '#lib/i18n/locale.ts';
import { say } from '#lib/i18n/wording.ts';
import type {
  Dossier,
  DossierFigure,
  DossierSection,
  DossierTable,
  MethodNote
} from '../../dossier/dossier.ts';
import { boundNote, maskedRowNote, maskedTableNote } from '../../dossier/explained.ts';
import { pictures } from './paper-drawings.ts';
import { paperTables, type PaperColumn, type PaperTable } from './paper-columns.ts';
import { template } from './template.ts';
import { call, typstText as text } from './typst-text.ts';

const mostTableRows = 400;
const mostWholeRows = 20;
const noteColumns = 3;

function part({ columns, size }: PaperTable, rows: DossierTable['rows']): string {
  const list = (of: (column: PaperColumn) => string) => `(${columns.map(of).join(', ')},)`;
  const cells = rows.slice(0, mostTableRows).flatMap((row) => columns.map(({ cell }) => cell(row)));
  const parts = [list(({ width }) => width), list(({ align }) => align), list(({ head }) => head), ...cells];
  return `data(size: ${size}pt, ${parts.join(', ')})`;
}

function table({ table: of }: DossierFigure, dossier: Dossier): string {
  return inOne(paperTables(of, dossier).map((one) => part(one, of.rows)));
}

/** Several pieces of content as one. */
function inOne(parts: readonly string[]): string {
  return parts.length === 1 ? (parts[0] ?? '') : `[${parts.map((one) => `#${one}`).join(' #v(2mm) ')}]`;
}

/** The caption, and what is masked in what it stands under. */
function captionOf(figure: DossierFigure, dossier: Dossier): string {
  const { caption, drawing } = figure;
  const { locale } = dossier;
  const notes = drawing
    ? [boundNote(figure, locale), maskedRowNote(figure, locale)]
    : [maskedTableNote(figure, locale)];
  return [caption, ...notes].filter((words) => words !== '').join(' ');
}

function keysOf({ keys = [] }: DossierFigure): string {
  const items = keys.map(({ label, value, note }) => `key(${text(label)}, ${text(value)}, ${text(note)})`);
  return `keys(${items.join(', ')})`;
}

interface Numbered {
  figures: number;
  tables: number;
}

function nextFigure(numbers: Numbered, locale: Locale): string {
  numbers.figures += 1;
  return say(locale, `Figure ${numbers.figures}`, `Figure ${numbers.figures}`);
}

function nextTable(numbers: Numbered, locale: Locale): string {
  numbers.tables += 1;
  return say(locale, `Tableau ${numbers.tables}`, `Table ${numbers.tables}`);
}

function figureOf(figure: DossierFigure, dossier: Dossier, numbers: Numbered): string {
  const { title, subline, keys } = figure;
  const { locale } = dossier;
  const drawing = pictures(figure, locale);
  const body = keys ? keysOf(figure) : drawing ? inOne(drawing) : table(figure, dossier);
  const number = keys ? '' : drawing ? nextFigure(numbers, locale) : nextTable(numbers, locale);
  // a drawing is never torn, but between its parts; a table may be longer than a page
  const isWhole = keys || (drawing ? drawing.length === 1 : figure.table.rows.length <= mostWholeRows);
  const breaks = isWhole ? [] : ['breaks: true'];
  return call(
    'finding',
    text(number),
    text(title),
    text(subline),
    text(captionOf(figure, dossier)),
    body,
    ...breaks
  );
}

function sectionOf({ title, figures, notes }: DossierSection, dossier: Dossier, numbers: Numbered): string {
  return [
    call('section', text(title)),
    ...figures.map((figure) => figureOf(figure, dossier, numbers)),
    ...(notes.length === 0 ? [] : [call('notes', ...inColumns(notes, noteColumns).map(notesOf))])
  ].join('');
}

function lengthOf({ title, paragraphs }: MethodNote): number {
  return title.length + paragraphs.join('').length;
}

/** In columns of about one height, in their order. */
function inColumns(notes: readonly MethodNote[], columns: number): MethodNote[][] {
  const all = notes.reduce((sum, note) => sum + lengthOf(note), 0);
  const parts = Array.from({ length: columns }, (): MethodNote[] => []);
  let before = 0;
  for (const note of notes) {
    const middle = before + lengthOf(note) / 2;
    parts[Math.floor((columns * middle) / all)]?.push(note);
    before += lengthOf(note);
  }
  return parts;
}

function notesOf(notes: readonly MethodNote[]): string {
  const calls = notes.map(({ title, paragraphs }) => call('note', text(title), ...paragraphs.map(text)));
  return `[${calls.join('')}]`;
}

/** The annex: each figure's rows as a table, numbered on. */
function annex(title: string, dossier: Dossier, numbers: Numbered): string {
  const figures = dossier.sections
    .flatMap((section) => section.figures)
    .filter(({ drawing }) => drawing !== undefined);
  return [
    call('section', text(title)),
    ...figures.map((figure) => {
      const number = nextTable(numbers, dossier.locale);
      const note = maskedTableNote(figure, dossier.locale);
      const breaks = figure.table.rows.length <= mostWholeRows ? [] : ['breaks: true'];
      const body = table(figure, dossier);
      return call('titled-table', text(number), text(figure.title), text(note), body, ...breaks);
    })
  ].join('');
}

/** The dossier as a Typst document; every text in it is a string, so that none can run as markup. */
export function dossierTypst(dossier: Dossier): string {
  const numbers: Numbered = { figures: 0, tables: 0 };
  const sections = dossier.sections.map((section) =>
    section.id === 'tables' ? annex(section.title, dossier, numbers) : sectionOf(section, dossier, numbers)
  );
  return [
    template(dossier),
    call('opening', text(dossier.headline), text(`${dossier.sample} ${dossier.rule}`)),
    ...sections
  ].join('');
}
