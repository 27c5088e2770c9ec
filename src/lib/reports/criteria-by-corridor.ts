import type { HeatMapRows } from '#lib/charts/heat-map.ts';
import { bandName } from '#lib/i18n/bands.ts';
import { percent } from '#lib/i18n/format.ts';
import type { Locale } from '#lib/i18n/locale.ts';
import { messages } from '#lib/i18n/messages.ts';
import { count, isSingular, say } from '#lib/i18n/wording.ts';
import { bandsOf } from '#lib/maturity/bands.ts';
import type { AskedView } from '#lib/server/asked-view.ts';
import { cached } from '#lib/server/cache.ts';
import type { Store } from '#lib/server/store.ts';
import { isFinding } from './chance.ts';
import type { CriteriaSort } from './criteria.ts';
import { corridorData, type CorridorData } from './criteria-by-corridor-data.ts';
import type { Figure } from './figure.ts';
import { corridorName } from './figures/corridors.ts';
import {
  fewProducts,
  heatColumns,
  heatHeads,
  heatLine,
  heatMapFigure,
  type HeatLine
} from './figures/heat-map.ts';
import { noProduct } from './no-product.ts';

/** The order of the lines unless another is asked for. */
export const corridorSort: CriteriaSort = '-rate';

export interface HeatGroup {
  name: string;
  lines: HeatLine[];
}

/** The page of criteria by corridor in one language. */
export interface CorridorReport {
  headline: string;
  lede: string[];
  /** Absent where there are not two corridors to compare. */
  map?: {
    columns: HeatMapRows['columns'];
    heads: HeatMapRows['heads'];
    rate: number | null;
    groups: HeatGroup[];
    bandCount: number;
    key: { name: string; band: number }[];
    few: string;
  };
  figures: Figure[];
}

function nothingToCompare({ corridors }: CorridorData, locale: Locale): string {
  const [only] = corridors;
  return !only || only.corridor === ''
    ? say(
        locale,
        'Aucun couloir n’est renseigné : rien à comparer',
        'No corridor is given: nothing to compare'
      )
    : say(
        locale,
        `Un seul couloir, ${only.corridor} : rien à comparer`,
        `One corridor alone, ${only.corridor}: nothing to compare`
      );
}

function headline(data: CorridorData, locale: Locale): string {
  const tested = data.criteria.filter(({ p }) => p !== null).length;
  const found = data.criteria.filter(({ adjusted }) => isFinding(adjusted)).length;
  if (data.products === 0) return noProduct(data.isFiltered, locale);
  if (data.corridors.length < 2) return nothingToCompare(data, locale);
  if (tested === 0)
    return say(
      locale,
      'Aucun critère ne s’applique dans deux couloirs : rien à comparer',
      'No criterion applies in two corridors: nothing to compare'
    );
  if (found === 0)
    return say(
      locale,
      `${tested === 1 ? 'Le seul critère comparable ne sépare pas' : 'Aucun critère ne sépare'} les couloirs plus que ne le ferait le hasard`,
      `${tested === 1 ? 'The only criterion that compares sets' : 'No criterion sets'} the corridors ${tested === 1 ? 'no further ' : 'further '}apart than chance would`
    );
  return say(
    locale,
    `${count(found, 'criterion', 'fr')} sur ${tested} ${isSingular(found, 'fr') ? 'sépare' : 'séparent'} les couloirs plus que ne le ferait le hasard`,
    `${found} of ${count(tested, 'criterion', 'en')} ${found === 1 ? 'sets' : 'set'} the corridors further apart than chance would`
  );
}

/** The range of the pooled rates, and what may be said of the differences that don't pass the test. */
function lede({ corridors, criteria }: CorridorData, locale: Locale): string[] {
  const rated = corridors.filter(({ rate }) => rate !== null);
  const [high, low] = [rated[0], rated.at(-1)];
  if (corridors.length < 2 || !high || !low || high === low) return [];
  const place = (corridor: typeof high) =>
    `${percent(corridor.rate, locale)} (${corridorName(corridor.corridor, locale)})`;
  const range = say(
    locale,
    `Tous critères réunis, les taux déclarés vont de ${place(low)} à ${place(high)}.`,
    `All criteria together, the rates declared range from ${place(low)} to ${place(high)}.`
  );
  const tested = criteria.filter(({ p }) => p !== null);
  const found = tested.filter(({ adjusted }) => isFinding(adjusted)).length;
  if (found === tested.length) return [range];
  const chance =
    found > 0
      ? say(
          locale,
          ' Pour les autres critères, le hasard écarterait les couloirs autant.',
          ' For the other criteria chance would set the corridors as far apart.'
        )
      : say(
          locale,
          ' Critère par critère, le hasard écarterait les couloirs autant : aucun écart de ce tableau n’est un constat.',
          ' Criterion by criterion chance would set the corridors as far apart: no difference in this table is a finding.'
        );
  return [range + chance];
}

const orders: Record<CriteriaSort, (a: HeatLine, b: HeatLine) => number> = {
  theme: (a, b) => (b.rate ?? -1) - (a.rate ?? -1) || b.applicable - a.applicable,
  '-rate': (a, b) => (b.rate ?? -1) - (a.rate ?? -1) || b.applicable - a.applicable,
  rate: (a, b) => (a.rate ?? 2) - (b.rate ?? 2) || b.applicable - a.applicable,
  code: () => 0
};

/** In one list, or by theme in the questionnaire's order; « by code » is the questionnaire's order too. */
function groupsOf(lines: HeatLine[], sort: CriteriaSort): HeatGroup[] {
  const sorted = lines.toSorted(orders[sort]);
  if (sort !== 'theme') return [{ name: '', lines: sorted }];
  const themes = [...new Set(lines.map(({ theme }) => theme))];
  return themes.map((name) => ({ name, lines: sorted.filter(({ theme }) => theme === name) }));
}

export function orderName(sort: CriteriaSort, locale: Locale): string {
  const m = messages(locale);
  return { theme: m.sortedBy, '-rate': m.byRateDown, rate: m.byRate, code: m.byCode }[sort];
}

const mostInKey = 6;

/** Where there are many bands, the ends name them all. */
function keyOf(data: CorridorData, locale: Locale) {
  const bands = bandsOf(data.edges).map((band, i) => ({ name: bandName(band, locale), band: i }));
  return bands.length <= mostInKey ? bands : [...bands.slice(0, 1), ...bands.slice(-1)];
}

export function writeCorridors(data: CorridorData, sort: CriteriaSort, locale: Locale): CorridorReport {
  const order = orderName(sort, locale);
  const groups = groupsOf(
    data.criteria.map((row) => heatLine(row, data, locale)),
    sort
  );
  const isMap = data.corridors.length > 1 && data.criteria.length > 0;
  return {
    headline: headline(data, locale),
    lede: lede(data, locale),
    map: isMap
      ? {
          columns: heatColumns(data, locale),
          heads: heatHeads(data, order, locale),
          rate: data.rate,
          groups,
          bandCount: data.edges.length + 1,
          key: keyOf(data, locale),
          few: say(locale, `N < ${fewProducts} : sans taux`, `N < ${fewProducts}: no share`)
        }
      : undefined,
    figures: [heatMapFigure(data, groups, order, locale)]
  };
}

/** The criteria of what was asked by corridor; cached, tests and all. */
export function corridorReport(
  store: Store,
  asked: AskedView,
  sort: CriteriaSort,
  locale: Locale
): Promise<CorridorReport> {
  return cached(store, `criteria by corridor report internal ${sort} ${locale} ${asked.key}`, async () =>
    writeCorridors(await corridorData(store, asked), sort, locale)
  );
}
