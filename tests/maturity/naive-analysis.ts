import type { Matrix, MatrixProduct } from '#lib/maturity/matrix.ts';

/** Definition 14 recomputed in plain loops over whole rows of answers, without any code of `src/lib/maturity`. */

type Mark = 0 | 1 | undefined;
type Row = { product: MatrixProduct; marks: Mark[] };

export function rowsOf({ products, unanswered }: Matrix): Row[] {
  const read: Record<string, Mark> = { '1': 1, '0': 0, '?': unanswered === 'count' ? 0 : undefined };
  return products.map((product) => ({ product, marks: [...product.cells].map((cell) => read[cell]) }));
}

function counted(marks: Mark[]): number[] {
  return marks.filter((mark): mark is 0 | 1 => mark !== undefined);
}

function average(values: number[]): number {
  return values.reduce((a, b) => a + b, 0) / values.length;
}

export function ratesOf(rows: Row[]): number[] {
  return rows.map(({ marks }) => counted(marks)).flatMap((own) => (own.length === 0 ? [] : [average(own)]));
}

export function meanOf(rows: Row[]): number | null {
  const rates = ratesOf(rows);
  return rates.length === 0 ? null : average(rates);
}

export function column(rows: Row[], k: number): number[] {
  return counted(rows.map(({ marks }) => marks[k]));
}

/** Places of the criteria by difficulty. */
export function ladder(rows: Row[], K: number): number[] {
  const all = Array.from({ length: K }, (_, k) => k);
  const applying = all.filter((k) => column(rows, k).length > 0);
  const share = (k: number) => {
    const own = column(rows, k);
    return own.filter((mark) => mark === 1).length / own.length;
  };
  return [
    ...applying.sort((a, b) => share(b) - share(a) || a - b),
    ...all.filter((k) => !applying.includes(k))
  ];
}

/** For each product the criteria whose answer its score did not foretell. */
export function surprises(rows: Row[], K: number): number[][] {
  const order = ladder(rows, K);
  return rows.map(({ marks }) => {
    const own = order.filter((k) => marks[k] !== undefined);
    const score = own.filter((k) => marks[k] === 1).length;
    const easiest = new Set(own.slice(0, score));
    return own.filter((k) => easiest.has(k) !== (marks[k] === 1));
  });
}

export function correlation(rows: Row[], k: number): number | null {
  const points = rows.flatMap(({ marks }) => {
    const rest = counted(marks.filter((_, i) => i !== k));
    return marks[k] === undefined || rest.length === 0 ? [] : [{ x: marks[k], y: average(rest) }];
  });
  const [meanX, meanY] = [average(points.map(({ x }) => x)), average(points.map(({ y }) => y))];
  const sum = (f: (x: number, y: number) => number) =>
    points.reduce((total, { x, y }) => total + f(x - meanX, y - meanY), 0);
  const [xx, yy, xy] = [sum((x) => x * x), sum((_, y) => y * y), sum((x, y) => x * y)];
  return points.length < 2 || xx < 1e-9 || yy < 1e-9 ? null : xy / Math.sqrt(xx * yy);
}

function hasPoint({ marks }: Row, k: number): boolean {
  return marks[k] !== undefined && counted(marks).length > 1;
}

/** Every vendor that has a say in it left out in turn. */
export function jackknife(rows: Row[], k: number): { low: number; high: number } | null {
  const r = correlation(rows, k);
  const vendors = [...new Set(rows.filter((row) => hasPoint(row, k)).map(({ product }) => product.vendor))];
  const without = vendors.map((vendor) =>
    correlation(
      rows.filter(({ product }) => product.vendor !== vendor),
      k
    )
  );
  if (r === null || vendors.length < 2 || without.includes(null)) return null;
  const values = without as number[];
  const spread = values.reduce((sum, value) => sum + (value - average(values)) ** 2, 0);
  const half = 1.959964 * Math.sqrt((spread * (values.length - 1)) / values.length);
  return { low: Math.max(-1, r - half), high: Math.min(1, r + half) };
}

export function fourfold(rows: Row[], a: number, b: number) {
  const both = rows.filter(({ marks }) => marks[a] !== undefined && marks[b] !== undefined);
  const count = (x: number, y: number) => both.filter(({ marks }) => marks[a] === x && marks[b] === y).length;
  return { both: count(1, 1), onlyFirst: count(1, 0), onlySecond: count(0, 1), neither: count(0, 0) };
}

export function firstOfEachVendor(rows: Row[]): Row[] {
  const vendors = rows.map(({ product }) => product.vendor);
  return rows.filter((_, i) => vendors.indexOf(vendors[i] as string) === i);
}

function choose(n: number, k: number): bigint {
  let result = 1n;
  for (let i = 1; i <= k; i++) result = (result * BigInt(n - k + i)) / BigInt(i);
  return k < 0 || k > n ? 0n : result;
}

/** In whole numbers: tables with the same margins that agree at least as often. */
export function fisher({ both, onlyFirst, onlySecond, neither }: ReturnType<typeof fourfold>): number {
  const [first, second, n] = [both + onlyFirst, both + onlySecond, both + onlyFirst + onlySecond + neither];
  let ways = 0n;
  for (let k = both; k <= n; k++) ways += choose(first, k) * choose(n - first, second - k);
  return Number((ways * 10n ** 15n) / choose(n, second)) / 1e15;
}

export function quantile(values: number[], p: number): number {
  const sorted = [...values].sort((a, b) => a - b);
  const at = (sorted.length - 1) * p;
  const [low, high] = [sorted[Math.floor(at)] as number, sorted[Math.ceil(at)] as number];
  return low + (high - low) * (at % 1);
}
