import { countsAs, type Answer } from '#lib/maturity/answer.ts';
import { noFilters } from '#lib/maturity/filters.ts';
import { compareCriteria, type AskedCriteria, type Comparison } from '#lib/maturity/comparability.ts';
import type { Standing, Standings } from '#lib/maturity/standing.ts';
import * as questionnaires from './questionnaires.ts';
import type { Store } from './store.ts';
import { ask, type View } from './view.ts';

/** Two campaigns in view side by side: which criteria compare, and where each product stands. */
export interface SideBySide extends Comparison {
  standings: Standings;
}

async function askedCriteria(store: Store, view: View): Promise<AskedCriteria> {
  const { criteria } = await questionnaires.known(store, view.questionnaireId);
  const { theme, scope } = view.filters;
  if (theme.length === 0 && scope.length === 0) return { criteria, inView: new Set(criteria.keys()) };
  const question = 'select position::int as position from criterion_in_view order by position';
  const rows = await store.read((db) => ask<{ position: number }>(db, view, question));
  return { criteria, inView: new Set(rows.map(({ position }) => position)) };
}

/** `said` has one character for each criterion of the questionnaire, in its order: see `answerAt`. */
const standingsSql = `
  select product_id as id, product, vendor, vendor_key as "vendorKey",
    applicable::int as applicable, attained::int as attained, band::int as band, coalesce(said, '') as said
  from product_in_view
  left join (
    select response_id, string_agg(chr(answer + $zero), '' order by position) as said
    from answer semi join response_in_view on response_in_view.id = response_id
    group by response_id
  ) as answered on answered.response_id = product_in_view.id
  order by vendor_key, product, product_id`;

/** The character that stands for answer 0; those of marks stand before it. */
const zero = 'D'.charCodeAt(0);

function answerAt(said: string, position: number): Answer {
  return said.charCodeAt(position) - zero;
}

/** What one wave's answers say of the compared criteria. */
type MarksOf = (said: string) => string;

function markReader(
  { criteria }: AskedCriteria,
  { filters }: View,
  { compared }: Comparison,
  wave: 'before' | 'after'
): MarksOf {
  const targets = compared.map((criterion) => {
    const position = criterion[wave];
    const counts = (answer: Answer) => {
      const state = countsAs(answer, criteria[position]?.scope ?? 'common');
      return state !== 'not_applicable' && !(state === 'unanswered' && filters.unanswered === 'exclude');
    };
    return { position, counts, first: criterion.targetBefore, second: criterion.targetAfter };
  });
  return (said) =>
    targets
      .map(({ position, counts, first, second }) => {
        const answer = answerAt(said, position);
        return counts(answer) ? Number(answer >= first) + 2 * Number(answer >= second) : '-';
      })
      .join('');
}

type StandingRow = Omit<Standing, 'marks'> & { said: string };

async function standingsOf(store: Store, view: View, marksOf: MarksOf): Promise<Standing[]> {
  const rows = await store.read((db) => ask<StandingRow>(db, view, standingsSql, { zero }));
  return rows.map(({ said, ...standing }) => ({ ...standing, marks: marksOf(said) }));
}

/**
 * The products in view of both campaigns. A band filter chooses products by where they stand after; those that have
 * left stand nowhere, and are then out of view.
 */
export async function read(store: Store, before: View, after: View): Promise<SideBySide> {
  const asked = await Promise.all([askedCriteria(store, before), askedCriteria(store, after)]);
  const comparison = compareCriteria(...asked);
  const isByBand = after.filters.band.length > 0;
  const anyBand = { ...before, filters: { ...before.filters, band: noFilters.band } };
  const [earlier, later] = await Promise.all([
    standingsOf(store, anyBand, markReader(asked[0], before, comparison, 'before')),
    standingsOf(store, after, markReader(asked[1], after, comparison, 'after'))
  ]);
  const kept = new Set(later.map(({ id }) => id));
  const standings = { before: isByBand ? earlier.filter(({ id }) => kept.has(id)) : earlier, after: later };
  return { ...comparison, standings };
}
