import { rate, type CriterionFigures } from './figures.ts';

/** A criterion's attainment at some level. */
export interface AttainedAt {
  level: number;
  attained: number;
  applicable: number;
  rate: number | null;
}

/** The products at or above a level, by the level distribution that the criterion's figures hold. */
export function attainedAt({ levels, applicable }: CriterionFigures, level: number): AttainedAt {
  const attained = levels.reduce((sum, one) => (one.level >= level ? sum + one.products : sum), 0);
  return { level, attained, applicable, rate: rate({ applicable, attained }) };
}
