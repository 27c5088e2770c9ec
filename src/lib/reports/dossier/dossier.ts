import type { Drawing } from '#lib/charts/drawings.ts';
import type { ShareRowsRows } from '#lib/charts/share-rows.ts';
import type { Token } from '#lib/charts/tokens.ts';
import type { Locale } from '#lib/i18n/locale.ts';
import type { Column } from '../figure.ts';
import type { Cell } from '../table.ts';
import type { CampaignName } from './counts.ts';
import type { Audience, SectionId } from './section.ts';

/** A cell that the audience may not see, or not exactly; looks the same for whatever reason. */
export interface Masked {
  masked: 'under_3' | 'withheld';
  /** N of a share whose count is under 3: what bounds it. */
  of?: number;
}

export type DossierCell = Cell | Masked;

/** `kind` of the columns says how numbers are written; a row that is `strong` is a total. */
export interface DossierTable {
  columns: Column[];
  rows: DossierCell[][];
}

/** One column of a chart, with its count above it. */
export interface ChartColumn {
  label: string;
  value: number;
  fill: Token;
  edge?: Token;
  /** What stands above it, where that is not the count. */
  text?: string;
}

/** Columns side by side; a bracket says in words what several of them add up to. */
export interface ColumnsRows {
  /** What is counted. */
  series: string;
  columns: ChartColumn[];
  brackets: { from: number; to: number; text: string; strong: boolean }[];
}

/** A chart as office programs draw and edit it. */
export type NativeChart =
  { chart: 'columns'; rows: ColumnsRows } | { chart: 'shareRows'; rows: ShareRowsRows };

/** Big numbers that open a report. */
export interface KeyNumber {
  label: string;
  value: string;
  note: string;
}

/** One finding with what it rests on, in one language, for every kind of file. */
export interface DossierFigure {
  /** Unique in the dossier: names of files, sheets and anchors. */
  id: string;
  /** The finding, in one sentence made of the numbers that the figure shows. */
  title: string;
  /** What is counted, in which unit. */
  subline: string;
  /** N, the rule of its denominator, cautions. */
  caption: string;
  /** As pages, paged files and pictures draw it. */
  drawing?: Drawing;
  /** As slides and workbooks draw it; a figure without one is in no slides unless it has keys or a small table. */
  native?: NativeChart;
  /** What slides say in place of subline and caption, where the native chart shows less than the drawing. */
  nativeWords?: { subline: string; caption: string };
  keys?: KeyNumber[];
  table: DossierTable;
}

export interface MethodNote {
  title: string;
  paragraphs: string[];
}

export interface DossierSection {
  id: SectionId;
  title: string;
  figures: DossierFigure[];
  notes: MethodNote[];
}

/** A caution in view on every page; `hatched` marks what is invented. */
export interface DossierTag {
  text: string;
  /** Said in full where there is room. */
  more?: string;
  hatched?: boolean;
}

/** A report in one language for one audience: every figure computed once, to be written in any format. */
export interface Dossier {
  audience: Audience;
  locale: Locale;
  campaign: CampaignName;
  title: string;
  /** Campaign and filters in force. */
  state: string;
  /** « version publique ». */
  version: string;
  /** « TLP:AMBER, ne pas diffuser »; empty on published files. */
  marking: string;
  tags: DossierTag[];
  /** Across the page, of a copy that is somebody's. */
  watermark?: string;
  /** ISO; the last import or correction, or undefined where there is none and in public files. */
  dataDate: string | undefined;
  /** 16 hex digits. */
  fingerprint: string;
  headline: string;
  /** n of products and vendors, in words. */
  sample: string;
  /** What « attained » means, in one sentence. */
  rule: string;
  sections: DossierSection[];
}
