import { integer, percent } from '#lib/i18n/format.ts';
import type { Locale } from '#lib/i18n/locale.ts';
import { counted, isSingular, say } from '#lib/i18n/wording.ts';
import { bandsOf } from '#lib/maturity/bands.ts';
import type { AskedView } from '#lib/server/asked-view.ts';
import * as listed from '#lib/server/listed-vendors.ts';
import type { VendorColumn, VendorCount } from '#lib/server/listed-vendors.ts';
import type { Store } from '#lib/server/store.ts';
import type { Figure } from './figure.ts';
import { vendorSizesFigure } from './figures/vendor-sizes.ts';
import { vendorsTableFigure } from './figures/vendors-table.ts';
import { alphabet, compare, placeOf, type Part } from './list-part.ts';
import { parseListSort, type ListSort } from './list-sort.ts';
import { lowestBandTitle } from './lowest-band.ts';
import { noProduct } from './no-product.ts';
import { allVendors, lineOf, vendorsData, type VendorLine, type VendorsData } from './vendors-data.ts';

export const vendorColumns = [
  'vendor',
  'products',
  'rate',
  'attained',
  'missed',
  'effort'
] as const satisfies readonly VendorColumn[];

export type VendorSort = ListSort<VendorColumn>;

/** By default the least attained first: the page asks which vendors lag. */
export function parseVendorSort(text: string | null): VendorSort {
  return parseListSort(text, vendorColumns, { column: 'rate', down: false });
}

export interface VendorsReport {
  headline: string;
  /** Sentences in pieces, every second one stressed. */
  lede: string[];
  /** Of vendors. */
  total: number;
  sizes: Figure;
}

/** Those of one value follow each other by what they miss, then by name. */
function sorted(lines: readonly VendorLine[], { column, down }: VendorSort, locale: Locale): VendorLine[] {
  const collator = alphabet(locale);
  return lines.toSorted(
    (a, b) =>
      compare(a[column], b[column], down, collator) ||
      b.missed - a.missed ||
      collator.compare(a.vendor, b.vendor)
  );
}

function onlyVendor({ all }: VendorsData, locale: Locale): string {
  const share = percent(all.median, locale);
  const who =
    all.vendors === 1
      ? say(locale, "L'unique éditeur", 'The only vendor')
      : say(locale, 'Le seul éditeur concerné', 'The only vendor concerned');
  return (
    who +
    say(
      locale,
      ` déclare atteindre ${share} de ses critères, tous produits réunis`,
      ` declares that it attains ${share} of its criteria, all products together`
    )
  );
}

/** Which vendors lag, in one sentence. */
function headline(data: VendorsData, locale: Locale): string {
  const { all, counts, edges, isFiltered } = data;
  const [lowest] = bandsOf(edges);
  if (all.vendors === 0) return noProduct(isFiltered, locale);
  if (all.rated === 0 || !lowest)
    return say(
      locale,
      "Aucun critère ne s'applique à ces produits",
      'No criterion applies to these products'
    );
  if (all.rated === 1) return onlyVendor(data, locale);
  const n = counts.reduce((sum, { band, vendors }) => sum + (band === 0 ? vendors : 0), 0);
  return lowestBandTitle(n, all.rated, lowest.to, 'vendor', locale);
}

/** How few vendors hold half of all that is missing. */
function holdersOfHalf(counts: readonly VendorCount[]): { vendors: number; all: number } {
  const all = counts.reduce((sum, { missed, vendors }) => sum + missed * vendors, 0);
  let [vendors, missed] = [0, 0];
  for (const one of counts.toSorted((a, b) => b.missed - a.missed)) {
    const wanted = one.missed === 0 ? 0 : Math.ceil((all - 2 * missed) / (2 * one.missed));
    if (wanted <= 0) break;
    const taken = Math.min(wanted, one.vendors);
    missed += taken * one.missed;
    vendors += taken;
  }
  return { vendors, all };
}

function lede({ counts, all }: VendorsData, locale: Locale): string[] {
  const half = holdersOfHalf(counts);
  if (all.rated < 5 || half.all === 0) return [];
  return [
    say(
      locale,
      `${counted(half.all, ['critère non atteint', 'critères non atteints'], locale)} en tout, compté${half.all > 1 ? 's' : ''} par produit ; `,
      `${counted(half.all, ['criterion not attained', 'criteria not attained'], locale)} in all, counted by product; `
    ),
    say(
      locale,
      `${counted(half.vendors, ['éditeur', 'éditeurs'], locale)} sur ${integer(all.vendors, locale)}`,
      `${integer(half.vendors, locale)} of ${integer(all.vendors, locale)} vendors`
    ),
    say(
      locale,
      ` en ${isSingular(half.vendors, 'fr') ? 'réunit' : 'réunissent'} la moitié ou plus. Qui a plus de produits en compte plus : le taux, lui, n'en dépend pas.`,
      ` hold half of them or more. Who has more products counts more of them: the rate does not depend on that.`
    )
  ];
}

/** What the vendors of what was asked come to, each with all its products in view. */
export async function vendorsReport(store: Store, asked: AskedView, locale: Locale): Promise<VendorsReport> {
  const data = await vendorsData(store, asked);
  return {
    headline: headline(data, locale),
    lede: lede(data, locale),
    total: data.all.vendors,
    sizes: vendorSizesFigure(data, locale)
  };
}

/** A part of them, in the order asked. */
export async function vendorPart(
  store: Store,
  { view }: AskedView,
  sort: VendorSort,
  locale: Locale,
  part: Part
): Promise<VendorLine[]> {
  const { column, down } = sort;
  const collator = alphabet(locale);
  return store.read(async (db) => {
    const counts = await listed.values(db, view, column);
    const { values, after } = placeOf(counts, (a, b) => compare(a, b, down, collator), part);
    const vendors = await listed.withValues(db, view, column, values);
    const lines = vendors.map((vendor) => lineOf(vendor, view.filters.edges));
    return sorted(lines, sort, locale).slice(after, after + part.length);
  });
}

/** The figures that can be taken away, the table of all vendors among them, of which the page itself shows a part. */
export async function vendorFigures(
  store: Store,
  asked: AskedView,
  sort: VendorSort,
  locale: Locale
): Promise<{ figures: Figure[] }> {
  const [data, lines] = await Promise.all([vendorsData(store, asked), allVendors(store, asked)]);
  return {
    figures: [vendorSizesFigure(data, locale), vendorsTableFigure(sorted(lines, sort, locale), data, locale)]
  };
}
