import { criterionName } from '#lib/i18n/criterion-name.ts';
import type { Locale } from '#lib/i18n/locale.ts';
import { missingLevels, type Candidate } from '#lib/maturity/frontier/candidate.ts';
import { notConcerned } from '#lib/maturity/level-table.ts';
import type { FrontierBase } from '#lib/server/frontier.ts';

export interface OptimumLine {
  code: string;
  name: string;
  theme: string;
  level: number;
  attained: number;
  applicable: number;
}

/** Criteria with their required levels and how many products have them, in the questionnaire's order. */
export function levelNames(
  { table }: FrontierBase,
  candidates: readonly Candidate[],
  locale: Locale
): OptimumLine[] {
  return candidates.map(({ criterion, code, theme, level }) => {
    const declared = table.products
      .map(({ levels }) => levels[criterion] ?? notConcerned)
      .filter((own) => own !== notConcerned);
    const of = table.criteria[criterion];
    return {
      code,
      theme,
      level,
      name: of ? criterionName(of, locale) : code,
      attained: declared.filter((own) => missingLevels(own, level) === 0).length,
      applicable: declared.length
    };
  });
}
