/** Definitions 8 and 12 recomputed in plain loops over two waves, from what a test put in. */
import {
  quantile,
  viewOf,
  type NaiveCriterion,
  type NaiveFilters,
  type NaiveProduct,
  type NaiveView
} from './naive.ts';

export interface Wave {
  criteria: NaiveCriterion[];
  products: NaiveProduct[];
}

type Row = NaiveView['products'][number];

function mean(values: number[]): number | null {
  let sum = 0;
  for (const value of values) sum += value;
  return values.length === 0 ? null : sum / values.length;
}

function ownRate(row: Row): number | null {
  return row.applicable === 0 ? null : row.attained / row.applicable;
}

function isSame(a: string, b: string): boolean {
  return a.toUpperCase() === b.toUpperCase();
}

/** Both waves in view; with a band filter only the products of the later one. */
export function views(first: Wave, second: Wave, filters: NaiveFilters) {
  const after = viewOf(second.criteria, second.products, filters);
  const before = viewOf(first.criteria, first.products, { ...filters, band: [] });
  if (filters.band && filters.band.length > 0) {
    before.products = before.products.filter((row) =>
      after.products.some(({ product }) => product.id === row.product.id)
    );
  }
  return { before, after };
}

function rowOf(view: NaiveView, id: string): Row | undefined {
  return view.products.find(({ product }) => product.id === id);
}

/** The state of a criterion in a row, or undefined where it counts in no denominator. */
function counted(view: NaiveView, row: Row, code: string): number | undefined {
  const state = row.states[view.criteria.findIndex((criterion) => isSame(criterion.code, code))];
  if (state === undefined || state === 'not_applicable') return undefined;
  if (state === 'unanswered') return view.unanswered === 'exclude' ? undefined : 0;
  return state;
}

function sharedCriteria(before: NaiveView, after: NaiveView) {
  const shared: { code: string; targetBefore: number; targetAfter: number }[] = [];
  for (const now of after.criteria) {
    for (const then of before.criteria) {
      const sameLevels = then.levels === now.levels && then.levelWord === now.levelWord;
      if (isSame(then.code, now.code) && sameLevels) {
        shared.push({ code: now.code, targetBefore: then.target, targetAfter: now.target });
      }
    }
  }
  return shared;
}

function primedRate(view: NaiveView, row: Row, shared: ReturnType<typeof sharedCriteria>): number | null {
  let [applicable, attained] = [0, 0];
  for (const { code, targetBefore } of shared) {
    const level = counted(view, row, code);
    if (level === undefined) continue;
    applicable++;
    if (level >= targetBefore) attained++;
  }
  return applicable === 0 ? null : attained / applicable;
}

interface PanelRow {
  own: [number, number];
  primed: [number, number];
}

function panelOf({ before, after }: ReturnType<typeof views>): PanelRow[] {
  const shared = sharedCriteria(before, after);
  const panel: PanelRow[] = [];
  for (const now of after.products) {
    const then = rowOf(before, now.product.id);
    if (!then) continue;
    const numbers = [
      ownRate(then),
      ownRate(now),
      primedRate(before, then, shared),
      primedRate(after, now, shared)
    ];
    const [a, b, c, d] = numbers;
    if (a == null || b == null || c == null || d == null) continue;
    panel.push({ own: [a, b], primed: [c, d] });
  }
  return panel;
}

function wave(view: NaiveView) {
  const rates: number[] = [];
  for (const row of view.products) {
    const rate = ownRate(row);
    if (rate !== null) rates.push(rate);
  }
  return {
    products: view.products.length,
    rated: rates.length,
    mean: mean(rates),
    median: quantile(rates, 0.5)
  };
}

export function waves(both: ReturnType<typeof views>) {
  return { before: wave(both.before), after: wave(both.after) };
}

/** Definition 12 as it is written: m₁, m₂ and their primes. */
export function decomposition(both: ReturnType<typeof views>) {
  const panel = panelOf(both);
  if (panel.length === 0) return null;
  const m1 = mean(panel.map(({ own }) => own[0])) as number;
  const m2 = mean(panel.map(({ own }) => own[1])) as number;
  const m1Prime = mean(panel.map(({ primed }) => primed[0])) as number;
  const m2Prime = mean(panel.map(({ primed }) => primed[1])) as number;
  const [all1, all2] = [wave(both.before).mean as number, wave(both.after).mean as number];
  return {
    before: all1,
    leavers: m1 - all1,
    entrants: all2 - m2,
    progress: m2Prime - m1Prime,
    questionnaire: all2 - all1 - (m1 - all1) - (all2 - m2) - (m2Prime - m1Prime),
    after: all2
  };
}

export function panel(both: ReturnType<typeof views>) {
  const rows = panelOf(both);
  const change = ({ primed: [then, now] }: PanelRow) => now - then;
  return {
    products: rows.length,
    medianBefore: quantile(
      rows.map(({ primed }) => primed[0]),
      0.5
    ),
    medianAfter: quantile(
      rows.map(({ primed }) => primed[1]),
      0.5
    ),
    up: rows.filter((row) => change(row) > 1e-12).length,
    down: rows.filter((row) => change(row) < -1e-12).length
  };
}

/** `60-80 → 80-100`: how many products went that way. */
export function flows({ before, after }: ReturnType<typeof views>): Record<string, number> {
  const counts: Record<string, number> = {};
  const add = (then: Row | undefined, now: Row | undefined) => {
    const place = (row: Row | undefined) => (row ? (row.band ?? 'unrated') : 'absent');
    const way = `${place(then)} → ${place(now)}`;
    counts[way] = (counts[way] ?? 0) + 1;
  };
  for (const now of after.products) add(rowOf(before, now.product.id), now);
  for (const then of before.products) if (!rowOf(after, then.product.id)) add(then, undefined);
  return counts;
}

export function criteria({ before, after }: ReturnType<typeof views>) {
  return sharedCriteria(before, after).map(({ code, targetBefore, targetAfter }) => {
    const row = {
      code,
      targetBefore,
      targetAfter,
      applicable: 0,
      attainedBefore: 0,
      attainedBeforeAtLater: 0,
      attainedAfter: 0
    };
    for (const now of after.products) {
      const then = rowOf(before, now.product.id);
      const levels = then && [counted(before, then, code), counted(after, now, code)];
      if (levels?.[0] === undefined || levels[1] === undefined) continue;
      row.applicable++;
      if (levels[0] >= targetBefore) row.attainedBefore++;
      if (levels[0] >= targetAfter) row.attainedBeforeAtLater++;
      if (levels[1] >= targetAfter) row.attainedAfter++;
    }
    return row;
  });
}

/** Codes that have no counterpart, with the reason. */
export function notCompared(
  first: Wave,
  second: Wave,
  { before, after }: ReturnType<typeof views>
): Record<string, string> {
  const reasons: Record<string, string> = {};
  for (const now of after.criteria) {
    const inWave = first.criteria.find(({ code }) => isSame(code, now.code));
    const inView = before.criteria.find(({ code }) => isSame(code, now.code));
    if (!inWave) reasons[now.code] = 'only_after';
    else if (!inView) reasons[now.code] = 'out_of_view';
    else if (inView.levels !== now.levels) reasons[now.code] = 'level_count';
    else if (inView.levelWord !== now.levelWord) reasons[now.code] = 'level_labels';
  }
  for (const then of before.criteria) {
    const inWave = second.criteria.find(({ code }) => isSame(code, then.code));
    if (!inWave) reasons[then.code] = 'only_before';
    else if (!after.criteria.some(({ code }) => isSame(code, then.code))) reasons[then.code] = 'out_of_view';
  }
  return reasons;
}
