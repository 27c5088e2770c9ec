import fc from 'fast-check';
import { BLANK, NOT_APPLICABLE, UNANSWERED } from '#lib/maturity/answer.ts';
import type { Questionnaire } from '#lib/maturity/questionnaire.ts';
import { viewOf } from '#lib/server/asked-view.ts';
import * as campaigns from '#lib/server/campaigns.ts';
import * as imports from '#lib/server/imports.ts';
import { productId } from '#lib/server/product-id.ts';
import * as questionnaires from '#lib/server/questionnaires.ts';
import { identify } from '#lib/server/identify.ts';
import type { Store } from '#lib/server/store.ts';
import type { View } from '#lib/server/view.ts';
import type { Cell, NaiveCriterion, NaiveFilters, NaiveProduct } from './naive.ts';

export interface RandomCampaign {
  criteria: NaiveCriterion[];
  products: NaiveProduct[];
}

const themes = ['Accès', 'Journaux', 'Sauvegarde'];
const corridors = ['Hôpital', 'Imagerie', ''];
const vendorNames = ['Édition Un', 'Beta', 'beta', 'Gamma-Soft', 'Delta', 'Epsilon', 'Zêta'];

const criterion = fc
  .record({
    theme: fc.constantFrom(...themes),
    scope: fc.constantFrom('common' as const, 'common' as const, 'conditional' as const),
    levels: fc.integer({ min: 2, max: 10 }),
    target: fc.integer({ min: 1, max: 10 })
  })
  .map(({ theme, scope, levels, target }) => ({ theme, scope, levels, target: Math.min(levels, target) }));

function cellOf({ levels, target }: { levels: number; target: number }): fc.Arbitrary<Cell> {
  return fc.oneof(
    { weight: 4, arbitrary: fc.integer({ min: 1, max: levels }) },
    { weight: 2, arbitrary: fc.constant(target) },
    { weight: 2, arbitrary: fc.constantFrom<Cell>('not_applicable', 'unanswered', null) }
  );
}

/** The cells of one product: mostly mixed, now and then alike all over, so that whole bands and blanks come up. */
function cellsOf(criteria: { levels: number; target: number }[]): fc.Arbitrary<Cell[]> {
  return fc.oneof(
    { weight: 6, arbitrary: fc.tuple(...criteria.map(cellOf)) },
    { weight: 1, arbitrary: fc.constant(criteria.map((): Cell => 'not_applicable')) },
    { weight: 1, arbitrary: fc.constant(criteria.map((): Cell => null)) },
    { weight: 1, arbitrary: fc.constant(criteria.map(({ target }): Cell => target)) },
    {
      weight: 3,
      // the first so many attain, the others have the level below: exact edges such as 3 of 5
      arbitrary: fc
        .integer({ min: 0, max: criteria.length })
        .map((attained) =>
          criteria.map(({ target }, i): Cell =>
            i < attained ? target : target > 1 ? target - 1 : 'unanswered'
          )
        )
    }
  );
}

function productOf(criteria: { levels: number; target: number }[]) {
  return fc.record({
    vendor: fc.constantFrom(...vendorNames),
    corridor: fc.constantFrom(...corridors),
    attributes: fc.record(
      { hosting: fc.constantFrom('HDS', 'Sur site', ''), 'n° d’offre': fc.constantFrom('1', '2') },
      { requiredKeys: [] }
    ),
    cells: cellsOf(criteria)
  });
}

export const randomCampaign: fc.Arbitrary<RandomCampaign> = fc
  .oneof(
    { weight: 3, arbitrary: fc.array(criterion, { minLength: 1, maxLength: 20 }) },
    { weight: 1, arbitrary: fc.array(criterion, { minLength: 5, maxLength: 5 }) },
    {
      weight: 1,
      arbitrary: fc
        .array(criterion, { minLength: 1, maxLength: 5 })
        .map((list) => list.map((c) => ({ ...c, scope: 'conditional' as const })))
    }
  )
  .chain((criteria) =>
    fc.array(productOf(criteria), { maxLength: 40 }).map((products) => ({
      criteria: criteria.map((c, i) => ({ code: `C${i}`, ...c })),
      products: products.map((p, i) => {
        // two vendors may use one name
        const product = `Produit ${Math.floor(i / 2)} ${i % 2 === 0 ? 'a' : p.vendor}`;
        return { ...p, product: `${product} n° ${i}`, id: productId(p.vendor, `${product} n° ${i}`) };
      })
    }))
  );

const someOf = (values: string[]) =>
  fc.option(fc.subarray([...values, 'inconnu'], { minLength: 1 }), { nil: undefined });

export const randomFilters: fc.Arbitrary<NaiveFilters> = fc
  .record({
    theme: someOf(themes),
    scope: someOf(['common', 'conditional']),
    corridor: someOf(corridors),
    vendor: someOf(['edition un', 'BETA', 'Gamma-Soft']),
    attributes: fc.record({ hosting: someOf(['HDS', 'Sur site', '']), 'n° d’offre': someOf(['1', '']) }),
    q: someOf(['produit 1', 'beta', 'ÉDITION']),
    edges: fc.constantFrom<number[] | undefined>(undefined, [50], [1, 99], [25, 50, 75], [33, 34, 66, 67]),
    unanswered: fc.constantFrom(undefined, 'count' as const, 'exclude' as const),
    bandPicks: fc.option(fc.array(fc.nat(), { minLength: 1, maxLength: 3 }), { nil: undefined })
  })
  .map(({ bandPicks, attributes, edges, ...filters }) => {
    const all = [0, ...(edges ?? [20, 60, 80]), 100];
    const names = [...all.slice(1).map((to, i) => `${all[i]}-${to}`), '7-8'];
    const kept = Object.entries(attributes).filter(([, values]) => values !== undefined);
    return {
      ...filters,
      edges,
      attributes: Object.fromEntries(kept) as Record<string, string[]>,
      band: bandPicks?.map((pick) => names[pick % names.length] as string)
    };
  });

/** One filter at a time, so that none hides another. */
export const oneFilter: fc.Arbitrary<NaiveFilters> = randomFilters.chain((filters) =>
  fc.constantFrom(...Object.entries(filters)).map(([name, value]) => ({ [name]: value }))
);

/** As an address would give them. */
export function pairsOf(filters: NaiveFilters): [string, string][] {
  const { attributes = {}, edges, unanswered, ...lists } = filters;
  const pairs = (name: string, values: string[] = []) =>
    values.map((value): [string, string] => [name, value]);
  return [
    ...Object.entries(lists).flatMap(([name, values]) => pairs(name, values)),
    ...Object.entries(attributes).flatMap(([name, values]) => pairs(`attr.${name}`, values)),
    ...pairs('bands', edges && [edges.join()]),
    ...pairs('unanswered', unanswered && [unanswered])
  ];
}

function questionnaireOf(criteria: NaiveCriterion[]): Questionnaire {
  return {
    criteria: criteria.map(({ code, theme, scope, levels, levelWord = 'niveau', target }) => ({
      code,
      theme,
      scope,
      condition: '',
      appliesWhen: '',
      obligation: '',
      titleFr: '',
      titleEn: '',
      labelFr: `Question ${code}`,
      labelEn: '',
      levels: Array.from({ length: levels }, (_, i) => ({ fr: `${levelWord} ${i + 1}`, en: '' })),
      target
    }))
  };
}

function stored(cell: Cell): number {
  if (typeof cell === 'number') return cell;
  return { not_applicable: NOT_APPLICABLE, unanswered: UNANSWERED, blank: BLANK }[cell ?? 'blank'];
}

let campaignsMade = 0;

/** Stores the campaign under a code of its own and returns how to look at it. */
export async function storeCampaign(
  store: Store,
  { criteria, products }: RandomCampaign
): Promise<(filters: NaiveFilters) => View> {
  const code = `random ${++campaignsMade}`;
  const campaign = await store.write(async (db) => {
    const questionnaireId = await questionnaires.create(db, questionnaireOf(criteria));
    const id = await campaigns.create(db, { code, name: '', questionnaireId });
    const parsed = products.map(({ product, vendor, corridor, attributes, cells }, i) => ({
      product,
      vendor,
      corridor,
      submittedAt: null,
      attributes,
      answers: Int8Array.from(cells, stored),
      line: i + 2
    }));
    await imports.create(db, id, {
      files: ['random.csv'],
      origin: 'command',
      all: parsed.map(identify)
    });
    return campaigns.find(db, code);
  });
  if (!campaign) throw new Error('not stored');
  return (filters) => viewOf(campaign, pairsOf(filters)).view;
}
