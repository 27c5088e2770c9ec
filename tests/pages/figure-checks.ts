import { expect } from 'vitest';
import * as naive from '#tests/server/naive.ts';
import { api, byName, page, type Asked } from './ask-pages.ts';
import { expectRows, expectSame, type Expected } from './page-numbers.ts';

/** What a corridor is called on pages, in lower case. */
function corridorName(corridor: string, { lang }: Asked): string {
  if (corridor !== '') return corridor.toLowerCase();
  return lang === 'fr' ? 'sans couloir' : 'without corridor';
}

function inLowerCase(rows: string[][]): string[][] {
  return rows.map(([name = '', ...rest]) => [name.toLowerCase(), ...rest]);
}

/** The overview's corridors: those with a rated product, where there are two. */
export async function checkCorridors(asked: Asked, view: naive.NaiveView): Promise<void> {
  const all = naive.byCorridor(view);
  expectSame(
    byName(await api<typeof all>(asked, 'corridors'), ({ corridor }) => corridor),
    byName(all, ({ corridor }) => corridor),
    asked.message
  );
  const rated = all.filter((row) => row.rated > 0);
  const rows = rated.map((row): Expected[] => [
    corridorName(row.corridor, asked),
    row.vendors,
    row.rated,
    ...[row.q1, row.median, row.q3].map((share) => ({ share })),
    row.attained,
    row.applicable,
    { share: row.rate }
  ]);
  const { figure } = await page(asked, '/');
  expectRows(
    byName(inLowerCase(figure('corridors')), ([name = '']) => name),
    rated.length < 2 ? [] : byName(rows, ([name]) => String(name)),
    `corridors ${asked.message}`
  );
}

/** The histogram of `/products`: its bars, each product in the one of its whole per cent. */
export async function checkHistogram(asked: Asked, view: naive.NaiveView): Promise<void> {
  const rows = (await page(asked, '/products')).figure('histogram');
  const bars = rows.map(([range = '', products = '']) => {
    const [from = NaN, to = NaN] = range.split('–').map(Number);
    return { from, to, products: Number(products) };
  });
  const rated = view.products.filter(({ applicable }) => applicable > 0);
  expect(
    bars.reduce((sum, { products }) => sum + products, 0),
    `histogram ${asked.message}`
  ).toBe(rated.length);
  for (const { from, to, products } of bars) {
    const own = rated.filter(({ attained, applicable }) => {
      const percents = Math.min(99, Math.floor((100 * attained) / applicable + 1e-9));
      return percents >= from && percents < to;
    });
    expect(products, `histogram ${from}–${to} ${asked.message}`).toBe(own.length);
  }
}

/** With fewer products a cell of the heat map says their number alone. */
const fewProducts = 5;

function heatCell(criterion: { attained: number; applicable: number } | undefined): string {
  const { attained: n, applicable: N } = criterion ?? { attained: 0, applicable: 0 };
  return N < fewProducts ? `N = ${N}` : `${Math.floor((100 * n) / N + 0.5 + 1e-9)} ${n}/${N}`;
}

/** Every cell of the criteria by corridor. */
export async function checkHeatMap(asked: Asked, view: naive.NaiveView): Promise<void> {
  const found = await page(asked, '/criteria?by=corridor&sort=code');
  const corridors = naive.byCorridor(view);
  const rows = found.list('table.heat').map(({ cells }) => cells);
  expect(rows.length, `heat map ${asked.message}`).toBe(corridors.length < 2 ? 0 : view.criteria.length);
  if (rows.length === 0) return;
  const columns = found.heads('table.heat thead th.corridor b').map((name) => name.toLowerCase());
  const criteriaOf = columns.map((name) => {
    const corridor = corridors.find((one) => corridorName(one.corridor, asked) === name)?.corridor;
    const products = view.products.filter(({ product }) => product.corridor === corridor);
    return naive.byCriterion({ ...view, products });
  });
  expectRows(
    rows.map((row) => row.slice(1)),
    naive
      .byCriterion(view)
      .map(({ rate }, i) => [{ share: rate }, ...criteriaOf.map((criteria) => heatCell(criteria[i]))]),
    `heat map ${asked.message}`
  );
}
