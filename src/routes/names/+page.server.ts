import { nameSuggestions } from '#lib/reports/name-suggestions.ts';
import * as distinctNames from '#lib/server/distinct-names.ts';
import * as productNames from '#lib/server/product-names.ts';
import * as renamings from '#lib/server/renamings.ts';
import { askedByAddress } from '../asked.ts';
import { distinctActions, namingActions } from '../naming.ts';

/** More pairs than these would not be looked through. */
const mostPairs = 100;

export async function load({ locals: { store }, url }) {
  await askedByAddress(store, url);
  const { vendors, products, isTooMany } = nameSuggestions(
    await store.read(productNames.list),
    await store.read(distinctNames.inForce)
  );
  return {
    vendors: vendors.slice(0, mostPairs),
    products: products.slice(0, mostPairs),
    counts: { vendors: vendors.length, products: products.length },
    isTooMany,
    renamings: await store.read(renamings.list),
    distinct: await store.read(distinctNames.list)
  };
}

const { merge, renameVendor, unmerge } = namingActions;
export const actions = { merge, renameVendor, unmerge, ...distinctActions };
