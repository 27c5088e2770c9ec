import type { BandFlowRows, FlowKind, Ribbon } from '#lib/charts/band-flow.ts';
import type { DecompositionStep } from '#lib/charts/decomposition.ts';
import type { Slope } from '#lib/charts/slopes.ts';

/** Rows of the cases of the Evolution page: those of the design's picture, and awkward ones. */

const bandNames = ['80 % et plus', '60 à 80 %', '20 à 60 %', 'moins de 20 %'];

function kindOf(from: number, to: number, bands: number): FlowKind {
  if (from >= bands || to >= bands) return 'outside';
  return from === to ? 'same' : from > to ? 'up' : 'down';
}

/** Counts by row (before, from the highest band down, then those outside) and column. */
export function flow(counts: number[][], names = bandNames): BandFlowRows {
  const bands = names.length;
  const ribbons: Ribbon[] = counts.flatMap((row, from) =>
    row.flatMap((products, to) =>
      products === 0
        ? []
        : [
            {
              from,
              to,
              products,
              kind: kindOf(from, to, bands),
              arrives: from >= bands,
              title: `${products} produits`
            }
          ]
    )
  );
  const node = (end: 'from' | 'to', outside: string) => (i: number) => ({
    name: names[i] ?? outside,
    products: ribbons.reduce((sum, ribbon) => sum + (ribbon[end] === i ? ribbon.products : 0), 0),
    ...(i < bands ? { band: { index: bands - 1 - i, count: bands } } : {})
  });
  const places = (most: number) => Array.from({ length: most }, (_, i) => i);
  const columns = Math.max(bands, ...counts.map((row) => row.length));
  const total = (end: 'from' | 'to') =>
    ribbons.reduce((sum, ribbon) => sum + (ribbon[end] < bands ? ribbon.products : 0), 0);
  return {
    before: places(Math.max(bands, counts.length)).map(node('from', 'Entrés en 2026')),
    after: places(columns).map(node('to', 'Sortis')),
    ribbons,
    heads: [
      { name: '2025', products: total('from') },
      { name: '2026', products: total('to') }
    ],
    key: { up: 'monte de tranche', same: 'même tranche', down: 'descend', outside: 'entre ou sort' }
  };
}

export const sampleFlow = flow([
  [5, 2, 0, 0, 0],
  [5, 8, 1, 0, 0],
  [0, 4, 23, 1, 5],
  [0, 0, 6, 7, 1],
  [0, 2, 4, 3]
]);

export const eightyBands = flow(
  Array.from({ length: 80 }, (_, i) =>
    Array.from({ length: 80 }, (_, j) => (i === j ? 3 : i - j === 7 ? 1 : 0))
  ),
  Array.from({ length: 80 }, (_, i) => `${80 - i} à ${81 - i} %`)
);

const total = (name: string, note: string, at: number): DecompositionStep => ({
  kind: 'total',
  name,
  note,
  from: at,
  to: at,
  value: at * 100
});

/** From a first mean rate by parts in points. */
export function steps(first: number, points: number[], notes: string[] = []): DecompositionStep[] {
  const names = ['Progrès du panel', 'Entrées', 'Sorties', 'Questionnaire'];
  let at = first;
  const parts = points.map((value, i): DecompositionStep => {
    const from = at;
    at += value / 100;
    return { kind: 'part', name: names[i] ?? '', note: notes[i] ?? '9 produits entrés', from, to: at, value };
  });
  return [
    total('Taux moyen 2025', '68 produits', first),
    ...parts,
    total('Taux moyen 2026', '71 produits', at)
  ];
}

export function slope(label: string, before: number, after: number, named: boolean): Slope {
  return { label, before, after, named, title: `${label} : ${before} → ${after}` };
}

export const sampleSlopes = [
  slope('Mode dégradé documenté', 0.661, 0.952, true),
  slope('Chiffrement des flux', 0.726, 0.903, true),
  slope('Correctifs critiques sous 30 jours', 0.317, 0.537, true),
  slope('Test d’intrusion annuel par un PASSI', 0.597, 0.435, true),
  slope('Inventaire logiciel (SBOM)', 0.113, 0.29, true),
  slope('Fédération d’identité', 0.355, 0.29, true),
  slope('Durcissement des systèmes', 0.323, 0.258, true),
  slope('Segmentation réseau', 0.317, 0.244, true),
  ...Array.from({ length: 40 }, (_, i) =>
    slope(`Critère ${i}`, (i * 0.61803) % 1, Math.min(1, ((i * 0.61803) % 1) + 0.03), false)
  )
];

const long = 'Mise en œuvre d’une authentification à deux facteurs pour tous les comptes d’administration';

/** Sixteen labels at one height, at either end. */
export const crowdedSlopes = Array.from({ length: 16 }, (_, i) =>
  slope(i % 2 ? long : `Critère ${i}`, i < 8 ? 0.2 : 1, i < 8 ? 1 : 0, true)
);

export const eightyStill = Array.from({ length: 80 }, (_, i) => slope(`Critère ${i}`, i / 79, i / 79, false));
