import type { Criterion } from '../questionnaire/criterion.ts';
import type { Product } from '../products/product.ts';
import type { Random } from '../random.ts';
import type { Grid, Row } from './grid.ts';

/** `blank` counts as unanswered on a common criterion, and as not applicable on a conditional one. */
export type Answer = number | 'not applicable' | 'unanswered' | 'blank';

export interface Response {
  product: Product;
  /** ISO 8601. */
  submittedAt: string;
  /** One for each criterion, in the questionnaire's order. */
  answers: Map<Criterion, Answer>;
}

export interface Period {
  /** ISO 8601. */
  opened: string;
  closed: string;
}

const millisecondsPerDay = 86_400_000;

/** A vendor files all its products on one day, most often late. */
export function respond(grid: Grid, criteria: Criterion[], period: Period, random: Random): Response[] {
  const days = new Map<string, string>();
  return grid.rows.map((row) => {
    const { vendor } = row.product;
    const submittedAt = days.get(vendor) ?? drawDay(period, random);
    days.set(vendor, submittedAt);
    const answers = new Map(criteria.map((criterion) => [criterion, answer(row, criterion, random)]));
    return { product: row.product, submittedAt, answers };
  });
}

function answer(row: Row, criterion: Criterion, random: Random): Answer {
  const cell = row.cells.get(criterion.code);
  if (cell?.answered) return cell.level;
  if (cell !== undefined) return criterion.scope === 'common' ? 'blank' : 'unanswered';
  return random.uniform() < 0.012 ? 'blank' : 'not applicable';
}

function drawDay({ opened, closed }: Period, random: Random): string {
  const date = new Date(opened);
  const days = (Date.parse(closed) - Date.parse(opened)) / millisecondsPerDay;
  date.setUTCDate(date.getUTCDate() + Math.round(days * Math.sqrt(random.uniform())));
  const weekend = { 6: -1, 0: -2 }[date.getUTCDay()] ?? 0;
  date.setUTCDate(date.getUTCDate() + weekend);
  return date.toISOString().slice(0, 10);
}
