import type { Container, Grid } from './containers/grid.ts';
import type { Refusal } from './containers/refusal.ts';
import type { AnswerMapping, ColumnMapping } from './mapping.ts';
import type { Constant, LeftOut, SourceName, SourceReason } from './sources/names.ts';
import type { Answer } from '#lib/maturity/answer.ts';
import type { Problem } from '#lib/maturity/problem.ts';
import type { Questionnaire } from '#lib/maturity/questionnaire.ts';

/** A file as uploaded or read from disk; `name` is what problems show. */
export interface InputFile {
  name: string;
  bytes: Uint8Array;
  /** Where a large file lies, of which `bytes` are only the start. */
  path?: string;
}

/** A file after its container was opened; one without `grid` or `refusal` is read as delimited text. */
export interface OpenedFile extends InputFile {
  /** The archive that it comes from; its name then begins with the archive's. */
  archive?: string;
  grid?: Grid;
  refusal?: Refusal;
}

export type Layout = 'long' | 'wide';

/**
 * How a column was understood: by a field's own name, a criterion's code, its label or title (equal after folding), or
 * because a person said so.
 */
export type MatchedBy = 'name' | 'code' | 'label' | 'map';

/** A column that was understood; `field` is a field's name or a criterion's code. */
export interface MatchedColumn {
  field: string;
  heading: string;
  by: MatchedBy;
}

/** A column as it was read, so that a person sees what it holds and can say otherwise. */
export interface ReadColumn {
  heading: string;
  /** The fields and criteria's codes that it holds; none for an attribute. */
  holds: string[];
  /** What it would hold if nobody had said anything of this file. */
  byItself: string[];
  /** Left out, as a person asked. */
  dropped: boolean;
  /** Another column has this heading, so that a mapping can't name it. */
  repeated: boolean;
  /** Kept nowhere by itself: the tool's own, or about a person. */
  leftOut?: boolean;
  /** A field or criterion without a column that this one looks like: to be confirmed. */
  suggested?: string;
}

/** A text that is no answer to a criterion by itself, and the number of its cells; a person may say what it means. */
export interface StrangeAnswer {
  criterion: string;
  text: string;
  count: number;
}

/** What was recognised of a file; `rows` are its data records, blank ones left out. */
export interface Recognised {
  name: string;
  layout: Layout | null;
  /** Null where the file can't be read. */
  container: Container | null;
  /** The sheet that was read, and those that hold data and were not. */
  sheet: string | null;
  otherSheets: string[];
  /** The archive that the file comes from. */
  archive: string | null;
  /** Null, like the encoding, where the container has none. */
  delimiter: string | null;
  /** `utf-8`, `utf-16le`, `utf-16be`, `windows-1252` or `macintosh`. */
  encoding: string | null;
  rows: number;
  /** Records that are neither headings nor answers, such as titles of sections. */
  passedOver: number;
  /** 2 where a second heading row was read with the first. */
  headingRows: 1 | 2;
  /** Every column that was understood, fields first, then criteria in the questionnaire's order. */
  matched: MatchedColumn[];
  /** The answers that were read as a person said, each once. */
  answers: AnswerMapping[];
  /** Headings kept as product attributes, so that a person sees what was not read as an answer. */
  attributes: string[];
  /** What the file comes from; null where it could not be split into a table. */
  source: SourceName | null;
  reason: SourceReason | null;
  /** Headings kept nowhere, and why. */
  leftOut: LeftOut[];
  /** What holds for the whole file and stands in no column. */
  constants: Constant[];
  /** Every column with a heading, in the file's order. */
  columns: ReadColumn[];
  /** The answers that need, or needed, a person's word. */
  strange: StrangeAnswer[];
}

/** One product's filled questionnaire as one file gives it. */
export interface ParsedResponse {
  product: string;
  vendor: string;
  corridor: string;
  /** ISO 8601 date or date-time as text, null where the file gives none. */
  submittedAt: string | null;
  attributes: Record<string, string>;
  /** One answer per criterion, in the questionnaire's order. */
  answers: Int8Array<ArrayBuffer>;
  /** Physical line of its first record. */
  line: number;
}

/** The answers of one file: the valid products' responses, and all that is wrong with the others. */
export interface ParsedAnswers {
  recognised: Recognised;
  /** Responses of products without an error; empty where the file as a whole can't be used. */
  responses: ParsedResponse[];
  /** Products with at least one error, and all their records; records without a product count as rows alone. */
  rejected: { products: number; rows: number };
  problems: Problem[];
}

export interface ReadOptions {
  encoding?: string;
  delimiter?: string;
  layout?: Layout;
  /** The sheet of a workbook; without it the first one that holds data. */
  sheet?: string;
  /** Headings to keep as attributes although they look like criteria. */
  ignore?: string[];
  /** Headings whose columns are left out altogether: neither answers nor attributes. */
  drop?: string[];
  /** Which column holds what, before all that is recognised; one heading may serve two fields. */
  map?: ColumnMapping[];
  /** What an answer means, before all that is recognised. */
  answers?: AnswerMapping[];
  /** What the file comes from, before all that is recognised. */
  source?: SourceName;
  /** Whose answers the whole file holds, before any column. */
  product?: string;
  vendor?: string;
}

export interface ParsedQuestionnaire {
  /** Absent where any of the problems is an error. */
  questionnaire?: Questionnaire;
  problems: Problem[];
}

/** Who was asked to answer. */
export interface ExpectedProduct {
  product: string;
  vendor: string;
  corridor: string;
}

export type { Answer };
