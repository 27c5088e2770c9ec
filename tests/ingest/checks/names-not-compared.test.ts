import { expect, test } from 'vitest';
import { answersRow, codes, criteria, inFrench, warnings } from './checked.ts';

const known = (n: number) =>
  Array.from({ length: n }, (_, i) => ({ product: `Portail ${i}`, vendor: `Éditeur ${i}` }));
const row = answersRow('Portails 1', 'Éditeur 1', [1]);

test('beyond 10,000 products the report says that names of products are not compared', () => {
  expect(codes(warnings([row], criteria(1), { known: known(9_999) }))).not.toContain('names_not_compared');
  const found = warnings([row], criteria(1), { known: known(10_000) });
  const warning = found.find(({ code }) => code === 'names_not_compared');
  expect(warning).toMatchObject({ severity: 'warning', line: null });
  expect(inFrench(warning)).toMatch(/10001 produits.*10000/);
});
