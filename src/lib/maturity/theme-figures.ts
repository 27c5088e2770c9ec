import { rate, type CriterionFigures, type ThemeFigures } from './figures.ts';

/** One row a theme, in the order in which the criteria first name them: the sums over its criteria (definition 9). */
export function themesOf(criteria: readonly CriterionFigures[]): ThemeFigures[] {
  const themes = new Map<string, { theme: string; criteria: number; applicable: number; attained: number }>();
  for (const { theme, applicable, attained } of criteria) {
    const sums = themes.get(theme) ?? { theme, criteria: 0, applicable: 0, attained: 0 };
    sums.criteria += 1;
    sums.applicable += applicable;
    sums.attained += attained;
    themes.set(theme, sums);
  }
  return [...themes.values()].map((sums) => ({ ...sums, rate: rate(sums) }));
}
