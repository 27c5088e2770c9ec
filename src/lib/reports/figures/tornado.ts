import { integer, percent, signed } from '#lib/i18n/format.ts';
import type { Locale } from '#lib/i18n/locale.ts';
import { count, quoted, say } from '#lib/i18n/wording.ts';
import type { AnalysisData } from '../analysis-data.ts';
import { criterionLabels } from '../evolution-data.ts';
import type { Figure } from '../figure.ts';

const mostShown = 15;

/** A criterion with what leaving it out does to the mean rate, in points. */
export interface Effect {
  code: string;
  label: string;
  /** The mean rate without it, from 0 to 1. */
  mean: number;
  points: number;
  attained: number;
  applicable: number;
}

/** From the greatest effect, whichever way; those that apply to nobody have none. */
export function effects({ analysis, criteria, questionnaire }: AnalysisData, locale: Locale): Effect[] {
  const label = criterionLabels(questionnaire, locale);
  return analysis.leftOut
    .flatMap(({ mean, change }, k) => {
      const { code = '', attained = 0, applicable = 0 } = criteria[k] ?? {};
      if (mean === null || change === null || applicable === 0) return [];
      return [{ code, label: label(code), mean, points: 100 * change, attained, applicable }];
    })
    .sort((a, b) => Math.abs(b.points) - Math.abs(a.points));
}

function title(rows: Effect[], mean: number | null, locale: Locale): string {
  const [most] = rows;
  if (!most || mean === null)
    return say(
      locale,
      'Aucun critère à retirer sans vider le questionnaire',
      'No criterion to leave out without emptying the questionnaire'
    );
  const points = signed(most.points, locale, 2);
  if (signed(most.points, locale, 2) === signed(0, locale, 2))
    return say(
      locale,
      'Aucun critère ne déplace à lui seul le taux moyen',
      'No criterion moves the mean rate by itself'
    );
  const name = most.label.length <= 60 ? quoted(most.label, locale) : most.code;
  return say(
    locale,
    `Aucun critère ne pèse plus que ${name} : sans lui, le taux moyen changerait de ${points} point${Math.abs(most.points) < 2 ? '' : 's'}`,
    `No criterion weighs more than ${name}: without it the mean rate would change by ${points} points`
  );
}

function rowTitle(row: Effect, mean: number | null, locale: Locale): string {
  const [before, after] = [percent(mean, locale, 1), percent(row.mean, locale, 1)];
  return say(
    locale,
    `${row.code} ${row.label} : taux moyen ${before} avec, ${after} sans ; atteint par ${integer(row.attained, 'fr')} sur ${integer(row.applicable, 'fr')}`,
    `${row.code} ${row.label}: mean rate ${before} with it, ${after} without; attained by ${integer(row.attained, 'en')} of ${integer(row.applicable, 'en')}`
  );
}

/** Whole ends that hold all bars, the same on either side. */
function reach(rows: Effect[]): number {
  const most = Math.max(0, ...rows.map(({ points }) => Math.abs(points)));
  const steps = [0.1, 0.2, 0.5, 1, 1.5, 2, 3, 5, 10, 20, 50, 100];
  return steps.find((step) => step >= most) ?? 100;
}

function drawingOf(rows: Effect[], mean: number | null, locale: Locale): Figure['drawing'] {
  const shown = rows.slice(0, mostShown);
  if (shown.length === 0) return undefined;
  const end = reach(shown);
  return {
    chart: 'rankedValues',
    rows: {
      rows: shown.map((row) => ({
        code: row.code,
        label: row.label,
        value: row.points,
        figure: signed(row.points, locale, 2),
        title: rowTitle(row, mean, locale),
        isShort: row.points > 0
      })),
      from: -end,
      to: end,
      ticks: [-end, 0, end].map((value) => ({
        value,
        text: signed(value, locale, Number.isInteger(end) ? 0 : 1)
      })),
      references: [{ value: 0, text: '' }],
      head: 'points',
      base: 0
    }
  };
}

/** What leaving each criterion out would do to the mean product rate. */
export function tornadoFigure(data: AnalysisData, locale: Locale): Figure {
  const { mean } = data.analysis;
  const rows = effects(data, locale);
  return {
    id: 'tornado',
    title: title(rows, mean, locale),
    subline: say(
      locale,
      `Changement du taux moyen des produits, en points, si le critère n'avait pas été demandé${rows.length > mostShown ? ` ; les ${mostShown} plus grands` : ''}`,
      `Change of the products’ mean rate, in points, if the criterion had not been asked${rows.length > mostShown ? `; the ${mostShown} greatest` : ''}`
    ),
    meaning: say(
      locale,
      'À droite, en ocre, les critères qui tirent le taux moyen vers le bas : sans eux, il monterait ; à gauche, en bleu, ceux qui le portent.',
      'To the right, in ochre, the criteria that pull the mean rate down: without them it would rise; to the left, in blue, those that carry it.'
    ),
    caption: say(
      locale,
      `Taux moyen : ${percent(mean, 'fr', 1)}, moyenne simple des taux de ${count(data.overview.rated, 'product', 'fr')}. Un produit auquel plus rien ne s'appliquerait sort de la moyenne.`,
      `Mean rate: ${percent(mean, 'en', 1)}, plain mean of the rates of ${count(data.overview.rated, 'product', 'en')}. A product to which nothing more would apply leaves the mean.`
    ),
    drawing: drawingOf(rows, mean, locale),
    table: {
      columns: [
        { label: 'Code', kind: 'text' },
        { label: say(locale, 'Critère', 'Criterion'), kind: 'text' },
        { label: 'n', kind: 'count' },
        { label: 'N', kind: 'count' },
        { label: say(locale, 'Taux moyen sans lui', 'Mean rate without it'), kind: 'share' },
        { label: say(locale, 'Changement, points', 'Change, points'), kind: 'hundredths' }
      ],
      rows: rows.map(({ code, label, attained, applicable, mean, points }) => [
        code,
        label,
        attained,
        applicable,
        mean,
        points
      ])
    }
  };
}
