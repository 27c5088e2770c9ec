import { fold } from '#lib/i18n/fold.ts';
import type { Problem } from '#lib/maturity/problem.ts';
import { warningAt, type Checked, type CheckedResponse, type KnownProduct } from './checked.ts';
import { nearPairs, pairKey } from '#lib/i18n/near-names.ts';
import { summed } from './summed.ts';
import { words } from '#lib/i18n/vendor-name.ts';

/** Beyond, a person would not look through the pairs, and comparing takes seconds. */
const mostCompared = 10_000;

interface Candidate extends KnownProduct {
  response?: CheckedResponse;
}

/**
 * Products of what is probably one vendor whose names are nearly equal, in the import or between it and the campaign.
 * `vendorOf` says which spellings are probably one vendor; products of different vendors may well share a name.
 */
export function nearProducts(
  { responses, known, distinct }: Checked,
  vendorOf: (vendor: string) => string
): Problem[] {
  const list = [...candidates(known, responses).values()];
  if (list.length > mostCompared) return notCompared(responses, list.length);
  const names = list.map(({ product, vendor }) => ({ words: words(product), group: vendorOf(vendor) }));
  return summed(
    nearPairs(names).flatMap(([a, b]) => {
      const [one, other] = [list[a], list[b]];
      return one && other && !distinct.has(pairKey(one, other)) ? warning(one, other) : [];
    })
  );
}

/** What was not looked for is said, lest its absence be taken for a finding. */
function notCompared([first]: CheckedResponse[], products: number): Problem[] {
  if (!first) return [];
  const detail = { products, most: mostCompared };
  return [{ ...warningAt(first, 'names_not_compared', {}, detail), line: null }];
}

/** Each product once, by identity: those of the campaign first, so that the new name is what is reported. */
function candidates(known: KnownProduct[], responses: CheckedResponse[]): Map<string, Candidate> {
  const all = new Map<string, Candidate>();
  const keyOf = ({ vendor, product }: KnownProduct) => `${fold(vendor)}\u001f${fold(product)}`;
  for (const product of known) all.set(keyOf(product), { ...product });
  for (const response of responses) {
    const candidate = all.get(keyOf(response)) ?? { product: response.product, vendor: response.vendor };
    candidate.response ??= response;
    all.set(keyOf(response), candidate);
  }
  return all;
}

function warning(one: Candidate, other: Candidate): Problem[] {
  const [response, named] = other.response ? [other.response, one] : [one.response, other];
  if (!response) return [];
  const { product } = response;
  const detail = { other: named.product, vendor: named.vendor, who: product };
  return [warningAt(response, 'near_product', { field: 'product', value: product }, detail)];
}
