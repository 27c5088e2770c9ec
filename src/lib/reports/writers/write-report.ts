import type { Cell } from '#lib/maturity/publication/cell.ts';
import { cellsCsv } from '../cells-csv.ts';
import type { Dossier } from '../dossier/dossier.ts';
import { dossierCsv } from './csv/dossier-csv.ts';
import { dossierHtml } from './html/dossier-html.ts';
import { dossierPdf } from './pdf/dossier-pdf.ts';
import { dossierPptx } from './pptx/dossier-pptx.ts';
import type { SlideTheme } from './pptx/slide-theme.ts';
import { dossierXlsx } from './xlsx/dossier-xlsx.ts';

/** A dossier with the counts that it rests on, as `cells.csv` holds them. */
export interface Report {
  dossier: Dossier;
  cells: readonly Cell[];
  /** Colours, fonts and logo of slides, where they are not our own. */
  theme?: SlideTheme;
}

interface Writer {
  type: string;
  /** The ending of the file's name. */
  ending: string;
  write: (report: Report) => Uint8Array<ArrayBuffer> | Promise<Uint8Array<ArrayBuffer>>;
}

/** Every format of a report. The same report gives the same bytes. */
export const reportWriters = {
  pptx: {
    type: 'application/vnd.openxmlformats-officedocument.presentationml.presentation',
    ending: 'pptx',
    write: ({ dossier, theme }) => dossierPptx(dossier, theme)
  },
  pdf: { type: 'application/pdf', ending: 'pdf', write: ({ dossier }) => dossierPdf(dossier) },
  xlsx: {
    type: 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet',
    ending: 'xlsx',
    write: ({ dossier }) => dossierXlsx(dossier)
  },
  html: { type: 'text/html; charset=utf-8', ending: 'html', write: ({ dossier }) => dossierHtml(dossier) },
  csv: {
    type: 'application/zip',
    ending: 'zip',
    write: ({ dossier, cells }) => dossierCsv(dossier, cellsCsv(cells))
  }
} as const satisfies Record<string, Writer>;

export type ReportFormat = keyof typeof reportWriters;

export function isReportFormat(text: string | undefined): text is ReportFormat {
  return text !== undefined && Object.hasOwn(reportWriters, text);
}
