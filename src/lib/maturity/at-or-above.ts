import { rate, type CriterionFigures } from './figures.ts';

/** A criterion's attainment at some level. */
export interface AtOrAbove {
  level: number;
  attained: number;
  applicable: number;
  rate: number | null;
}

/** The products at or above a level, by the level distribution that the criterion's figures hold. */
export function atOrAbove({ levels, applicable }: CriterionFigures, level: number): AtOrAbove {
  const attained = levels.reduce((sum, one) => (one.level >= level ? sum + one.products : sum), 0);
  return { level, attained, applicable, rate: rate({ applicable, attained }) };
}
