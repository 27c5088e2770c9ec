import { readExpected } from '#lib/ingest/expected.ts';
import type { InputFile } from '#lib/ingest/types.ts';
import type { Problem } from '#lib/maturity/problem.ts';
import * as expectedProducts from '#lib/server/expected-products.ts';
import type { Store } from '#lib/server/store.ts';

/** Reads a list of expected products and puts it in the place of the campaign's; with an error nothing is stored. */
export async function storeExpected(
  store: Store,
  campaignId: number,
  file: InputFile
): Promise<{ stored: number | undefined; problems: Problem[] }> {
  const { expected, problems } = readExpected(file);
  if (problems.some(({ severity }) => severity === 'error')) return { stored: undefined, problems };
  await store.write((db) => expectedProducts.update(db, campaignId, expected));
  return { stored: expected.length, problems };
}
