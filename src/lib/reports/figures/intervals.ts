import { bandName } from '#lib/i18n/bands.ts';
import { decimal, integer, percent } from '#lib/i18n/format.ts';
import type { Locale } from '#lib/i18n/locale.ts';
import { count, say } from '#lib/i18n/wording.ts';
import { bootstrapDraws } from '#lib/maturity/bootstrap.ts';
import { wilson, type Interval } from '#lib/maturity/interval.ts';
import type { AnalysisData } from '../analysis-data.ts';
import type { Figure } from '../figure.ts';
import { noProduct } from '../no-product.ts';

/** A figure with the interval that respects vendors and, for a share of products, Wilson's beside it. */
export interface Estimate {
  label: string;
  value: number;
  n: number | null;
  N: number;
  byVendor: Interval | null;
  wilson: Interval | null;
}

/** Fewer vendors make a poor bootstrap. */
const fewVendors = 10;
/** From this share of the expected products on nearly all have answered. */
const nearlyAll = 0.9;

export function estimates({ analysis, overview }: AnalysisData, locale: Locale): Estimate[] {
  const { mean, resampled } = analysis;
  const { rated, median, bands } = overview;
  if (mean === null || median === null) return [];
  const whole = { n: null, N: rated, wilson: null };
  return [
    { label: say(locale, 'Taux moyen', 'Mean rate'), value: mean, ...whole, byVendor: resampled.mean },
    { label: say(locale, 'Médiane', 'Median'), value: median, ...whole, byVendor: resampled.median },
    ...bands
      .map(({ products, ...band }, i) => ({
        label: say(locale, 'Part : ', 'Share: ') + bandName(band, locale),
        value: products / rated,
        n: products,
        N: rated,
        byVendor: resampled.bands[i] ?? null,
        wilson: wilson(products, rated)
      }))
      .reverse()
  ];
}

/** « 41,9 à 52,2 % ». */
export function rangeWords({ low, high }: Interval, locale: Locale, decimals = 0): string {
  return say(
    locale,
    `${decimal(100 * low, 'fr', decimals)} à ${percent(high, 'fr', decimals)}`,
    `${decimal(100 * low, 'en', decimals)} to ${percent(high, 'en', decimals)}`
  );
}

function title({ overview, isFiltered }: AnalysisData, rows: Estimate[], locale: Locale): string {
  const [mean] = rows;
  if (overview.products === 0) return noProduct(isFiltered, locale);
  if (!mean)
    return say(
      locale,
      'Aucun critère ne s’applique à ces produits',
      'No criterion applies to these products'
    );
  const rate = percent(mean.value, locale, 1);
  if (!mean.byVendor)
    return say(
      locale,
      `Taux moyen de ${rate} ; un seul éditeur, donc aucun intervalle`,
      `Mean rate of ${rate}; a single vendor, so no interval`
    );
  const range = rangeWords(mean.byVendor, locale, 1);
  return say(
    locale,
    `Taux moyen de ${rate} ; avec d'autres éditeurs tirés de même, de ${range}`,
    `Mean rate of ${rate}; with other vendors drawn alike, from ${range}`
  );
}

/** What an interval means, whether or not all those asked have answered. */
export function intervalMeaning({ expected }: AnalysisData, locale: Locale): string {
  const isNearlyAll = expected !== undefined && expected.answered >= nearlyAll * expected.expected;
  const answered = expected
    ? `${integer(expected.answered, locale)} ${say(locale, 'sur', 'of')} ${integer(expected.expected, locale)}`
    : '';
  return isNearlyAll
    ? say(
        locale,
        `Presque tous les produits attendus ont répondu (${answered}) : l'intervalle n'est pas l'erreur d'un sondage, il dit de combien le chiffre bougerait si d'autres éditeurs du même genre avaient répondu, et donc quels écarts ne pas surinterpréter.`,
        `Nearly all products expected have answered (${answered}): the interval is not a survey’s error; it says how far the figure would move if other vendors of the same kind had answered, and so which differences not to over-read.`
      )
    : say(
        locale,
        'L’intervalle dit de combien le chiffre bougerait si d’autres éditeurs du même genre avaient répondu ; il ne corrige pas ce que les absents auraient de particulier.',
        'The interval says how far the figure would move if other vendors of the same kind had answered; it does not correct for what is particular to those who are missing.'
      );
}

export function bootstrapRule({ overview }: AnalysisData, locale: Locale): string {
  const vendors = overview.vendors;
  const rule = say(
    locale,
    `Trait épais : intervalle à 95 %, ${integer(bootstrapDraws, 'fr')} tirages d'éditeurs avec remise, chacun avec tous ses produits (bootstrap, graine fixe). Trait fin : Wilson, comme si chaque produit répondait seul. ${count(vendors, 'vendor', 'fr')}.`,
    `Thick line: 95% interval, ${integer(bootstrapDraws, 'en')} draws of vendors with replacement, each with all its products (bootstrap, fixed seed). Thin line: Wilson, as if each product answered alone. ${count(vendors, 'vendor', 'en')}.`
  );
  if (vendors >= fewVendors || vendors === 0) return rule;
  return (
    rule +
    say(
      locale,
      ' Si peu d’éditeurs donnent un intervalle peu sûr.',
      ' So few vendors make an unsure interval.'
    )
  );
}

function rowTitle({ label, value, n, N, byVendor, wilson }: Estimate, locale: Locale): string {
  const counts = n === null ? '' : ` (${integer(n, locale)}/${integer(N, locale)})`;
  const ranges = [
    byVendor &&
      say(locale, `par éditeur ${rangeWords(byVendor, 'fr')}`, `by vendor ${rangeWords(byVendor, 'en')}`),
    wilson && `Wilson ${rangeWords(wilson, locale)}`
  ].filter(Boolean);
  return [`${label}${say(locale, ' : ', ': ')}${percent(value, locale, 1)}${counts}`, ...ranges].join(', ');
}

/** Estimates as rows of a drawing on 0–100 %. */
export function estimateRows(rows: (Estimate & { code?: string })[], locale: Locale) {
  return rows.map((row) => ({
    code: row.code ?? '',
    label: row.label,
    value: row.value,
    figure: percent(row.value, locale),
    title: rowTitle(row, locale),
    interval: row.byVendor ?? undefined,
    other: row.wilson ?? undefined
  }));
}

export const percentTicks = [0, 0.2, 0.4, 0.6, 0.8, 1].map((value) => ({ value, text: String(100 * value) }));

export function estimateColumns(locale: Locale): Figure['table']['columns'] {
  return [
    { label: 'n', kind: 'count' },
    { label: 'N', kind: 'count' },
    { label: say(locale, 'Valeur', 'Value'), kind: 'share' },
    { label: say(locale, 'Par éditeur, de', 'By vendor, from'), kind: 'share' },
    { label: say(locale, 'à', 'to'), kind: 'share' },
    { label: say(locale, 'Wilson, de', 'Wilson, from'), kind: 'share' },
    { label: say(locale, 'à', 'to'), kind: 'share' }
  ];
}

export function estimateCells({ n, N, value, byVendor, wilson }: Estimate) {
  return [
    n,
    N,
    value,
    byVendor?.low ?? null,
    byVendor?.high ?? null,
    wilson?.low ?? null,
    wilson?.high ?? null
  ];
}

/** Mean, median and bands with the intervals that respect vendors. */
export function intervalsFigure(data: AnalysisData, locale: Locale): Figure {
  const rows = estimates(data, locale);
  return {
    id: 'intervals',
    title: title(data, rows, locale),
    subline: say(
      locale,
      'Taux des produits et part de chaque tranche, en %, avec deux intervalles',
      'Rates of products and share of each band, in %, with two intervals'
    ),
    meaning: intervalMeaning(data, locale),
    caption: `N = ${count(data.overview.rated, 'product', locale)}. ${bootstrapRule(data, locale)}`,
    drawing:
      rows.length === 0
        ? undefined
        : {
            chart: 'rankedValues',
            rows: {
              rows: estimateRows(rows, locale),
              from: 0,
              to: 1,
              ticks: percentTicks,
              references: [],
              head: '%'
            }
          },
    table: {
      columns: [{ label: say(locale, 'Chiffre', 'Figure'), kind: 'text' }, ...estimateColumns(locale)],
      rows: rows.map((row) => [row.label, ...estimateCells(row)])
    }
  };
}
