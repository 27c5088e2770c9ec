import { setImmediate } from 'node:timers/promises';

/** Longer, and other visitors would notice. */
const turn = 12;

/**
 * Runs long work in turns of some 12 ms on the main thread, with everything else that waits in between. The work
 * yields wherever it can be interrupted.
 */
export async function unhurried<Result>(work: Generator<void, Result>): Promise<Result> {
  for (;;) {
    const end = performance.now() + turn;
    while (performance.now() < end) {
      const step = work.next();
      if (step.done) return step.value;
    }
    await setImmediate();
  }
}
