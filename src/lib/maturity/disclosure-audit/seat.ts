import { bandIndex } from '#lib/maturity/bands.ts';
import { countName, type At, type Counted, type Counts } from './counts.ts';
import type { AuditedCriterion } from './questionnaire.ts';

/** One product of the vendor in whose seat the auditor sits. */
export interface OwnProduct {
  /** As cells name it. */
  corridor: string;
  /** One a criterion: the level from 1; 0 unanswered; −1 where it does not apply. */
  levels: ArrayLike<number>;
}

export type Seat = readonly OwnProduct[];

/** `20-60` → 20. */
function edgeOf(band: string): number {
  return Number(band.split('-')[0]);
}

function rising(counts: Counts): string[] {
  const bands = new Set(counts.unknowns.map(({ name }) => name.band).filter((band) => band !== ''));
  return [...bands].sort((a, b) => edgeOf(a) - edgeOf(b));
}

type Add = (measure: Counted, at: At, by?: number) => void;

function addAnswer(
  add: Add,
  { code, theme, target }: AuditedCriterion,
  level: number,
  corridor: string
): void {
  const state: Counted = level >= target ? 'attained' : 'missed';
  const measures: Counted[] = level < 0 ? ['not_applicable'] : ['applicable', state];
  for (const measure of measures) {
    for (const place of ['', corridor]) {
      add(measure, { criterion: code, corridor: place });
      add(measure, { theme, corridor: place });
      add(measure, { corridor: place });
    }
  }
  if (level > 0) add('level', { criterion: code, level: String(level) });
  if (level !== 0) return;
  for (const at of [{ criterion: code }, { theme }, {}]) add('unanswered', at);
}

function addBands(
  add: Add,
  criteria: AuditedCriterion[],
  product: OwnProduct,
  theme: string,
  bands: string[]
): void {
  const own = criteria.flatMap((criterion, i) =>
    theme === '' || criterion.theme === theme
      ? [{ level: product.levels[i] ?? 0, target: criterion.target }]
      : []
  );
  const applicable = own.filter(({ level }) => level >= 0).length;
  const attained = own.filter(({ level, target }) => level >= target).length;
  const band = bands[bandIndex(attained, applicable, bands.slice(1).map(edgeOf)) ?? -1];
  for (const corridor of ['', product.corridor]) {
    add(applicable === 0 ? 'unrated' : 'rated', { theme, corridor });
    if (band !== undefined) add('products', { theme, corridor, band });
  }
}

/** What the vendor's own answers add to each count, by its index. */
export function ownCounts(counts: Counts, criteria: AuditedCriterion[], seat: Seat): number[] {
  const own = counts.unknowns.map(() => 0);
  const bands = rising(counts);
  const add: Add = (measure, at, by = 1) => {
    const index = counts.indexOf(countName(measure, at));
    if (index !== undefined) own[index] = (own[index] ?? 0) + by;
  };
  for (const product of seat) {
    criteria.forEach((criterion, i) => addAnswer(add, criterion, product.levels[i] ?? 0, product.corridor));
    for (const theme of ['', ...new Set(criteria.map((c) => c.theme))])
      addBands(add, criteria, product, theme, bands);
    for (const corridor of ['', product.corridor]) add('products', { corridor });
  }
  return own;
}

/** No count is less than what the vendor adds to it; undefined where the printed counts deny that. */
export function seatedCounts(counts: Counts, own: number[]): Counts | undefined {
  const unknowns = counts.unknowns.map((unknown, i) => ({
    ...unknown,
    lower: Math.max(unknown.lower, own[i] ?? 0)
  }));
  return unknowns.some(({ lower, upper }) => lower > upper) ? undefined : { ...counts, unknowns };
}
