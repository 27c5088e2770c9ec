/**
 * Parts rounded so that they add up to their rounded sum: each rounded down, then those with the largest remainders up
 * (Hamilton's method). Whole numbers of `10 ** -decimals`.
 */
export function roundedParts(parts: readonly number[], decimals: number): number[] {
  const scale = 10 ** decimals;
  const scaled = parts.map((part) => snapped(part * scale));
  const floors = scaled.map(Math.floor);
  const sum = scaled.reduce((total, part) => total + part, 0);
  const rounded = Math.sign(sum) * Math.round(Math.abs(sum) + 1e-9);
  let missing = rounded - floors.reduce((total, part) => total + part, 0);
  const byRemainder = scaled.map((part, i) => ({ i, remainder: part - Math.floor(part) }));
  byRemainder.sort((a, b) => b.remainder - a.remainder);
  for (const { i } of byRemainder) {
    if (missing <= 0) break;
    floors[i] = (floors[i] ?? 0) + 1;
    missing -= 1;
  }
  return floors.map((whole) => (whole + 0) / scale);
}

/** Without the binary error of a computed difference, which would round a 0 down to −1. */
function snapped(value: number): number {
  const whole = Math.round(value);
  return Math.abs(value - whole) < 1e-9 ? whole : value;
}
