import { bandOfKey } from '#lib/maturity/bands.ts';
import type { CorridorFigures } from '#lib/maturity/figures.ts';
import { integer, percent } from '#lib/i18n/format.ts';
import type { Locale } from '#lib/i18n/locale.ts';
import { count, say } from '#lib/i18n/wording.ts';
import type { Figure } from '../figure.ts';
import type { OverviewData } from '../overview-data.ts';
import { productTitle } from './products.ts';

const cautionBelow = 10;

type Rated = CorridorFigures & { median: number; q1: number; q3: number };

/** « sans couloir » for products without one. */
export function corridorName(corridor: string, locale: Locale): string {
  return corridor === '' ? say(locale, 'sans couloir', 'without corridor') : corridor;
}

function isRated(corridor: CorridorFigures): corridor is Rated {
  return corridor.median !== null && corridor.q1 !== null && corridor.q3 !== null;
}

/** The smallest of the corridors' ranges, from 0 to 1; undefined unless each has two rated products at least. */
function smallestRange(data: OverviewData): number | undefined {
  if (!data.products) return undefined;
  const rates = new Map<string, number[]>();
  for (const { corridor, rate } of data.products)
    if (rate !== null) rates.set(corridor, [...(rates.get(corridor) ?? []), rate]);
  const lists = [...rates.values()];
  if (lists.some((list) => list.length < 2)) return undefined;
  return Math.min(...lists.map((list) => Math.max(...list) - Math.min(...list)));
}

const wideRange = 0.2;

function title(data: OverviewData, rows: Rated[], locale: Locale): string {
  const [high, low] = [rows[0], rows.at(-1)];
  if (!high || !low) return say(locale, 'Aucun couloir à comparer', 'No corridor to compare');
  const [lowText, highText] = [percent(low.median, locale), percent(high.median, locale)];
  const medians =
    lowText === highText
      ? say(locale, `les médianes sont toutes à ${lowText}`, `all medians are at ${lowText}`)
      : say(
          locale,
          `les médianes vont de ${lowText} à ${highText}`,
          `medians range from ${lowText} to ${highText}`
        );
  const range = smallestRange(data);
  if (range === undefined || range < wideRange)
    return capitalised(
      say(locale, `D'un couloir à l'autre, ${medians}`, `From one corridor to another, ${medians}`)
    );
  const points = integer(Math.floor(range * 100 + 1e-9), locale);
  return say(
    locale,
    `Dans chaque couloir, au moins ${points} points séparent les produits extrêmes ; ${medians}`,
    `In every corridor, at least ${points} points separate the extreme products; ${medians}`
  );
}

function capitalised(text: string): string {
  return text.charAt(0).toUpperCase() + text.slice(1);
}

function caution(rows: Rated[], locale: Locale): string {
  const small = rows.filter(({ rated }) => rated < cautionBelow).length;
  if (small === 0) return '';
  return say(
    locale,
    ` Moins de ${cautionBelow} produits dans ${count(small, 'corridor', 'fr')} : lire la médiane avec prudence.`,
    ` Fewer than ${cautionBelow} products in ${count(small, 'corridor', 'en')}: read the median with caution.`
  );
}

function tableOf(rows: Rated[], locale: Locale): Figure['table'] {
  return {
    columns: [
      { label: say(locale, 'Couloir', 'Corridor'), kind: 'text' },
      { label: say(locale, 'Éditeurs', 'Vendors'), kind: 'count' },
      { label: say(locale, 'Produits', 'Products'), kind: 'count' },
      { label: say(locale, 'Premier quartile', 'First quartile'), kind: 'share' },
      { label: say(locale, 'Médiane', 'Median'), kind: 'share' },
      { label: say(locale, 'Troisième quartile', 'Third quartile'), kind: 'share' },
      { label: say(locale, 'À la cible', 'At target'), kind: 'count' },
      { label: say(locale, 'Applicables', 'Applicable'), kind: 'count' },
      { label: say(locale, 'Taux d’ensemble', 'Pooled rate'), kind: 'share' }
    ],
    rows: rows.map((row) => [
      capitalised(corridorName(row.corridor, locale)),
      row.vendors,
      row.rated,
      row.q1,
      row.median,
      row.q3,
      row.attained,
      row.applicable,
      row.rate
    ])
  };
}

/** « Without corridor » has a row, but is no corridor to be counted or compared where there are others. */
function told<Row extends { corridor: string }>(rows: Row[]): Row[] {
  const named = rows.filter(({ corridor }) => corridor !== '');
  return named.length < 2 ? rows : named;
}

/** Each corridor's products, median and middle half; absent where there is no second corridor to compare with. */
export function corridorsFigure(data: OverviewData, locale: Locale): Figure | undefined {
  const rows = data.corridors.filter(isRated).sort((a, b) => b.median - a.median || b.rated - a.rated);
  if (rows.length < 2) return undefined;
  const dots = (corridor: string) =>
    data.products
      ?.filter((product) => product.corridor === corridor)
      .flatMap((product) => {
        const band = bandOfKey(product.band, data.edges);
        return product.rate === null || band === undefined
          ? []
          : [{ rate: product.rate, band, title: productTitle(product, locale) }];
      });
  const dotNote = data.products
    ? say(locale, 'Un point par produit, en %', 'One dot a product, in %')
    : say(locale, 'En %', 'In %');
  return {
    id: 'corridors',
    title: title(data, told(rows), locale),
    subline:
      dotNote +
      say(
        locale,
        ' ; bande grise : moitié centrale ; trait : médiane du couloir',
        '; grey band: middle half; line: the corridor’s median'
      ),
    caption: `N = ${count(data.overview.rated, 'product', locale)}, ${count(told(rows).length, 'corridor', locale)}.${caution(rows, locale)}`,
    drawing: {
      chart: 'corridorRates',
      rows: rows.map(({ corridor, rated, median, q1, q3 }) => ({
        corridor: capitalised(corridorName(corridor, locale)),
        products: rated,
        median,
        q1,
        q3,
        bandCount: data.edges.length + 1,
        rates: dots(corridor)
      }))
    },
    table: tableOf(rows, locale)
  };
}
