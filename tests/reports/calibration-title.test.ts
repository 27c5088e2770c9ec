import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { ifGapHeldWords } from '#lib/i18n/audits.ts';
import { ifGapHeld, passingUnder } from '#lib/maturity/if-gap-held.ts';
import type { RequirementFigures } from '#lib/maturity/per-requirement.ts';
import { requirementOf } from '#lib/maturity/requirements.ts';
import { calibrationTitle } from '#lib/reports/calibration-title.ts';
import { calibrationView } from '#lib/reports/calibration-view.ts';
import type { Evidence } from '#lib/reports/evidence.ts';
import { naiveConsequences } from '#tests/maturity/naive-consequences.ts';
import { randomStudy } from '#tests/maturity/random-levels.ts';
import { repetitions } from '#tests/repetitions.ts';

const row = (criterion: string, blocksAlone = 0): RequirementFigures => ({
  criterion,
  level: 2,
  applicable: 9,
  attained: 9,
  blocksAlone,
  passingIfDropped: 0
});

const title = (applicable: number, passing: number, perRequirement: RequirementFigures[], products = 71) => [
  calibrationTitle({ applicable, passing, perRequirement }, products, (code) => `nom ${code}`, 'fr').replace(
    /\u00a0/g,
    ' '
  ),
  calibrationTitle({ applicable, passing, perRequirement }, products, (code) => `name ${code}`, 'en').replace(
    /\u00a0/g,
    ' '
  )
];

describe('calibrationTitle', () => {
  test.each([
    [0, 0, [], 0, 'Aucun produit pour ce filtre', 'No product matches this filter'],
    [
      0,
      0,
      [],
      71,
      'Aucune exigence n’est obligatoire : rien n’écarte encore de produit',
      'No requirement is mandatory: nothing keeps a product out yet'
    ],
    [
      0,
      0,
      [row('Q1')],
      71,
      'Aucune exigence obligatoire ne s’applique aux produits affichés',
      'No mandatory requirement applies to the products in view'
    ],
    [
      71,
      26,
      [row('Q1', 7), row('Q2', 6)],
      71,
      '26 produits sur 71 déclarent respecter les 2 exigences obligatoires ; « nom Q1 » en écarte 7 à elle seule',
      '26 of 71 products declare that they attain all 2 mandatory requirements; “name Q1” alone keeps out 7'
    ],
    [
      71,
      1,
      [row('Q1')],
      71,
      '1 produit sur 71 déclare respecter l’exigence obligatoire',
      '1 of 71 products declares that it attains the one mandatory requirement'
    ],
    [
      71,
      0,
      [row('Q1', 2), row('Q2', 2)],
      71,
      'Aucun produit sur 71 ne déclare respecter les 2 exigences obligatoires ; 2 exigences en écartent chacune 2 à elles seules',
      'None of 71 products declares that it attains all 2 mandatory requirements; 2 requirements each keep out 2 by themselves'
    ],
    [
      71,
      71,
      [row('Q1'), row('Q2')],
      71,
      'Les 71 produits déclarent tous respecter les 2 exigences obligatoires',
      'All 71 products declare that they attain all 2 mandatory requirements'
    ],
    [
      1,
      1,
      [row('Q1')],
      71,
      'Le seul produit concerné déclare respecter l’exigence obligatoire',
      'The one product concerned declares that it attains the one mandatory requirement'
    ]
  ])('%i concerned, %i passing', (applicable, passing, rows, products, fr, en) => {
    expect(title(applicable, passing, rows, products)).toEqual([fr, en]);
  });
});

test('the page says of every random scenario the numbers that plain loops count', () => {
  fc.assert(
    fc.property(randomStudy(), (studied) => {
      const { table, requirements } = studied;
      const naive = naiveConsequences(studied);
      const view = calibrationView({ table, forms: [] }, 'A', requirements, 'fr');
      expect(view.panel.passing).toBe(naive.passing);
      expect(view.panel.lacking.map(({ n, N }) => [n, N])).toEqual(
        naive.lacking.map((n) => [n, naive.applicable])
      );
      const stated = /^(\d+)\u00a0produits? sur (\d+)/.exec(view.headline);
      if (stated) expect([Number(stated[1]), Number(stated[2])]).toEqual([naive.passing, naive.applicable]);
      for (const { n, passing } of [...view.panel.lacking, ...view.panel.within])
        expect(n).toBeGreaterThanOrEqual(passing);
      expect(view.lines.filter(({ blocksAlone }) => blocksAlone !== undefined)).toHaveLength(
        naive.perRequirement.length
      );
      expect(view.panel.corridors.filter(({ caution }) => caution !== '')).toHaveLength(
        naive.corridors.filter((one) => one.applicable > 0 && one.vendors < 3).length
      );
      const free = view.panel.facts.find(({ id }) => id === 'addable')?.strong ?? '';
      const isFree =
        naive.passing > 0 && naive.addable.some((one) => one.passing >= naive.passing && one.concerned > 0);
      expect(free.startsWith('«')).toBe(isFree);
    }),
    { numRuns: repetitions(8) * 20 }
  );
});

test('what audits found is said as the page on audits says it, and not where there is none', () => {
  fc.assert(
    fc.property(randomStudy(), fc.integer({ min: 1, max: 4 }), ({ table, requirements }, every) => {
      const criteria = requirements.flatMap(({ criterion }) => criterion ?? []);
      const forms = table.products
        .filter((_, p) => p % every === 0)
        .map(({ id }, i) => ({
          productId: id,
          results: [{ criteria, result: i % 3 === 0 ? ('nonconforming' as const) : ('conforming' as const) }]
        }));
      const fact = (evidence: Evidence) =>
        calibrationView(evidence, 'A', requirements, 'fr').panel.facts.find(({ id }) => id === 'audits');
      const held = ifGapHeld(passingUnder(table, requirements), forms);
      expect(fact({ table, forms })?.strong).toBe(
        forms.length === 0 ? undefined : ifGapHeldWords(held, 'fr')
      );
      expect(fact({ table, forms: [] })).toBeUndefined();
    }),
    { numRuns: repetitions(8) * 5 }
  );
});

test('without a criterion the attainment is said to be unknown, and nothing is counted', () => {
  const line = { ...requirementOf('', 1), criterion: null, level: null, wording: 'Sans critère' };
  const view = calibrationView({ table: { criteria: [], products: [] }, forms: [] }, 'A', [line], 'fr');
  expect(view.lines).toMatchObject([{ criterion: null, name: 'Sans critère', applicable: 0 }]);
  expect(view.listSubline).toMatch(/1 sans critère, à l’atteinte inconnue/);
});

test('where nothing is mandatory the page says what to do instead of counting nothing', () => {
  fc.assert(
    fc.property(randomStudy(), ({ table, requirements }) => {
      const none = requirements.map((line) => ({ ...line, status: 'candidate' as const }));
      const view = calibrationView({ table, forms: [] }, 'A', none, 'fr');
      expect(view.panel.hint).toMatch(/^Rendez une exigence obligatoire/);
      expect(`${view.lede} ${view.listSubline}`).not.toMatch(
        /(^|[^\d])0\u00a0(exigence|obligatoire|recommandée)/
      );
    })
  );
});
