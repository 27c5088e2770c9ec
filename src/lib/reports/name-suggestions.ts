import { fold } from '#lib/i18n/fold.ts';
import { nearPairs, pairKey } from '#lib/i18n/near-names.ts';
import { vendorWords, words } from '#lib/i18n/vendor-name.ts';
import type { ProductName } from '#lib/server/product-names.ts';

/** A vendor in one spelling, with the products that go by it. */
export interface VendorSpelling {
  vendor: string;
  products: number;
}

/** Names that look like one and the same, the older first. */
export interface NameSuggestions {
  vendors: [VendorSpelling, VendorSpelling][];
  products: [ProductName, ProductName][];
  /** More products than are compared: only vendors were. */
  isTooMany: boolean;
}

/** Beyond, nobody would look through the pairs. */
export const mostCompared = 10_000;

function spellings(products: ProductName[]): VendorSpelling[] {
  const known = new Map<string, VendorSpelling>();
  for (const { vendor } of products) {
    const spelling = known.get(fold(vendor)) ?? { vendor, products: 0 };
    spelling.products++;
    known.set(fold(vendor), spelling);
  }
  return [...known.values()];
}

function pairsOf<T>(list: T[], named: (item: T) => { words: string[]; group: string }): [T, T][] {
  return nearPairs(list.map(named)).flatMap(([a, b]): [T, T][] => {
    const [one, other] = [list[a], list[b]];
    return one !== undefined && other !== undefined ? [[one, other]] : [];
  });
}

/** The group of spellings of what is probably one vendor. */
function vendorGroups(pairs: [VendorSpelling, VendorSpelling][]): (vendor: string) => string {
  const parents = new Map<string, string>();
  const rootOf = (key: string): string => {
    const parent = parents.get(key);
    return parent === undefined ? key : rootOf(parent);
  };
  for (const [a, b] of pairs) {
    const [one, other] = [rootOf(fold(a.vendor)), rootOf(fold(b.vendor))];
    if (one !== other) parents.set(other, one);
  }
  return (vendor) => rootOf(fold(vendor));
}

/** As the checks of an import compare, over all campaigns; without the pairs that are known to be `distinct`, by `pairKey`. */
export function nameSuggestions(products: ProductName[], distinct: ReadonlySet<string>): NameSuggestions {
  const vendors = pairsOf(spellings(products), ({ vendor }) => ({
    words: vendorWords(vendor),
    group: ''
  })).filter(
    ([{ vendor }, other]) => !distinct.has(pairKey({ vendor, product: '' }, { ...other, product: '' }))
  );
  const isTooMany = products.length > mostCompared;
  const groupOf = vendorGroups(vendors);
  const near = isTooMany
    ? []
    : pairsOf(products, ({ product, vendor }) => ({ words: words(product), group: groupOf(vendor) }));
  return { vendors, products: near.filter(([one, other]) => !distinct.has(pairKey(one, other))), isTooMany };
}
