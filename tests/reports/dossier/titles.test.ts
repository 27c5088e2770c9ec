import { expect, test } from 'vitest';
import type { CorridorShown, CriterionShown, DossierCounts } from '#lib/reports/dossier/counts.ts';
import { bandsFigure } from '#lib/reports/dossier/figures/bands.ts';
import { criteriaFigures } from '#lib/reports/dossier/figures/criteria.ts';
import { extremesFigure } from '#lib/reports/dossier/figures/extremes.ts';
import { corridorsFigure } from '#lib/reports/dossier/figures/segments.ts';
import { headlineOf } from '#lib/reports/dossier/headline.ts';
import type { Shown } from '#lib/reports/dossier/shown.ts';
import { criterionRow, questionnaire } from '#tests/ingest/builders.ts';

/** Criteria of one theme, each attained so and applying to so many. */
function criteria(...counts: [attained: Shown, applicable: Shown][]): CriterionShown[] {
  const asked = questionnaire(...counts.map((_, i) => criterionRow({ code: `Q${i + 1}`, theme: 'Accès' })));
  return asked.criteria.map((criterion, i) => {
    const [attained = 0, applicable = 0] = counts[i] ?? [];
    return { criterion, attained, applicable, unanswered: 'withheld', notApplicable: 0, levels: [] };
  });
}

function counts(changes: Partial<DossierCounts>): DossierCounts {
  const bands = [0, 20, 60, 80].map((from, i, all) => ({ from, to: all[i + 1] ?? 100, products: 10 }));
  return {
    campaign: { code: 'v1', name: 'V1', opened: null, closed: null, status: 'final', synthetic: false },
    sizes: { vendors: 30, products: 40, rated: 40 },
    median: null,
    bands,
    criteria: [],
    themes: [],
    corridors: [],
    themesByCorridor: [],
    criteriaByCorridor: [],
    ...changes
  };
}

function plain(text: string | undefined): string {
  return (text ?? '').replaceAll('\u00a0', ' ');
}

test.each<[[Shown, Shown][], string]>([
  [
    [
      [30, 40],
      [10, 40]
    ],
    'Accès : 1 critère sur 2 est déclaré atteint par moins de la moitié des produits concernés'
  ],
  [
    [
      [30, 40],
      ['withheld', 40],
      ['under_3', 40]
    ],
    'Accès : au moins 1 critère sur 3 est déclaré atteint par moins de la moitié des produits concernés'
  ],
  [
    [
      [30, 40],
      ['withheld', 40],
      [20, 40]
    ],
    'Accès : au moins 2 critères sur 3 sont déclarés atteints par la moitié au moins des produits concernés'
  ],
  [
    [
      ['withheld', 40],
      ['withheld', 40]
    ],
    'Accès : trop peu de produits ou d’éditeurs pour dire la part à la cible'
  ],
  [[[0, 1]], 'Accès : « Les comptes sont-ils nominatifs ? » est déclaré à la cible par 0 produit sur 1']
])('the title of a theme holds whatever is masked: %j', (given, title) => {
  const [figure] = criteriaFigures(counts({ criteria: criteria(...given) }), 'fr');
  expect(plain(figure?.title)).toBe(title);
});

test.each<[[Shown, Shown][], string]>([
  [
    [
      [40, 40],
      [12, 12]
    ],
    'Chaque critère est déclaré à la cible par tous les produits concernés'
  ],
  [
    [
      [40, 40],
      [12, 12],
      ['withheld', 40]
    ],
    'Chaque critère publié est déclaré à la cible par tous les produits concernés'
  ],
  [
    [
      [0, 40],
      [0, 12]
    ],
    'Aucun critère n’est déclaré à la cible par un seul des produits concernés'
  ],
  [
    [
      ['under_3', 40],
      ['under_3', 50]
    ],
    'Chaque critère publié est déclaré à la cible par 5 % au plus des produits concernés'
  ],
  [
    [
      ['under_3', 9],
      [1, 40]
    ],
    'Chaque critère publié est déclaré à la cible par 23 % au plus des produits concernés'
  ]
])('the title of the most and the least attained holds: %j', (given, title) => {
  expect(plain(extremesFigure(counts({ criteria: criteria(...given) }), 'fr')?.title)).toBe(title);
});

test('a withheld number of rated products is no 0', () => {
  const bands = counts({}).bands.map((band) => ({ ...band, products: 'withheld' as const }));
  const own = counts({ bands, sizes: { vendors: 1, products: 1, rated: 'withheld' } });
  const figure = bandsFigure(own, 'fr');
  expect(plain(figure.title)).toBe('Les tranches sont masquées : trop peu de produits ou d’éditeurs');
  expect(figure.caption).not.toMatch(/N = /);
  expect(figure.table.rows.map((row) => row[2])).toEqual(bands.map(() => ({ masked: 'withheld' })));
  expect(plain(headlineOf(own, 'fr'))).toBe('1 produit de 1 éditeur a déclaré sa maturité');
});

test('the title of corridors is of those whose bands may be shown', () => {
  const corridor = (name: string, top: Shown, rated: Shown): CorridorShown => ({
    corridor: name,
    attained: 1,
    applicable: 2,
    vendors: 5,
    products: 10,
    rated,
    bands: counts({}).bands.map((band, i) => ({ ...band, products: i === 3 ? top : 3 }))
  });
  const titleOf = (...corridors: CorridorShown[]) =>
    plain(corridorsFigure(counts({ corridors }), 'fr')?.title);
  const [north, south, west] = [
    corridor('Nord', 1, 10),
    corridor('Sud', 5, 10),
    corridor('O', 'withheld', 'withheld')
  ];
  const end = 'des produits déclarent atteindre au moins 80 % de leurs critères';
  expect(titleOf(north, south)).toBe(`Selon le couloir, de 10 % à 50 % ${end}`);
  expect(titleOf(north, south, west)).toBe(`Dans les 2 couloirs publiés sur 3, de 10 % à 50 % ${end}`);
  expect(titleOf(south, west)).toBe(`Dans le seul couloir publié sur 2, 50 % ${end}`);
  expect(titleOf(west)).toBe('Trop peu de produits ou d’éditeurs par couloir pour en dire les tranches');
});
