import { fold } from '#lib/i18n/fold.ts';
import { markOf } from './answer-cell.ts';
import type { Meaning } from '#lib/maturity/meaning.ts';
import { UNANSWERED } from '#lib/maturity/answer.ts';

/** Which column holds a field: `product`, `vendor`, `corridor`, `submitted_at` or a criterion's code. */
export interface ColumnMapping {
  field: string;
  heading: string;
}

export type { Meaning };

/** What an answer means; `said` is `LABEL`, `CRITERION:LABEL` for one criterion, or `:LABEL` (see `said.ts`). */
export interface AnswerMapping {
  said: string;
  means: Meaning;
}

/**
 * Reads `FIELD=HEADING`, split at the first `=`: headings may hold more of them, fields may not. Undefined where
 * either half is missing.
 */
export function readColumnMapping(text: string): ColumnMapping | undefined {
  const [field, heading] = halves(text, text.indexOf('='));
  return field && heading ? { field, heading } : undefined;
}

/**
 * Reads `LABEL=MEANING`, split at the last `=`, so that labels may hold others. A meaning is a level's number, a
 * not-applicable or unanswered mark, or `blank` (« vide »); undefined for anything else, or without a label.
 */
export function readAnswerMapping(text: string): AnswerMapping | undefined {
  const [said, written] = halves(text, text.lastIndexOf('='));
  const means = meaningOf(written);
  return said && means !== undefined ? { said, means } : undefined;
}

function halves(text: string, at: number): [string, string] {
  return at < 0 ? ['', ''] : [text.slice(0, at).trim(), text.slice(at + 1).trim()];
}

function meaningOf(written: string): Meaning | undefined {
  const folded = fold(written);
  if (/^\d{1,9}$/.test(folded)) return Number(folded);
  if (folded === 'blank' || folded === 'vide') return 'blank';
  const mark = markOf(folded);
  if (mark === undefined) return undefined;
  return mark === UNANSWERED ? 'unanswered' : 'not_applicable';
}
