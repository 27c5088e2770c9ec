import fc from 'fast-check';
import { expect, test } from 'vitest';
import { execute } from '#lib/commands/registry.ts';
import { analysisReport } from '#lib/reports/analysis.ts';
import { knownLevels } from '#lib/reports/calibration.ts';
import { criteriaReport } from '#lib/reports/criteria.ts';
import { overviewReport } from '#lib/reports/overview.ts';
import { productFigures } from '#lib/reports/product-figures.ts';
import { productPart } from '#lib/reports/products.ts';
import { topBandReport } from '#lib/reports/top-band.ts';
import { askedView } from '#lib/server/asked-view.ts';
import * as expectedProducts from '#lib/server/expected-products.ts';
import { productId } from '#lib/server/product-id.ts';
import type { Store } from '#lib/server/store.ts';
import { answersFile, importInto, request, smallQuestionnaire } from '#tests/commands/request.ts';
import { withStore } from '#tests/server/temp-store.ts';
import { repetitions } from '#tests/repetitions.ts';

const codes = ['v1', 'v2'];
const names = ['Portail', 'Guichet', 'Dossier'];
const [portal = '', desk = ''] = names.map((name) => productId('Acme', name));

/** Everything that outlasts imports into other campaigns. */
async function seen(store: Store, code: string) {
  const asked = await store.read((db) => askedView(db, code, []));
  if (!asked) throw new Error(code);
  return Promise.all([
    overviewReport(store, asked, 'fr'),
    criteriaReport(store, asked, 'theme', 'fr'),
    topBandReport(store, asked, 'fr'),
    productPart(store, asked, { column: 'rate', down: true }, 'fr', { from: 0, length: 100 }),
    productFigures(store, asked, 'fr'),
    analysisReport(store, asked, 'fr'),
    knownLevels(store, asked),
    expectedProducts.known(store, asked.campaign.id)
  ]);
}

/** The same data, with caches of its own and none of rows: a connection that may write shares nothing that it reads. */
function uncached(store: Store): Store {
  return { ...store, read: (work) => store.write(work, () => -1) };
}

type Act = (store: Store) => Promise<unknown>;

function palier(command: string, positionals: string[], options: Record<string, string> = {}): Act {
  const lists = Object.fromEntries(Object.entries(options).map(([name, value]) => [name, [value]]));
  return (store) => execute(store, request(command, { positionals, options: lists }));
}

function bring(campaign: string, product: string, answer: string): Act {
  const rows = ['Q1', 'Q2'].map((criterion) => ({ vendor: 'Acme', product, criterion, answer }));
  return (store) => importInto(store, { campaign, files: [answersFile(`${product}${answer}.csv`, ...rows)] });
}

const code = fc.constantFrom(...codes);
const level = fc.constantFrom('1', '2', '3');
const anyAct: fc.Arbitrary<Act> = fc.oneof(
  { weight: 6, arbitrary: fc.tuple(code, fc.constantFrom(...names), level).map((of) => bring(...of)) },
  fc.integer({ min: 1, max: 4 }).map((id) => palier('undo', [String(id)])),
  fc.integer({ min: 1, max: 4 }).map((id) => palier('redo', [String(id)])),
  fc
    .tuple(code, level)
    .map(([campaign, to]) =>
      palier('correct', [], { campaign, product: portal, criterion: 'Q1', level: to, reason: 'vu' })
    ),
  fc.constant(palier('retract', ['1'])),
  fc.constant(palier('merge', [desk], { into: portal })),
  fc.constant(palier('unmerge', ['1'])),
  fc.constant(palier('rename-vendor', ['Acme'], { to: 'Acme Santé' })),
  fc.tuple(code, level).map(([campaign, name]) => palier('campaign', [campaign], { name }))
);

async function fill(store: Store): Promise<void> {
  for (const campaign of codes)
    await importInto(store, {
      campaign,
      questionnaire: smallQuestionnaire,
      files: [answersFile(`${campaign}.csv`, { vendor: 'Acme', product: 'Portail', answer: '2' })]
    });
}

test('whatever is imported, undone, corrected or renamed: what is kept is what is computed anew', () =>
  fc.assert(
    fc.asyncProperty(fc.array(anyAct, { minLength: 4, maxLength: 8 }), (acts) =>
      withStore(async (store) => {
        await fill(store);
        for (const campaign of codes) await seen(store, campaign);
        for (const act of acts) {
          await act(store);
          for (const campaign of codes)
            expect(await seen(store, campaign)).toEqual(await seen(uncached(store), campaign));
        }
      })
    ),
    { numRuns: Math.ceil(repetitions(8) / 8) }
  ));

test('an import into one campaign leaves what was computed of another, unless names were merged', () =>
  withStore(async (store) => {
    await fill(store);
    const kept = () => seen(store, 'v1');
    const first = await kept();
    await bring('v2', 'Guichet', '3')(store);
    const second = await kept();
    for (const i of [0, 1, 2, 4, 5, 6]) expect(second[i]).toBe(first[i]);
    await palier('merge', [desk], { into: portal })(store);
    const third = await kept();
    await bring('v2', 'Dossier', '3')(store);
    const fourth = await kept();
    for (const i of [0, 1, 2, 4, 5, 6]) expect(fourth[i]).not.toBe(third[i]);
  }));
