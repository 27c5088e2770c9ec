import type { Cell } from '#lib/maturity/publication/cell.ts';
import { cellsCsv } from '../cells-csv.ts';
import type { Dossier } from '../dossier/dossier.ts';
import type { SlideTheme } from './pptx/slide-theme.ts';

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
  write: (report: Report) => Promise<Uint8Array<ArrayBuffer>>;
}

/** Every format of a report, its writer loaded when one is asked for. The same report gives the same bytes. */
export const reportWriters = {
  pptx: {
    type: 'application/vnd.openxmlformats-officedocument.presentationml.presentation',
    ending: 'pptx',
    write: async ({ dossier, theme }) => (await import('./pptx/dossier-pptx.ts')).dossierPptx(dossier, theme)
  },
  pdf: {
    type: 'application/pdf',
    ending: 'pdf',
    write: async ({ dossier }) => (await import('./pdf/dossier-pdf.ts')).dossierPdf(dossier)
  },
  xlsx: {
    type: 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet',
    ending: 'xlsx',
    write: async ({ dossier }) => (await import('./xlsx/dossier-xlsx.ts')).dossierXlsx(dossier)
  },
  html: {
    type: 'text/html; charset=utf-8',
    ending: 'html',
    write: async ({ dossier }) => (await import('./html/dossier-html.ts')).dossierHtml(dossier)
  },
  csv: {
    type: 'application/zip',
    ending: 'zip',
    write: async ({ dossier, cells }) =>
      (await import('./csv/dossier-csv.ts')).dossierCsv(dossier, cellsCsv(cells))
  }
} as const satisfies Record<string, Writer>;

export type ReportFormat = keyof typeof reportWriters;

export function isReportFormat(text: string | undefined): text is ReportFormat {
  return text !== undefined && Object.hasOwn(reportWriters, text);
}
