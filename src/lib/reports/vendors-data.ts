import { bandIndex, type Edges } from '#lib/maturity/bands.ts';
import type { VendorFigures } from '#lib/maturity/figures.ts';
import { formatFilters } from '#lib/maturity/filters.ts';
import type { AskedView } from '#lib/server/asked-view.ts';
import * as attainment from '#lib/server/attainment.ts';
import { cached } from '#lib/server/cache.ts';
import type { Store } from '#lib/server/store.ts';
import * as vendorSizes from '#lib/server/vendor-sizes.ts';
import type { VendorSpread } from '#lib/server/vendor-sizes.ts';

/** A vendor's line; `missed` are the applicable answers of its products that are not at target. */
export interface VendorLine extends VendorFigures {
  missed: number;
  /** Index of the band of its pooled rate; absent where nothing applies. */
  bandIndex?: number;
}

/** The vendors of a view, and how their pooled rates spread: over all of them, and by size. */
export interface VendorsData {
  lines: VendorLine[];
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

async function read(store: Store, { view }: AskedView): Promise<VendorsData> {
  const [vendors, spread] = await Promise.all([
    store.read((db) => attainment.byVendor(db, view)),
    store.read((db) => vendorSizes.spread(db, view))
  ]);
  const { edges } = view.filters;
  return {
    // as with products, no copies
    lines: vendors.map((vendor) =>
      Object.assign(vendor, {
        missed: vendor.applicable - vendor.attained,
        bandIndex: bandIndex(vendor.attained, vendor.applicable, edges)
      })
    ),
    edges,
    isFiltered: formatFilters(view.filters).length > 0,
    all: spread.find(({ sizeClass }) => sizeClass === null) ?? nobody,
    sizes: spread.filter(({ sizeClass }) => sizeClass !== null)
  };
}

export function vendorsData(store: Store, asked: AskedView): Promise<VendorsData> {
  return cached(store, `vendors internal ${asked.key}`, () => read(store, asked));
}
