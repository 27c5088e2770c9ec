import type { CriterionFigures } from './figures.ts';

/** Declared levels below the target, and how many of them are one level below. */
export function levelGaps(criteria: readonly CriterionFigures[]): { gaps: number; one: number } {
  const below = criteria.flatMap(({ target, levels }) =>
    levels
      .filter(({ level }) => level < target)
      .map(({ level, products }) => ({ gap: target - level, products }))
  );
  const sum = (rows: typeof below) => rows.reduce((total, { products }) => total + products, 0);
  return { gaps: sum(below), one: sum(below.filter(({ gap }) => gap === 1)) };
}
