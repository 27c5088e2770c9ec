import { toCsv } from '../../csv.ts';
import { sheetCell } from '../../dossier/cell-words.ts';
import type { Dossier, DossierFigure } from '../../dossier/dossier.ts';
import { originLines } from '../../dossier/origin-words.ts';
import { zip, type ZipEntry } from '../../zip.ts';

function figureCsv({ table, id }: DossierFigure, dossier: Dossier): ZipEntry {
  const columns = table.columns.map(({ label }) => label);
  const rows = table.rows.map((row) => row.map((cell) => sheetCell(cell, dossier.locale)));
  const dialect = dossier.locale === 'fr' ? 'spreadsheet-fr' : 'api';
  return { name: `${id}.csv`, data: toCsv({ columns, rows }, dialect) };
}

function readMe(dossier: Dossier): ZipEntry {
  const figures = dossier.sections.flatMap((section) => section.figures);
  const lines = [
    ...originLines(dossier),
    '',
    ...figures.flatMap(({ id, title, subline, caption }) => [`${id}.csv`, title, subline, caption, ''])
  ];
  return { name: dossier.locale === 'fr' ? 'lisez-moi.txt' : 'read-me.txt', data: lines.join('\r\n') };
}

/** One CSV a figure, every count of the dossier in `cells.csv`, and what they are in a text beside. */
export function dossierCsv(dossier: Dossier, cells: string): Uint8Array<ArrayBuffer> {
  const figures = dossier.sections.flatMap((section) => section.figures);
  return zip([
    readMe(dossier),
    { name: 'cells.csv', data: cells },
    ...figures.map((figure) => figureCsv(figure, dossier))
  ]);
}
