import { setFlagsFromString } from 'node:v8';
import loadHighs, { type Highs } from 'highs';

let loading: Promise<Highs> | undefined;

/**
 * The solver, loaded once. Its code is translated quickly rather than well: a publication asks it a few thousand small
 * questions, and the slower, better translation would take more time and memory than it gives back.
 */
export function highs(): Promise<Highs> {
  setFlagsFromString('--liftoff-only');
  loading ??= loadHighs();
  return loading;
}
