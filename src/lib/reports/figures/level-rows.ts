import type { CriteriaLevelsRow } from '#lib/charts/criteria-levels.ts';
import type { Locale } from '#lib/i18n/locale.ts';
import { say } from '#lib/i18n/wording.ts';
import type { CriterionFigures } from '#lib/maturity/figures.ts';
import type { Column } from '../figure.ts';
import type { Cell } from '../table.ts';

/** One criterion's answers as a drawn row: none where it applies to no product. */
export function levelRows(figures: CriterionFigures, code: string, label: string): CriteriaLevelsRow[] {
  const { attained, applicable, rate, low, high, levels, target, unanswered, notApplicable } = figures;
  if (rate === null || low === null || high === null) return [];
  const counts = { n: attained, N: applicable, rate, low, high };
  return [{ code, label, ...counts, levels, target, applicable, unanswered, notApplicable }];
}

export function mostLevelsOf(rows: readonly CriterionFigures[]): number {
  return Math.max(0, ...rows.map(({ levels }) => levels.length));
}

/** What every table of levels has behind what its rows are of: target, attainment with its interval, each answer's count. */
export function levelColumns(mostLevels: number, locale: Locale): Column[] {
  return [
    { label: say(locale, 'Cible', 'Target'), kind: 'count' },
    { label: 'n', kind: 'count' },
    { label: 'N', kind: 'count' },
    { label: say(locale, 'Atteinte', 'Attained'), kind: 'share' },
    { label: say(locale, 'Intervalle, de', 'Interval, from'), kind: 'share' },
    { label: say(locale, 'à', 'to'), kind: 'share' },
    ...Array.from({ length: mostLevels }, (_, i): Column => ({
      label: say(locale, `Niveau ${i + 1}`, `Level ${i + 1}`),
      kind: 'count'
    })),
    { label: say(locale, 'Sans réponse', 'No answer'), kind: 'count' },
    { label: say(locale, 'Non applicable', 'Not applicable'), kind: 'count' }
  ];
}

export function levelCells(figures: CriterionFigures, mostLevels: number): Cell[] {
  const { target, attained, applicable, rate, low, high, levels, unanswered, notApplicable } = figures;
  const counts = Array.from({ length: mostLevels }, (_, i) => levels[i]?.products ?? null);
  return [target, attained, applicable, rate, low, high, ...counts, unanswered, notApplicable];
}
