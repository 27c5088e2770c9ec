import { markOf, wholeNumber } from '#lib/ingest/answer-cell.ts';
import { NOT_APPLICABLE, UNANSWERED } from '#lib/maturity/answer.ts';

/** A level's number or a mark, as answer cells have them; undefined for anything else. */
export function wholeAnswer(text: string): number | 'unanswered' | 'not_applicable' | undefined {
  const number = wholeNumber(text);
  if (number !== undefined) return number;
  const mark = markOf(text);
  if (mark === NOT_APPLICABLE) return 'not_applicable';
  return mark === UNANSWERED ? 'unanswered' : undefined;
}
