import { expect } from 'vitest';
import * as naive from '#tests/server/naive.ts';
import { byVendor } from '#tests/server/naive-vendors.ts';
import { byName, page, type Asked } from './ask-pages.ts';
import { expectRows, type Expected } from './page-numbers.ts';

type Row = naive.NaiveView['products'][number];

/** How many more criteria at target, of two at most, lift the product into a higher band; undefined where they do not. */
function stepsUp({ attained, applicable }: Row, edges: number[]): number | undefined {
  const reached = (n: number) => edges.filter((edge) => n * 100 >= edge * applicable).length;
  return [1, 2].find((more) => attained + more <= applicable && reached(attained + more) > reached(attained));
}

/** Each product that one or two more criteria would lift into a higher band, and the number of these in the title. */
export async function checkNear(asked: Asked, view: naive.NaiveView): Promise<void> {
  const near = view.products.flatMap((row): Expected[][] => {
    const steps = row.applicable === 0 ? undefined : stepsUp(row, view.edges);
    if (steps === undefined) return [];
    const { attained, applicable } = row;
    return [[row.product.product, steps, attained, applicable, { share: attained / applicable }]];
  });
  const { figure, headOf } = await page(asked, '/products');
  const shown = figure('near-bands').map(([product = '', , steps = '', , , ...counts]) => [
    product,
    steps,
    ...counts
  ]);
  expectRows(
    byName(shown, ([product = '']) => product),
    byName(near, ([product]) => String(product)),
    `near a higher band ${asked.message}`
  );
  const rated = view.products.filter(({ applicable }) => applicable > 0).length;
  if (near.length === 0 || rated < 2) return;
  const title = headOf('near-bands');
  const said = Number(/\d+/.exec(title)?.[0] ?? rated);
  expect(said, `near a higher band ${asked.message}: « ${title} »`).toBe(near.length);
}

/** How few vendors together miss half of all that is missed, or more. */
function fewestWithHalf(missed: number[]): number {
  const all = missed.reduce((sum, one) => sum + one, 0);
  let [taken, vendors] = [0, 0];
  for (const one of missed.toSorted((a, b) => b - a)) {
    if (2 * taken >= all) break;
    taken += one;
    vendors += 1;
  }
  return vendors;
}

/** The sentence under the title of the vendors' page, where five of them or more are rated. */
export async function checkHalf(asked: Asked, view: naive.NaiveView): Promise<void> {
  const vendors = byVendor(view);
  const missed = vendors.map(({ applicable, attained }) => applicable - attained);
  const all = missed.reduce((sum, one) => sum + one, 0);
  const rated = vendors.filter(({ applicable }) => applicable > 0).length;
  const { lede } = await page(asked, '/vendors');
  const numbers = lede.match(/\d+/g) ?? [];
  const expected = rated < 5 || all === 0 ? [] : [all, fewestWithHalf(missed), vendors.length];
  expect(numbers.map(Number), `who holds half ${asked.message}: « ${lede} »`).toEqual(expected);
}
