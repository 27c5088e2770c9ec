/**
 * How often a random test repeats itself: as often as is usual in `npm test`, and in `npm run test:long` so many times
 * as often as `PALIER_TIMES` says: ten times where a process is killed, a disk fails or a file is mutated, else three times.
 */
export function repetitions(usual: number): number {
  return Math.ceil(usual * Number(process.env['PALIER_TIMES'] ?? 1));
}
