import loadHighs, { type Highs } from 'highs';

let loading: Promise<Highs> | undefined;

/** The solver, loaded once. */
export function highs(): Promise<Highs> {
  loading ??= loadHighs();
  return loading;
}
