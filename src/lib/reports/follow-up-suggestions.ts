import { fold } from '#lib/i18n/fold.ts';
import { nearPairs } from '#lib/i18n/near-names.ts';
import { looseVendor, words } from '#lib/i18n/vendor-name.ts';
import type { ExpectedState, FollowedProduct, FollowUp } from '#lib/maturity/follow-up.ts';

/** An expected product without a response, and a product off the list that may be it, for a person to confirm. */
export interface LinkSuggestion {
  expected: ExpectedState;
  product: FollowedProduct;
}

/** A vendor with more products than this gets no suggestions by part of a name. */
const mostOfVendor = 200;

/**
 * For each expected product that did not answer one product off the list whose name is like its own: nearly equal, the
 * same for another spelling of vendor, or the longer form of one name of the vendor. Each product is suggested once.
 */
export function linkSuggestions({ products, unexpected }: FollowUp): LinkSuggestion[] {
  const missing = products.filter(({ state, answeredAs }) => state === 'none' && answeredAs === null);
  const pairs = [
    ...nearWithin(missing, unexpected, ({ vendor }) => looseVendor(vendor)),
    ...partOf(missing, unexpected),
    ...sameName(missing, unexpected)
  ];
  const taken = new Set<string>();
  return pairs.filter(({ expected, product }) => {
    if (taken.has(expected.id) || taken.has(product.id)) return false;
    taken.add(expected.id).add(product.id);
    return true;
  });
}

function nearWithin(
  missing: ExpectedState[],
  unexpected: FollowedProduct[],
  groupOf: (product: FollowedProduct) => string
): LinkSuggestion[] {
  const all = [...missing, ...unexpected];
  const names = all.map((product) => ({ words: words(product.product), group: groupOf(product) }));
  return nearPairs(names).flatMap(([a, b]) => {
    const [expected, product] = [missing[a], unexpected[b - missing.length]];
    return expected && product ? [{ expected, product }] : [];
  });
}

/** « Agenda » and « Agenda Pro » of one vendor. */
function partOf(missing: ExpectedState[], unexpected: FollowedProduct[]): LinkSuggestion[] {
  const byVendor = groups(unexpected, ({ vendor }) => looseVendor(vendor));
  return missing.flatMap((expected) => {
    const candidates = byVendor.get(looseVendor(expected.vendor)) ?? [];
    if (candidates.length > mostOfVendor) return [];
    const own = words(expected.product);
    const product = candidates.find(({ product }) => isPart(own, words(product)));
    return product ? [{ expected, product }] : [];
  });
}

function isPart(a: string[], b: string[]): boolean {
  const [short, long] = a.length <= b.length ? [a, b] : [b, a];
  return short.length > 0 && short.every((word) => long.includes(word));
}

/** The same name under another vendor, who may have been renamed or written otherwise. */
function sameName(missing: ExpectedState[], unexpected: FollowedProduct[]): LinkSuggestion[] {
  const byName = groups(unexpected, ({ product }) => fold(product));
  return missing.flatMap((expected) => {
    const product = byName.get(fold(expected.product))?.[0];
    return product ? [{ expected, product }] : [];
  });
}

function groups(
  products: FollowedProduct[],
  keyOf: (product: FollowedProduct) => string
): Map<string, FollowedProduct[]> {
  const found = new Map<string, FollowedProduct[]>();
  for (const product of products) {
    const group = found.get(keyOf(product)) ?? [];
    group.push(product);
    found.set(keyOf(product), group);
  }
  return found;
}
