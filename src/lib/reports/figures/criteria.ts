import type { CriteriaLevelsRow } from '#lib/charts/criteria-levels.ts';
import type { Locale } from '#lib/i18n/locale.ts';
import { say } from '#lib/i18n/wording.ts';
import type { CriterionFigures } from '#lib/maturity/figures.ts';
import type { Column, Figure } from '../figure.ts';

type Line = CriterionFigures & { label: string };

function drawn({
  code,
  label,
  attained,
  applicable,
  rate,
  low,
  high,
  levels,
  target,
  unanswered,
  notApplicable
}: Line): CriteriaLevelsRow[] {
  if (rate === null || low === null || high === null) return [];
  return [
    {
      code,
      label,
      n: attained,
      N: applicable,
      rate,
      low,
      high,
      levels,
      target,
      applicable,
      unanswered,
      notApplicable
    }
  ];
}

function columns(mostLevels: number, locale: Locale): Column[] {
  return [
    { label: 'Code', kind: 'text' },
    { label: say(locale, 'Critère', 'Criterion'), kind: 'text' },
    { label: say(locale, 'Thème', 'Theme'), kind: 'text' },
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

/** The table of criteria as one figure, for downloads. */
export function criteriaFigure(
  lines: Line[],
  words: Pick<Figure, 'title' | 'subline' | 'caption'>,
  locale: Locale
): Figure {
  const rows = lines.flatMap(drawn);
  const mostLevels = Math.max(0, ...lines.map(({ levels }) => levels.length));
  return {
    id: 'levels',
    ...words,
    drawing: rows.length === 0 ? undefined : { chart: 'criteriaLevels', rows },
    table: {
      columns: columns(mostLevels, locale),
      rows: lines.map((line) => [
        line.code,
        line.label,
        line.theme,
        line.target,
        line.attained,
        line.applicable,
        line.rate,
        line.low,
        line.high,
        ...Array.from({ length: mostLevels }, (_, i) => line.levels[i]?.products ?? null),
        line.unanswered,
        line.notApplicable
      ])
    }
  };
}
