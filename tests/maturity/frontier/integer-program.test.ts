import loadHighs from 'highs';
import { expect, test } from 'vitest';
import { candidatesOf, missingLevels, type Candidate } from '#lib/maturity/frontier/candidate.ts';
import { frontier } from '#lib/maturity/frontier/frontier.ts';
import { plainQuery, type FrontierQuery } from '#lib/maturity/frontier/query.ts';
import type { LevelTable } from '#lib/maturity/level-table.ts';
import { randomWords } from '#lib/maturity/random.ts';
import { randomTable } from './random-frontier.ts';

/*
 * Another method, beyond the size of brute force: the integer program of domain definition 11 (z_p = 1 if product p is
 * let in, x_c = 1 if criterion c is in the set), solved by HiGHS.
 */

function program(
  table: LevelTable,
  candidates: readonly Candidate[],
  { minThemes, floors, include }: FrontierQuery,
  size: number,
  forgiven: 0 | 1
): string {
  const lacks = table.products.map(({ levels }) =>
    candidates.map(({ criterion, level }) => missingLevels(levels[criterion] as number, level))
  );
  const sum = (terms: string[]) => (terms.length > 0 ? terms.join(' + ') : '0 x0');
  const among = (kept: (one: Candidate) => boolean) =>
    sum(candidates.flatMap((one, c) => (kept(one) ? [`x${c}`] : [])));
  const admissions = lacks.flatMap((own, p) => [
    ...own.flatMap((missing, c) => (missing > 0 ? [`a${p} + x${c} <= 1`] : [])),
    ...own.flatMap((missing, c) => (missing > forgiven ? [`z${p} + x${c} <= 1`] : [])),
    // of those that are forgiven one may be in the set
    `${sum(own.flatMap((missing, c) => (missing === 1 && forgiven ? [`x${c}`] : [])))} + ${own.length} z${p} <= ${own.length + 1}`
  ]);
  const all = table.products.map((_, p) => `z${p}`);
  return [
    'maximize',
    `obj: ${all.join(' + ')}`,
    'subject to',
    `${among(() => true)} = ${size}`,
    ...minThemes.map(({ theme, least }) => `${among((one) => one.theme === theme)} >= ${least}`),
    ...candidates.flatMap(({ code }, c) => (include.includes(code) ? [`x${c} = 1`] : [])),
    ...floors.map(({ corridor, percent }) => {
      const own = table.products.flatMap((product, p) => (product.corridor === corridor ? [`a${p}`] : []));
      return `${sum(own)} >= ${Math.ceil((percent * own.length) / 100)}`;
    }),
    ...admissions,
    'binary',
    [...all, ...all.map((z) => z.replace('z', 'a')), ...candidates.map((_, c) => `x${c}`)].join(' '),
    'end'
  ].join('\n');
}

test('the frontier equals an integer program solved by HiGHS, under constraints, in both lines', async () => {
  const highs = await loadHighs();
  const table = randomTable(24, 36, randomWords(8));
  const candidates = candidatesOf(table);
  const query: FrontierQuery = {
    ...plainQuery,
    include: ['Q4'],
    minThemes: [{ theme: 'Code', least: 2 }],
    floors: [{ corridor: 'Hôpital', percent: 25 }]
  };
  const { points } = frontier(table, candidates, query, { seconds: 60 });
  for (const size of [4, 9, 14]) {
    const best = ([0, 1] as const).map((forgiven) => {
      const solved = highs.solve(program(table, candidates, query, size, forgiven));
      return solved.Status === 'Optimal' ? Math.round(solved.ObjectiveValue) : null;
    });
    expect([points[size - 1]?.admitted, points[size - 1]?.withinOne], `size ${size}`).toEqual(best);
  }
});
