import fc from 'fast-check';
import { candidatesOf, type Candidate } from '#lib/maturity/frontier/candidate.ts';
import type { FrontierQuery } from '#lib/maturity/frontier/query.ts';
import type { LevelTable } from '#lib/maturity/level-table.ts';

const themes = ['Accès', 'Réseau', 'Code'];
const corridors = ['Hôpital', 'Imagerie', ''];

/** Products of which each attains a criterion more or less often; some criteria apply to few or to nobody. */
export function randomTable(criteria: number, products: number, words: () => number): LevelTable {
  const chance = () => (words() >>> 0) / 2 ** 32;
  const applies = Array.from({ length: criteria }, (_, k) => (k % 3 === 2 ? chance() : 1));
  const ease = Array.from({ length: criteria }, () => 0.3 + 0.7 * chance());
  return {
    criteria: Array.from({ length: criteria }, (_, k) => ({
      code: `Q${k + 1}`,
      theme: themes[k % 3] ?? '',
      scope: k % 3 === 2 ? 'conditional' : 'common',
      levels: 4,
      target: 1 + (k % 4),
      obligation: '',
      titleFr: '',
      titleEn: '',
      labelFr: `Critère ${k + 1}`,
      labelEn: ''
    })),
    products: Array.from({ length: products }, (_, p) => ({
      id: String(p),
      product: `Produit ${p}`,
      vendor: `Éditeur ${p >> 1}`,
      vendorKey: `editeur ${p >> 1}`,
      corridor: corridors[Math.floor(chance() * 3)] ?? '',
      vendorProducts: 2,
      levels: Int8Array.from({ length: criteria }, (_, k) => {
        if (chance() > (applies[k] ?? 1)) return -1;
        return chance() < (ease[k] ?? 1) ? 4 : Math.floor(chance() * 5);
      })
    }))
  };
}

/** Some of the candidates at other levels than their targets, with weights. */
function candidatesFrom(table: LevelTable): fc.Arbitrary<Candidate[]> {
  const all = candidatesOf(table);
  return fc
    .tuple(
      ...all.map(() =>
        fc.record({ level: fc.integer({ min: 1, max: 4 }), weight: fc.integer({ min: 1, max: 3 }) })
      )
    )
    .map((changes) => all.map((one, k) => ({ ...one, ...changes[k] })));
}

function queryOver(table: LevelTable): fc.Arbitrary<FrontierQuery> {
  const codes = table.criteria.map(({ code }) => code);
  const code = codes.length === 0 ? [] : codes;
  return fc.record({
    measure: fc.constantFrom('count' as const, 'firmness' as const),
    include: fc.subarray(code, { maxLength: Math.min(2, code.length) }),
    exclude: fc.subarray(code, { maxLength: Math.min(2, code.length) }),
    weights: fc
      .subarray(code, { maxLength: Math.min(2, code.length) })
      .map((some) => some.map((one) => ({ code: one, weight: 2 }))),
    minThemes: fc
      .subarray(themes, { maxLength: 2 })
      .map((some) => some.map((theme, i) => ({ theme, least: 1 + i }))),
    floors: fc
      .tuple(fc.subarray(corridors, { maxLength: 2 }), fc.integer({ min: 0, max: 60 }))
      .map(([some, percent]) => some.map((corridor) => ({ corridor, percent })))
  });
}

export interface FrontierCase {
  table: LevelTable;
  candidates: Candidate[];
  query: FrontierQuery;
}

/** Half of the cases have all kinds of constraints at once, the others one kind or none. */
export function randomCase(mostCriteria: number, mostProducts: number): fc.Arbitrary<FrontierCase> {
  return fc
    .tuple(fc.integer({ min: 1, max: mostCriteria }), fc.nat(mostProducts), fc.integer(), fc.nat(9))
    .chain(([criteria, products, seed, kept]) => {
      const table = randomTable(criteria, products, wordsFrom(seed));
      return fc.tuple(candidatesFrom(table), queryOver(table)).map(([candidates, query]) => ({
        table,
        candidates,
        query: only(query, kept)
      }));
    });
}

function wordsFrom(seed: number): () => number {
  let state = seed | 1;
  return () => {
    state = Math.imul(state ^ (state >>> 15), 0x2c1b3c6d) + 0x9e3779b9;
    state |= 0;
    return (state ^ (state >>> 13)) >>> 0;
  };
}

function only(query: FrontierQuery, kept: number): FrontierQuery {
  if (kept >= 5) return query;
  const kinds = ['include', 'exclude', 'minThemes', 'floors', 'weights'] as const;
  const dropped = kinds.filter((_, i) => i !== kept - 1);
  return { ...query, ...Object.fromEntries(dropped.map((kind) => [kind, []])) };
}
