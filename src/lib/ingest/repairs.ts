import type { Problem } from '#lib/maturity/problem.ts';
import type { Criterion, Questionnaire } from '#lib/maturity/questionnaire.ts';
import { codeKey, looseCode } from './criterion-code.ts';
import { readDate } from './date.ts';
import type { Meaning } from './mapping.ts';
import { closest } from './similar.ts';
import { answerSuggestion } from './suggestions.ts';

/** What might be meant where something is wrong: an answer, or other text for the cell. It is shown, never used unasked. */
export type Repair = { criterion: Criterion; means: Meaning } | { text: string };

/** A likely repair of a problem's cell; undefined where none suggests itself. */
export function repairOf(problem: Problem, questionnaire: Questionnaire): Repair | undefined {
  const { code, value } = problem;
  if (value === null || value.trim() === '') return undefined;
  if (code === 'unknown_answer' || code === 'level_out_of_range') return answerRepair(problem, questionnaire);
  if (code === 'bad_date') return textRepair(isoDate(value));
  if (code === 'unknown_criterion' && problem.detail === undefined)
    return textRepair(nearCode(value, questionnaire));
  return undefined;
}

function textRepair(text: string | undefined): Repair | undefined {
  return text === undefined ? undefined : { text };
}

function answerRepair({ value, detail }: Problem, { criteria }: Questionnaire): Repair | undefined {
  const code = String(detail?.['criterion'] ?? '');
  const criterion = criteria.find((one) => codeKey(one.code) === codeKey(code));
  const means = criterion && answerSuggestion(value ?? '', criterion);
  return criterion && means !== undefined ? { criterion, means } : undefined;
}

function nearCode(written: string, { criteria }: Questionnaire): string | undefined {
  const codes = criteria.map(({ code }) => code);
  return codes.find((code) => looseCode(code) === looseCode(written)) ?? closest(written, codes);
}

/** Day, month and year in that order, or the reverse, parted by whatever sign. */
function isoDate(written: string): string | undefined {
  const parts = /^(\d{1,4})[.\-/ ](\d{1,2})[.\-/ ](\d{1,4})$/.exec(written.trim());
  if (!parts) return undefined;
  const [first = '', month = '', last = ''] = parts.slice(1);
  const [year, day] = first.length === 4 ? [first, last] : [last, first];
  return readDate(`${fullYear(year)}-${month.padStart(2, '0')}-${day.padStart(2, '0')}`);
}

function fullYear(year: string): string {
  return year.length === 2 ? `20${year}` : year;
}
