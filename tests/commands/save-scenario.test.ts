import { expect, test } from 'vitest';
import { saveScenario } from '#lib/commands/save-scenario.ts';
import { requirementOf } from '#lib/maturity/requirements.ts';
import * as scenarios from '#lib/server/scenarios.ts';
import { criterionRow, questionnaire } from '#tests/ingest/builders.ts';
import { withStore } from '#tests/server/temp-store.ts';

const asked = questionnaire(criterionRow(), criterionRow({ code: 'Q2' }), criterionRow({ code: 'Q3' }));
const kept = [
  requirementOf('Q1', 2, { code: 'A', note: '=1', promised: 40 }),
  { ...requirementOf('', 1), criterion: null, level: null, code: 'B' }
];

/** Saves a form of these fields over the two lines above; gives what came of it and what is then kept. */
async function save(fields: Record<string, string>) {
  return withStore(async (store) => {
    const id = await store.write((db) =>
      scenarios.create(db, { campaignId: 1, name: 'A', requirements: kept })
    );
    const scenario = await store.read((db) => scenarios.read(db, Number(id)));
    if (!scenario) throw new Error('not made');
    const read = (field: string, key: string) => fields[`${field}.${key}`];
    const outcome = await saveScenario(store, scenario, asked, read, { by: 'Ada', locale: 'en' });
    return {
      outcome,
      requirements: (await store.read((db) => scenarios.read(db, scenario.id)))?.requirements
    };
  });
}

test('a form without fields changes nothing, whatever the lines hold', async () => {
  expect(await save({})).toEqual({ outcome: { issues: [] }, requirements: kept });
});

test('lines change, go and come as the form says', async () => {
  const { requirements } = await save({
    'status.Q1': 'recommended',
    'level.Q1': '3',
    'theme.Q1': 'ie',
    'weight.Q1': '3',
    'promised.Q1': '',
    'status.#1': 'outside',
    'status.Q3': 'mandatory',
    'level.Q3': '3',
    'status.Q2': 'outside'
  });
  expect(requirements).toEqual([
    { ...kept[0], status: 'recommended', level: 3, theme: 'ie', weight: 3, promised: null },
    requirementOf('Q3', 3, { theme: 'iam' })
  ]);
});

test('the last line may go too', async () => {
  expect((await save({ 'status.Q1': 'outside', 'status.#1': 'outside' })).requirements).toEqual([]);
});

test('what can’t be is told with its line and field, all at once, and nothing is kept', async () => {
  const { outcome, requirements } = await save({
    'level.Q1': '9',
    'promised.Q1': 'x',
    'code.#1': 'a',
    'effective_from.#1': '2027-02-30'
  });
  expect(outcome.issues.map(({ where }) => where)).toEqual([
    'Q1 level',
    'Q1 promised',
    '#1 code',
    '#1 effective_from'
  ]);
  expect(requirements).toEqual(kept);
});
