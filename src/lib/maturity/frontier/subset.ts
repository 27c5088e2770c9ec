import { firmnessUnits, type Candidate } from './candidate.ts';
import type { Found } from './points.ts';

/**
 * As many of the set's candidates as asked for: those included, then what each theme wants at least, then the firmest,
 * common ones before conditional ones. Any choice lets in as many products or more.
 */
export function chooseSubset({ table, query }: Found, set: readonly Candidate[], size: number): Candidate[] {
  const firmness = new Map(set.map((one) => [one, firmnessUnits(one, table)]));
  const firmest = [...set].sort((a, b) => (firmness.get(b) ?? 0) - (firmness.get(a) ?? 0));
  const chosen = new Set(firmest.filter(({ code }) => query.include.includes(code)));
  for (const { theme, least } of query.minThemes) {
    const has = [...chosen].filter((one) => one.theme === theme).length;
    const wanted = firmest.filter((one) => one.theme === theme && !chosen.has(one));
    for (const one of wanted.slice(0, Math.max(0, least - has))) chosen.add(one);
  }
  for (const one of firmest) if (chosen.size < size) chosen.add(one);
  return [...chosen];
}
