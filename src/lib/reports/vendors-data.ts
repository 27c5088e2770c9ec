import { bandIndex, type Edges } from '#lib/maturity/bands.ts';
import type { VendorFigures } from '#lib/maturity/figures.ts';
import { formatFilters } from '#lib/maturity/filters.ts';
import type { AskedView } from '#lib/server/asked-view.ts';
import * as attainment from '#lib/server/attainment.ts';
import * as listed from '#lib/server/listed-vendors.ts';
import type { VendorCount } from '#lib/server/listed-vendors.ts';
import { cached } from '#lib/server/cache.ts';
import type { Store } from '#lib/server/store.ts';
import * as vendorSizes from '#lib/server/vendor-sizes.ts';
import type { VendorSpread } from '#lib/server/vendor-sizes.ts';
import { mostDots } from './overview-data.ts';

/** A vendor's line; `missed` are the applicable answers of its products that are not at target. */
export interface VendorLine extends VendorFigures {
  missed: number;
  /** Index of the band of its pooled rate; absent where nothing applies. */
  bandIndex?: number;
}

/** What the vendors of a view come to, and how their pooled rates spread: over all of them, and by size. */
export interface VendorsData {
  /** Where few enough to be drawn one by one. */
  lines: VendorLine[];
  counts: VendorCount[];
  edges: Edges;
  isFiltered: boolean;
  all: VendorSpread;
  sizes: VendorSpread[];
}

const nobody: VendorSpread = {
  sizeClass: null,
  vendors: 0,
  rated: 0,
  low: null,
  q1: null,
  median: null,
  q3: null,
  high: null
};

export function lineOf(vendor: VendorFigures, edges: Edges): VendorLine {
  const { applicable, attained } = vendor;
  return { ...vendor, missed: applicable - attained, bandIndex: bandIndex(attained, applicable, edges) };
}

/** All vendors of a view, by name. */
export async function allVendors(store: Store, { view }: AskedView): Promise<VendorLine[]> {
  const vendors = await store.read((db) => attainment.byVendor(db, view));
  return vendors.map((vendor) => lineOf(vendor, view.filters.edges));
}

async function read(store: Store, asked: AskedView): Promise<VendorsData> {
  const { view } = asked;
  const [counts, spread] = await Promise.all([
    store.read((db) => listed.counts(db, view)),
    store.read((db) => vendorSizes.spread(db, view))
  ]);
  const all = spread.find(({ sizeClass }) => sizeClass === null) ?? nobody;
  return {
    lines: all.rated > mostDots ? [] : await allVendors(store, asked),
    counts,
    edges: view.filters.edges,
    isFiltered: formatFilters(view.filters).length > 0,
    all,
    sizes: spread.filter(({ sizeClass }) => sizeClass !== null)
  };
}

export function vendorsData(store: Store, asked: AskedView): Promise<VendorsData> {
  return cached(store, `vendors internal ${asked.key}`, () => read(store, asked), [asked.campaign.id]);
}
