import type { Locale } from '#lib/i18n/locale.ts';
import type { Palette } from './palette.ts';

/** What every chart is told besides its rows. Sizes in CSS px. */
export interface ChartOptions {
  width: number;
  palette: Palette;
  locale: Locale;
  /** Where elements are made: the browser's document, or `svgDocument` on the server. */
  document: Document;
  /** What the picture shows, in words; becomes the text alternative. */
  label: string;
}

/** A pure function of rows and options. */
export type Chart<Rows> = (rows: Rows, options: ChartOptions) => SVGSVGElement;
