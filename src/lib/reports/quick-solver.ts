import { setFlagsFromString } from 'node:v8';
import type { Highs } from 'highs';
import { highs } from '#lib/maturity/whole-programs/highs.ts';

/**
 * The solver with its code translated quickly rather than well: a publication asks it a few hundred small questions, and the
 * better translation takes more time and memory than it gives back. It holds from the first call on, so before the auditor's.
 */
export function quickSolver(): Promise<Highs> {
  setFlagsFromString('--liftoff-only');
  return highs();
}
