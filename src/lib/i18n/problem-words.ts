import type { Locale } from './locale.ts';

/** What a sentence is made of: cells in quotation marks, details as they are. */
export interface Words {
  value: string;
  column: string;
  /** The column as the page’s mapping calls what it holds. */
  field: string;
  hasValue: boolean;
  /** Whether it is read on the import page, where things are chosen, and not after a command. */
  onPage: boolean;
  /** A detail as text; empty where the problem has none of that name. */
  of: (detail: string) => string;
  /** A detail in quotation marks. */
  quoted: (detail: string) => string;
}

/** A problem’s sentence in each language. */
export type Message = Record<Locale, (words: Words) => string>;
