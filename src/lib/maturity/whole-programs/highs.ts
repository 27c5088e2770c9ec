import type { Highs } from 'highs';

let loading: Promise<Highs> | undefined;

/** The solver, loaded once, by whoever first needs it. */
export function highs(): Promise<Highs> {
  loading ??= import('highs').then((module) => module.default());
  return loading;
}
