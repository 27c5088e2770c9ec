import { describe, expect, test } from 'vitest';
import { execute } from '#lib/commands/registry.ts';
import type { Result } from '#lib/commands/command.ts';
import type { ScenarioFigures } from '#lib/reports/scenario-answer.ts';
import { contents, type Store } from '#lib/server/store.ts';
import { withStore } from '#tests/server/temp-store.ts';
import { criterionRow, delimited, file, type Row } from '#tests/ingest/builders.ts';
import { answersFile, importInto, request } from './request.ts';

const questionnaire = file(
  delimited([
    criterionRow({ obligation: '' }),
    criterionRow({ code: 'Q2', scope: 'conditional', theme: 'Identification', obligation: '' }),
    criterionRow({ code: 'Q3', obligation: 'RGPD' })
  ]),
  'q.csv'
);

const answer = (product: string, criterion: string, level: string, vendor = product) => ({
  product,
  vendor,
  corridor: product === 'Alpha' ? 'Hôpital' : 'Imagerie',
  criterion,
  answer: level
});

/** Alpha attains all; Beta lacks Q1 by one level, and Q3; Gamma, whose vendor has Alpha too, is not concerned by Q2. */
async function filled(store: Store): Promise<void> {
  const rows = [
    ...['Q1', 'Q2', 'Q3'].map((code) => answer('Alpha', code, '3')),
    answer('Beta', 'Q1', '1'),
    answer('Beta', 'Q2', '2'),
    answer('Beta', 'Q3', 'unanswered'),
    answer('Gamma', 'Q1', '3', 'Alpha'),
    answer('Gamma', 'Q3', '2', 'Alpha')
  ];
  const { exit } = await importInto(store, { questionnaire, files: [answersFile('a.csv', ...rows)] });
  expect(exit).toBe(0);
}

type Ask = (verb: string, options?: Record<string, string>, rows?: Row[]) => Promise<Result>;

function withCampaign(work: (ask: Ask, store: Store) => Promise<void>): Promise<void> {
  return withStore(async (store) => {
    await filled(store);
    const ask: Ask = (verb, options = {}, rows) =>
      execute(
        store,
        request(`scenario ${verb}`, {
          options: Object.fromEntries(
            Object.entries({ campaign: 'v1', name: 'A', ...options }).map(([key, value]) => [key, [value]])
          ),
          files: rows ? { _: [file(delimited(rows), 's.csv')] } : {}
        })
      );
    await work(ask, store);
  });
}

const lines: Row[] = [
  { criterion: 'Q1', theme: 'ssi', status: '', code: 'SSI.1', wording: '=cmd' },
  { criterion: 'Q2', theme: 'ie', status: 'recommended', code: '', wording: '' },
  { criterion: 'Q3', theme: '', status: 'mandatory', code: '', wording: '' },
  { criterion: '', theme: 'iam', status: '', code: 'IAM.1', wording: 'Sans critère' }
];

describe('palier scenario', () => {
  test('show prints what formats.md says', () =>
    withCampaign(async (ask) => {
      expect(await ask('import', {}, lines)).toMatchObject({
        exit: 0,
        json: { campaign: 'v1', name: 'A', stored: true, issues: [], obligationsLeftOut: [] }
      });
      const shown = await ask('show');
      expect(shown.json).toEqual({
        name: 'A',
        campaign: 'v1',
        requirements: { mandatory: 2, recommended: 1, candidate: 0, unknown: 1 },
        applicable: 3,
        passing: 2,
        admitted: 2,
        vendors: { applicable: 2, passing: 1 },
        firmness: 2,
        lacking: [2, 2, 3, 3],
        within: [2, 2, 2, 3],
        effort: 3,
        corridors: [
          { corridor: 'Hôpital', applicable: 1, passing: 1, vendors: 1 },
          { corridor: 'Imagerie', applicable: 2, passing: 1, vendors: 1 }
        ],
        themes: [
          { theme: 'ssi', applicable: 3, passing: 2 },
          { theme: null, applicable: 3, passing: 2 }
        ],
        perRequirement: [
          { criterion: 'Q1', level: 2, applicable: 3, attained: 2, blocksAlone: 0, passingIfDropped: 2 },
          { criterion: 'Q3', level: 2, applicable: 3, attained: 2, blocksAlone: 0, passingIfDropped: 2 }
        ],
        addable: [{ criterion: 'Q2', level: 2, passing: 2, concerned: 1 }]
      });
      expect(Object.keys(shown.json as object)[0]).toBe('name');
      expect(shown.text).toMatch(
        /^criterion,level,applicable,attained,blocksAlone,passingIfDropped\r\nQ1,2,3,2,0,2\r\n/
      );
    }));

  test('show follows product filters, and never the setting of unanswered criteria', () =>
    withCampaign(async (ask) => {
      await ask('import', {}, lines);
      const only = async (options: Record<string, string>) =>
        (await ask('show', options)).json as ScenarioFigures;
      expect(await only({ corridor: 'Imagerie' })).toMatchObject({ applicable: 2, passing: 1, firmness: 2 });
      expect(await only({ corridor: 'x' })).toMatchObject({
        applicable: 0,
        passing: 0,
        firmness: 0,
        corridors: []
      });
      expect(await only({ theme: 'Identification' })).toMatchObject({
        requirements: { mandatory: 0, recommended: 1 },
        addable: [{ criterion: 'Q2' }]
      });
      expect((await ask('show', { bands: '80,20' })).exit).toBe(2);
    }));

  test('import refuses a file with an error, all of them told, and leaves the store as it was', () =>
    withCampaign(async (ask, store) => {
      await ask('import', {}, lines);
      const before = await store.read(contents);
      const wrong = await ask('import', {}, [
        { criterion: 'Q9', level: '2' },
        { criterion: 'Q1', level: '7' }
      ]);
      expect(wrong.exit).toBe(1);
      expect(wrong.json).toMatchObject({
        stored: false,
        requirements: { mandatory: 0 },
        issues: [
          { code: 'unknown_criterion', line: 2, column: 'criterion', value: 'Q9' },
          { code: 'level_out_of_range', line: 3, column: 'level', value: '7' }
        ]
      });
      expect(await store.read(contents)).toEqual(before);
    }));

  test('import says what the law requires and the scenario does not', () =>
    withCampaign(async (ask) => {
      const result = await ask('import', {}, [{ criterion: 'Q1' }]);
      expect(result).toMatchObject({ exit: 0, json: { obligationsLeftOut: ['Q3'] } });
      expect(result.messages.join()).toMatch(/Q3/);
    }));

  test('what is exported can be imported as it is', () =>
    withCampaign(async (ask, store) => {
      await ask('import', {}, lines);
      const { text, json } = await ask('export');
      const again = await execute(
        store,
        request('scenario import', {
          options: { campaign: ['v1'], name: ['B'] },
          files: { _: [file(text, 'b.csv')] }
        })
      );
      expect(again.exit).toBe(0);
      expect((await ask('export', { name: 'B' })).json).toEqual(json);
      expect(json).toMatchObject([{ wording: '=cmd' }, {}, {}, { criterion: null, code: 'IAM.1' }]);
    }));

  test('create begins with every target, what the law requires being mandatory', () =>
    withCampaign(async (ask) => {
      expect((await ask('create')).exit).toBe(0);
      expect((await ask('export')).json).toMatchObject([
        { criterion: 'Q1', level: 2, theme: 'iam', status: 'candidate' },
        { criterion: 'Q2', level: 2, theme: 'ie', status: 'candidate' },
        { criterion: 'Q3', level: 2, theme: 'iam', status: 'mandatory' }
      ]);
    }));

  test('duplicate, rename, freeze, remove and restore do as they say, and history keeps it all', () =>
    withCampaign(async (ask) => {
      await ask('import', {}, lines);
      const exits: number[] = [];
      const step = async (...words: Parameters<Ask>) => exits.push((await ask(...words)).exit);
      await step('duplicate', { from: 'a', name: 'B' });
      await step('freeze');
      await step('import', {}, [{ criterion: 'Q1' }]);
      await step('rename', { name: 'B', to: 'C' });
      await step('rename', { name: 'C', to: 'A' });
      await step('remove', { name: 'C' });
      await step('show', { name: 'C' });
      await step('restore', { name: 'C' });
      await step('show', { name: 'C' });
      expect(exits).toEqual([0, 0, 1, 0, 1, 0, 1, 0, 0]);
      const list = (await ask('list')).json as { name: string; frozenAt: string | null }[];
      expect(list.map(({ name, frozenAt }) => [name, frozenAt !== null])).toEqual([
        ['A', true],
        ['C', false]
      ]);
      const history = (await ask('history', { name: 'C' })).json as { act: string; origin: string }[];
      expect(history.map(({ act, origin }) => [act, origin])).toEqual([
        ['restore', ''],
        ['remove', ''],
        ['rename', ''],
        ['create', 'scenario:A']
      ]);
    }));

  test.each([
    ['show', { campaign: 'none' }, 1],
    ['show', { name: 'none' }, 1],
    ['show', { name: '' }, 2],
    ['show', { campaign: '' }, 2],
    ['create', { name: ' ' }, 2],
    ['duplicate', { name: 'B' }, 2],
    ['duplicate', { name: 'B', from: 'none' }, 1],
    ['restore', {}, 1]
  ] as const)('%s %j exits with %i', (verb, options, exit) =>
    withCampaign(async (ask) => {
      expect((await ask(verb, options)).exit).toBe(exit);
    })
  );
});
