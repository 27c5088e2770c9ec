import { describe, expect, test } from 'vitest';
import type { ExpectedState, FollowedProduct, FollowUp } from '#lib/maturity/follow-up.ts';
import { corridorsTitle } from '#lib/reports/follow-up.ts';
import { linkSuggestions } from '#lib/reports/follow-up-suggestions.ts';

function followed(product: string, vendor: string): FollowedProduct {
  return {
    id: `${vendor}/${product}`,
    product,
    vendor,
    corridor: '',
    state: 'complete',
    answered: 1,
    unanswered: 0
  };
}

function missing(product: string, vendor: string): ExpectedState {
  return {
    ...followed(product, vendor),
    id: `e ${vendor}/${product}`,
    state: 'none',
    answered: 0,
    answeredAs: null
  };
}

function suggested(products: ExpectedState[], unexpected: FollowedProduct[]): string[] {
  const none = { expected: 0, begun: 0, incomplete: 0, complete: 0, corridors: [] };
  const all: FollowUp = { ...none, products, unexpected };
  return linkSuggestions(all).map(
    ({ expected, product }) => `${expected.product} → ${product.product} (${product.vendor})`
  );
}

describe('a product off the list is suggested for an expected one that did not answer', () => {
  test.each([
    ['nearly equal names', 'Dossier Patient', 'Acme', 'Dossiers patient', 'ACME SAS'],
    ['the longer form of a name', 'Agenda', 'Acme', 'Agenda Pro', 'Acme'],
    ['the same name under another vendor', 'Agenda', 'Acme', 'agenda', 'Echo']
  ])('%s', (_, product, vendor, other, otherVendor) => {
    expect(suggested([missing(product, vendor)], [followed(other, otherVendor)])).toEqual([
      `${product} → ${other} (${otherVendor})`
    ]);
  });

  test('not another product, nor one that was already recognised or has answered', () => {
    expect(
      suggested([missing('Agenda', 'Acme')], [followed('Imagerie', 'Acme'), followed('Agenda Pro', 'Echo')])
    ).toEqual([]);
    const answered = { ...missing('Agenda', 'Acme'), state: 'complete' as const };
    expect(suggested([answered], [followed('Agenda Pro', 'Acme')])).toEqual([]);
  });

  test('each product once', () => {
    expect(
      suggested([missing('Agenda', 'Acme'), missing('Agendas', 'Acme')], [followed('Agenda', 'Acme SA')])
    ).toHaveLength(1);
  });
});

test.each([
  [[[8, 10]], 'Des réponses manquent dans le seul couloir'],
  [[[10, 10]], 'Personne ne manque dans le seul couloir'],
  [
    [
      [1, 2],
      [0, 3]
    ],
    'Des réponses manquent dans chaque couloir'
  ],
  [
    [
      [2, 2],
      [0, 3],
      [1, 2]
    ],
    'Personne ne manque dans 1\u00a0couloir sur 3'
  ],
  [
    [
      [2, 2],
      [3, 3]
    ],
    'Personne ne manque, dans aucun couloir'
  ]
])('corridors begun %j are titled by what is missing', (begun, title) => {
  const corridors = begun.map(([n = 0, N = 0], i) => ({
    corridor: String(i),
    begun: n,
    expected: N,
    incomplete: 0,
    complete: n
  }));
  expect(corridorsTitle(corridors, 'fr')).toBe(title);
});
