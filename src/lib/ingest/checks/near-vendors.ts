import { fold } from '#lib/i18n/fold.ts';
import type { Problem } from '#lib/maturity/problem.ts';
import { warningAt, type Checked, type CheckedResponse } from './checked.ts';
import { nearPairs, pairKey } from '#lib/i18n/near-names.ts';
import { summed } from './summed.ts';
import { vendorWords } from '#lib/i18n/vendor-name.ts';

/** One vendor by identity: how it is written first, and a response of the import that names it so, if any. */
interface Spelling {
  vendor: string;
  response?: CheckedResponse;
}

/** Vendors that are probably one: their names with each one's representative, and the warnings. */
export interface VendorSpellings {
  /** The same for all spellings of what is probably one vendor. */
  representative: (vendor: string) => string;
  problems: Problem[];
}

/** The vendors of the import and of the campaign, those of the campaign first: a new spelling is what is reported. */
export function nearVendors({ responses, known, distinct }: Checked): VendorSpellings {
  const spellings = spellingsOf(known, responses);
  const list = [...spellings.values()];
  const near = nearPairs(list.map(({ vendor }) => ({ words: vendorWords(vendor), group: '' })));
  const pairs = near.filter(([a, b]) => !distinct.has(pairKey(named(list[a]), named(list[b]))));
  const parents = list.map((_, i) => i);
  const rootOf = (i: number): number => (parents[i] === i ? i : rootOf(parents[i] ?? i));
  for (const [a, b] of pairs) parents[rootOf(b)] = rootOf(a);
  const places = new Map([...spellings.keys()].map((key, i) => [key, i]));
  return {
    representative: (vendor) => String(rootOf(places.get(fold(vendor)) ?? -1)),
    problems: summed(pairs.flatMap(([a, b]) => warning(list[a], list[b])))
  };
}

function named(spelling: Spelling | undefined) {
  return { vendor: spelling?.vendor ?? '', product: '' };
}

function spellingsOf(known: Checked['known'], responses: CheckedResponse[]): Map<string, Spelling> {
  const spellings = new Map<string, Spelling>();
  for (const { vendor } of known) if (!spellings.has(fold(vendor))) spellings.set(fold(vendor), { vendor });
  for (const response of responses) {
    const key = fold(response.vendor);
    const spelling = spellings.get(key) ?? { vendor: response.vendor };
    spelling.response ??= response;
    spellings.set(key, spelling);
  }
  return spellings;
}

function warning(one: Spelling | undefined, other: Spelling | undefined): Problem[] {
  const [response, named] = other?.response ? [other.response, one] : [one?.response, other];
  if (!response || !named) return [];
  const value = response.vendor;
  return [
    warningAt(response, 'near_vendor', { field: 'vendor', value }, { other: named.vendor, who: value })
  ];
}
