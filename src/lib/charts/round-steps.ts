/** Round whole numbers from one step up to `most`, at most so many of them. */
export function roundSteps(most: number, count: number): number[] {
  if (most < 1) return [];
  const power = 10 ** Math.floor(Math.log10(most));
  const step =
    [0.1, 0.2, 0.5, 1, 2, 5].map((m) => m * power).find((s) => s >= 1 && most / s <= count) ?? power;
  const whole = Math.max(1, Math.round(step));
  return Array.from({ length: Math.floor(most / whole) }, (_, i) => (i + 1) * whole);
}
