import { expect, test } from 'vitest';
import { personOf } from '#lib/access/person.ts';
import { loadSample } from '#lib/commands/load-sample.ts';
import { execute } from '#lib/commands/registry.ts';
import { calibrationReport } from '#lib/reports/calibration.ts';
import { markingOf, setMarking } from '#lib/reports/dossier/internal-dossier.ts';
import { overviewReport } from '#lib/reports/overview.ts';
import { lists } from '#lib/reports/questions.ts';
import { askedView } from '#lib/server/asked-view.ts';
import * as attainment from '#lib/server/attainment.ts';
import * as imports from '#lib/server/imports.ts';
import { kept, type Asker } from '#lib/server/kept-responses.ts';
import { productId } from '#lib/server/product-id.ts';
import * as sample from '#lib/server/sample.ts';
import type { Store } from '#lib/server/store.ts';
import { answersFile, importInto, request } from '#tests/commands/request.ts';
import { withStore } from '#tests/server/temp-store.ts';

const asker: Asker = {
  address: '/',
  locale: 'fr',
  role: 'manager',
  campaign: null,
  isNamed: false,
  accept: null
};
const owner = personOf(null);

/** Much of what pages show, as one answer. */
async function answer(store: Store): Promise<Response> {
  const asked = await store.read((db) => askedView(db, 'v2', []));
  const scenario = { name: null, compare: [] };
  return Response.json([
    (await store.read(lists.campaigns)).figures,
    await store.read((db) => imports.list(db)),
    await markingOf(store, 'fr'),
    asked && (await store.read((db) => attainment.byCriterion(db, asked.view))),
    asked && (await overviewReport(store, asked, 'fr')),
    asked && (await calibrationReport(store, asked, scenario, 'fr'))
  ]);
}

async function palier(store: Store, command: string, positionals: string[], options: object = {}) {
  const lists = Object.fromEntries(Object.entries(options).map(([name, value]) => [name, [String(value)]]));
  const { exit, messages } = await execute(store, request(command, { positionals, options: lists }));
  expect({ command, exit, messages }).toMatchObject({ exit: 0 });
}

const added = { product: 'Ajout', vendor: 'Éditeur fictif', criterion: 'Q01' };
const id = productId(added.vendor, added.product);

/** Each kind of change, one after the other on the same store. */
const changes: [string, (store: Store) => Promise<unknown>][] = [
  [
    'an import',
    (store) =>
      importInto(store, {
        campaign: 'v2',
        files: [answersFile('more.csv', added)]
      })
  ],
  [
    'an import into another campaign',
    (store) =>
      importInto(store, {
        campaign: 'v1',
        files: [answersFile('more.csv', added)]
      })
  ],
  [
    'an import taken back',
    async (store) => {
      const [last] = await store.read((db) => imports.list(db));
      await palier(store, 'undo', [String(last?.id)]);
    }
  ],
  [
    'an import put back',
    async (store) => {
      const [last] = await store.read((db) => imports.list(db));
      await palier(store, 'redo', [String(last?.id)]);
    }
  ],
  [
    'a correction',
    (store) =>
      palier(store, 'correct', [], {
        campaign: 'v2',
        product: id,
        criterion: 'Q01',
        level: '1',
        reason: 'vu en audit'
      })
  ],
  ['a correction taken back', (store) => palier(store, 'retract', ['1'])],
  ['a product renamed', (store) => palier(store, 'rename', [id], { product: 'Nouveau nom' })],
  ['a campaign described', (store) => palier(store, 'campaign', ['v2'], { name: 'Deuxième vague' })],
  ['a scenario made', (store) => palier(store, 'scenario create', [], { campaign: 'v2', name: 'Essai' })],
  [
    'a scenario renamed',
    (store) => palier(store, 'scenario rename', [], { campaign: 'v2', name: 'Essai', to: 'Autre' })
  ],
  ['a setting', (store) => setMarking(store, 'Diffusion restreinte')],
  ['the sample taken out', (store) => store.write(sample.remove)]
];

test('every kind of change is seen by the very next request', () =>
  withStore(async (store) => {
    await loadSample(store, 'data/sample');
    const ask = async () => (await kept(store, asker, owner, () => answer(store))).text();
    let before = await ask();
    for (const [what, change] of changes) {
      await change(store);
      const after = await ask();
      expect(after === before, `${what} is not seen`).toBe(false);
      expect(await (await answer({ ...store, read: (work) => store.write(work, () => -1) })).text()).toBe(
        after
      );
      before = await ask();
    }
  }));
