import type { Locale } from '#lib/i18n/locale.ts';
import { say } from '#lib/i18n/wording.ts';
import type { CriterionFigures } from '#lib/maturity/figures.ts';
import type { Figure } from '../figure.ts';
import { levelCells, levelColumns, levelRows, mostLevelsOf } from './level-rows.ts';

type Line = CriterionFigures & { label: string };

/** The table of criteria as one figure, for downloads. */
export function criteriaFigure(
  lines: Line[],
  words: Pick<Figure, 'title' | 'subline' | 'caption'>,
  locale: Locale
): Figure {
  const rows = lines.flatMap((line) => levelRows(line, line.code, line.label));
  const mostLevels = mostLevelsOf(lines);
  return {
    id: 'levels',
    ...words,
    drawing: rows.length === 0 ? undefined : { chart: 'criteriaLevels', rows },
    table: {
      columns: [
        { label: 'Code', kind: 'text' },
        { label: say(locale, 'Critère', 'Criterion'), kind: 'text' },
        { label: say(locale, 'Thème', 'Theme'), kind: 'text' },
        ...levelColumns(mostLevels, locale)
      ],
      rows: lines.map((line) => [line.code, line.label, line.theme, ...levelCells(line, mostLevels)])
    }
  };
}
