import { decimal, integer } from '#lib/i18n/format.ts';
import type { Locale } from '#lib/i18n/locale.ts';
import { count, isSingular, say } from '#lib/i18n/wording.ts';
import type { Interval } from '#lib/maturity/interval.ts';
import type { AnalysisData } from '../analysis-data.ts';
import { criterionLabels } from '../evolution-data.ts';
import type { Figure } from '../figure.ts';
import {
  bootstrapRule,
  estimateCells,
  estimateColumns,
  estimateRows,
  percentTicks,
  type Estimate
} from './intervals.ts';

const mostShown = 8;
/** An interval is called wider from this ratio on: less may come from the draws. */
const clearlyWider = 1.1;

type CriterionEstimate = Estimate & { code: string; byVendor: Interval | null; wilson: Interval };

function width({ low, high }: Interval): number {
  return high - low;
}

/** The interval by vendor over Wilson's; undefined where the draws can't vary. */
export function widening({ byVendor, wilson, n, N }: Estimate): number | undefined {
  return byVendor === null || wilson === null || n === 0 || n === N
    ? undefined
    : width(byVendor) / width(wilson);
}

/** Every criterion that applies to somebody; those whose interval widens most come first. */
export function criterionEstimates(data: AnalysisData, locale: Locale): CriterionEstimate[] {
  const label = criterionLabels(data.questionnaire, locale);
  return data.criteria
    .flatMap(({ code, attained: n, applicable: N, rate, low, high }, k) =>
      rate === null || low === null || high === null
        ? []
        : [
            {
              code,
              label: label(code),
              value: rate,
              n,
              N,
              byVendor: data.analysis.resampled.criteria[k] ?? null,
              wilson: { low, high }
            }
          ]
    )
    .sort((a, b) => (widening(b) ?? 0) - (widening(a) ?? 0));
}

function title(rows: CriterionEstimate[], locale: Locale): string {
  const ratios = rows.flatMap((row) => widening(row) ?? []);
  const [most] = ratios;
  if (most === undefined)
    return say(
      locale,
      'Aucun critère dont l’intervalle puisse tenir compte des éditeurs',
      'No criterion whose interval can respect vendors'
    );
  const wider = ratios.filter((ratio) => ratio >= clearlyWider).length;
  const all = integer(ratios.length, locale);
  if (wider === 0)
    return say(
      locale,
      `Compter par éditeur n'élargit nettement l'intervalle d'aucun critère (${all} comparés)`,
      `Counting by vendor clearly widens no criterion’s interval (${all} compared)`
    );
  const times = decimal(most, locale);
  return say(
    locale,
    `Compter par éditeur élargit d'un dixième ou plus l'intervalle de ${count(wider, 'criterion', 'fr')} sur ${all}${isSingular(wider, 'fr') ? '' : `, jusqu'à ${times} fois`}`,
    `Counting by vendor widens the interval of ${integer(wider, 'en')} of ${count(ratios.length, 'criterion', 'en')} by a tenth or more${wider === 1 ? '' : `, up to ${times} times`}`
  );
}

function captionOf(data: AnalysisData, rows: CriterionEstimate[], locale: Locale): string {
  const fixed = rows.filter(({ n, N }) => n === 0 || n === N).length;
  const note =
    fixed === 0
      ? ''
      : say(
          locale,
          ` Atteints par tous ou par aucun (${count(fixed, 'criterion', 'fr')}), les tirages ne varient pas : lire Wilson.`,
          ` Where all or none attain (${count(fixed, 'criterion', 'en')}) the draws don’t vary: read Wilson.`
        );
  return bootstrapRule(data, locale) + note;
}

/** Each criterion's attainment with both intervals. */
export function criteriaIntervalsFigure(data: AnalysisData, locale: Locale): Figure {
  const rows = criterionEstimates(data, locale);
  return {
    id: 'criteria-intervals',
    title: title(rows, locale),
    subline:
      rows.length > mostShown
        ? say(
            locale,
            `Part des produits concernés à la cible, en % : les ${mostShown} critères dont l'intervalle s'élargit le plus, sur ${rows.length}`,
            `Share of the products concerned at target, in %: the ${mostShown} criteria whose interval widens most, of ${rows.length}`
          )
        : say(
            locale,
            'Part des produits concernés à la cible, en %',
            'Share of the products concerned at target, in %'
          ),
    meaning: say(
      locale,
      'Quand les produits d’un éditeur répondent de même, ils n’apprennent guère plus qu’un seul : l’intervalle honnête est alors plus large que celui de Wilson.',
      'When a vendor’s products answer alike they teach little more than one: the honest interval is then wider than Wilson’s.'
    ),
    caption: captionOf(data, rows, locale),
    drawing:
      rows.length === 0
        ? undefined
        : {
            chart: 'rankedValues',
            rows: {
              rows: estimateRows(rows.slice(0, mostShown), locale),
              from: 0,
              to: 1,
              ticks: percentTicks,
              references: [],
              head: '%'
            }
          },
    table: {
      columns: [
        { label: 'Code', kind: 'text' },
        { label: say(locale, 'Critère', 'Criterion'), kind: 'text' },
        ...estimateColumns(locale)
      ],
      rows: rows.map((row) => [row.code, row.label, ...estimateCells(row)])
    }
  };
}
