import { progressOf, type PanelProduct } from './panel.ts';

/** The vendor without whom the panel's change would be another, and that change, from −1 to 1. */
export interface DecisiveVendor {
  vendor: string;
  without: number;
}

/**
 * The vendor, if any, without whose products the panel's progress changes its sign or loses more than half of itself;
 * of several the one that matters most. With a single vendor there is nothing to compare.
 */
export function decisiveVendor(panel: readonly PanelProduct[]): DecisiveVendor | null {
  const progress = progressOf(panel);
  const keys = new Set(panel.map(({ vendorKey }) => vendorKey));
  if (progress === null || Math.abs(progress) < 1e-9 || keys.size < 2) return null;
  const left = leavingEachOut(panel).map((one) => ({ ...one, kept: one.without / progress }));
  const [most] = left.sort((a, b) => a.kept - b.kept);
  return most && most.kept < 0.5 ? { vendor: most.vendor, without: most.without } : null;
}

/** The panel's progress without each vendor, in one pass over the products. */
function leavingEachOut(panel: readonly PanelProduct[]): DecisiveVendor[] {
  const own = new Map<string, { vendor: string; products: number; sum: number }>();
  let total = 0;
  for (const { vendor, vendorKey, before, after } of panel) {
    const sums = own.get(vendorKey) ?? { vendor, products: 0, sum: 0 };
    own.set(vendorKey, { ...sums, products: sums.products + 1, sum: sums.sum + after - before });
    total += after - before;
  }
  return [...own.values()].map(({ vendor, products, sum }) => ({
    vendor,
    without: (total - sum) / (panel.length - products)
  }));
}
