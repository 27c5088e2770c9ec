/**
 * P-values adjusted for their number, in their order: rejecting those at or under q keeps the expected share of false
 * rejections at or under q (Benjamini and Hochberg, JRSS B 57, 1995, as step-up adjusted values).
 */
export function benjaminiHochberg(pValues: readonly number[]): number[] {
  const rising = pValues.map((p, index) => ({ p, index })).sort((a, b) => a.p - b.p);
  const adjusted = pValues.map(() => 1);
  let least = 1;
  for (let rank = rising.length; rank >= 1; rank--) {
    const { p, index } = rising[rank - 1] as (typeof rising)[number];
    least = Math.min(least, (p * rising.length) / rank);
    adjusted[index] = least;
  }
  return adjusted;
}
