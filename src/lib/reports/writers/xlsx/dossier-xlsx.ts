import { say } from '#lib/i18n/wording.ts';
import type { Dossier, DossierFigure } from '../../dossier/dossier.ts';
import { boundNote } from '../../dossier/explained.ts';
import { isMasked } from '../../dossier/masked.ts';
import { cautionWords, fileDate, originLines, stampWords } from '../../dossier/origin-words.ts';
import { sheetCell } from '../../dossier/cell-words.ts';
import type { Sheet } from '../../xlsx/sheet.ts';
import { xlsx } from '../../xlsx/workbook.ts';
import { colourScheme, ownTheme } from '../pptx/slide-theme.ts';
import { figureCharts } from './charts-sheet.ts';

function captionOf(figure: DossierFigure, { locale }: Dossier): string {
  return [figure.caption, boundNote(figure, locale)].filter((words) => words !== '').join(' ');
}

function figureSheet(figure: DossierFigure, dossier: Dossier): Sheet {
  const { id, title, subline, table } = figure;
  return {
    name: id,
    heading: [title, subline, cautionWords(dossier)],
    columns: table.columns,
    rows: table.rows.map((row) => row.map((cell) => sheetCell(cell, dossier.locale))),
    isMasked: (row, column) => isMasked(table.rows[row]?.[column] ?? null),
    notes: [captionOf(figure, dossier), dossier.rule, `${dossier.state}. ${stampWords(dossier)}`]
  };
}

function contents(dossier: Dossier): Sheet {
  const { locale, sections, headline } = dossier;
  return {
    name: say(locale, 'Sommaire', 'Contents'),
    heading: [headline, ...originLines(dossier)],
    columns: [
      { label: say(locale, 'Feuille', 'Sheet'), kind: 'text' },
      { label: say(locale, 'Constat', 'Finding'), kind: 'text' }
    ],
    rows: sections.flatMap(({ figures }) => figures.map(({ id, title }) => [id, title]))
  };
}

function method(dossier: Dossier): Sheet[] {
  const notes = dossier.sections.flatMap((section) => section.notes);
  if (notes.length === 0) return [];
  return [
    {
      name: say(dossier.locale, 'Méthode', 'Method'),
      heading: [
        say(dossier.locale, 'Comment ces chiffres sont faits', 'How these figures are made'),
        cautionWords(dossier)
      ],
      columns: [
        { label: say(dossier.locale, 'Règle', 'Rule'), kind: 'text' },
        { label: say(dossier.locale, 'Texte', 'Text'), kind: 'text' }
      ],
      rows: notes.flatMap(({ title, paragraphs }) => paragraphs.map((paragraph) => [title, paragraph]))
    }
  ];
}

/** A sheet a figure with its table and, where it has one, its chart; contents first, the rules last. */
export function dossierXlsx(dossier: Dossier): Uint8Array<ArrayBuffer> {
  const figures = dossier.sections.flatMap((section) => section.figures);
  const charts = figureCharts(figures, dossier.locale);
  return xlsx({
    title: dossier.title,
    date: fileDate(dossier),
    footer: cautionWords(dossier),
    colourScheme: colourScheme(ownTheme),
    sheets: [
      contents(dossier),
      ...figures.map((figure) => ({ ...figureSheet(figure, dossier), ...charts.chartOf(figure) })),
      ...charts.sheets,
      ...method(dossier)
    ]
  });
}
