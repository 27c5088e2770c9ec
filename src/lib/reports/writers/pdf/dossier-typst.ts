import { drawDrawing } from '#lib/charts/draw-drawing.ts';
import { lightPalette } from '#lib/charts/palette.ts';
import { plateWidths } from '#lib/charts/plate.ts';
import { toSvg } from '#lib/charts/svg.ts';
import type { Locale } from '#lib/i18n/locale.ts';
import { say } from '#lib/i18n/wording.ts';
import type { Dossier, DossierFigure, DossierSection, DossierTable } from '../../dossier/dossier.ts';
import { isMasked } from '../../dossier/masked.ts';
import { paperTables, type PaperColumn, type PaperTable } from './paper-columns.ts';
import { template } from './template.ts';
import { call, typstText as text } from './typst-text.ts';

/** So that a drawing's text is about 8 pt between the margins of A4. */
const widest = 760;
const mostTableRows = 400;
const mostWholeRows = 20;

function picture({ drawing, title }: DossierFigure, { locale }: Dossier): string | undefined {
  if (!drawing) return undefined;
  const width = Math.min(widest, plateWidths[drawing.chart]);
  const svg = toSvg(drawDrawing, drawing, { width, palette: lightPalette, locale, label: title });
  return `drawn(${text(svg)}, ${text(title)})`;
}

function part({ columns, size }: PaperTable, rows: DossierTable['rows']): string {
  const list = (of: (column: PaperColumn) => string) => `(${columns.map(of).join(', ')},)`;
  const cells = rows.slice(0, mostTableRows).flatMap((row) => columns.map(({ cell }) => cell(row)));
  const parts = [list(({ width }) => width), list(({ align }) => align), list(({ head }) => head), ...cells];
  return `data(size: ${size}pt, ${parts.join(', ')})`;
}

function table({ table: of }: DossierFigure, dossier: Dossier): string {
  const parts = paperTables(of, dossier).map((one) => part(one, of.rows));
  return parts.length === 1 ? (parts[0] ?? '') : `[${parts.map((one) => `#${one}`).join(' #v(2mm) ')}]`;
}

function isMaskedAnywhere({ table: { rows } }: DossierFigure): boolean {
  return rows.some((row) => row.some((value) => isMasked(value) && value.masked === 'withheld'));
}

function maskNote({ locale }: Dossier): string {
  return say(
    locale,
    ' « m », case masquée : trop peu de produits ou d’éditeurs, ou masquée pour qu’une autre ne se retrouve pas par soustraction.',
    ' “m”, masked cell: too few products or vendors, or masked so that another can’t be found by subtraction.'
  );
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
  const { title, subline, caption, keys } = figure;
  const drawing = picture(figure, dossier);
  const { locale } = dossier;
  const body = keys ? keysOf(figure) : (drawing ?? table(figure, dossier));
  const number = keys ? '' : drawing ? nextFigure(numbers, locale) : nextTable(numbers, locale);
  const words = caption + (isMaskedAnywhere(figure) && !drawing ? maskNote(dossier) : '');
  // a drawing is never torn; a table may be longer than a page
  const breaks = keys || drawing || figure.table.rows.length <= mostWholeRows ? [] : ['breaks: true'];
  return call('finding', text(number), text(title), text(subline), text(words), body, ...breaks);
}

function sectionOf({ title, figures, notes }: DossierSection, dossier: Dossier, numbers: Numbered): string {
  return [
    call('section', text(title)),
    ...figures.map((figure) => figureOf(figure, dossier, numbers)),
    ...notes.map((note) => call('note', text(note.title), ...note.paragraphs.map(text)))
  ].join('');
}

/** The annex: each figure's rows as a table, numbered on. */
function annex(title: string, dossier: Dossier, numbers: Numbered): string {
  const figures = dossier.sections
    .flatMap((section) => section.figures)
    .filter(({ drawing }) => drawing !== undefined);
  return [
    call('annex', text(title)),
    ...figures.map((figure) => {
      const number = nextTable(numbers, dossier.locale);
      const note = isMaskedAnywhere(figure)
        ? call('text', 'size: 8pt', 'fill: soft', text(maskNote(dossier)))
        : '';
      return call('titled-table', text(number), text(figure.title), table(figure, dossier)) + note;
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
