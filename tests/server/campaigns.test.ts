import { describe, expect, test } from 'vitest';
import { execute } from '#lib/commands/registry.ts';
import * as campaigns from '#lib/server/campaigns.ts';
import * as expectedProducts from '#lib/server/expected-products.ts';
import * as imports from '#lib/server/imports.ts';
import * as questionnaires from '#lib/server/questionnaires.ts';
import { contents, type Store } from '#lib/server/store.ts';
import { answersFile, importInto, request, smallQuestionnaire } from '#tests/commands/request.ts';
import { criterionRow, file, questionnaire } from '#tests/ingest/builders.ts';
import { withStore } from './temp-store.ts';

function describeCampaign(store: Store, options: Record<string, string>, expected?: string) {
  return execute(
    store,
    request('campaign', {
      positionals: ['v1'],
      options: Object.fromEntries(Object.entries(options).map(([name, value]) => [name, [value]])),
      files: expected === undefined ? {} : { expected: [file(expected, 'expected.csv')] }
    })
  );
}

function withCampaign(work: (store: Store) => Promise<void>) {
  return withStore(async (store) => {
    await importInto(store, {
      questionnaire: smallQuestionnaire,
      files: [answersFile('a.csv', {}, { vendor: 'Autre' })]
    });
    await work(store);
  });
}

const expected = 'product,vendor,corridor\nAlpha,ACME,Hôpital\nJamais,Acme,\n';

describe('a campaign', () => {
  test('does not close before it opens, also where one of the dates is there already', () =>
    withCampaign(async (store) => {
      await describeCampaign(store, { opened: '2026-01-02', closed: '2026-01-02' });
      const before = await store.read(contents);
      for (const [name, date] of [
        ['closed', '2026-01-01'],
        ['opened', '2026-01-03']
      ] as const)
        expect(await describeCampaign(store, { [name]: date })).toMatchObject({ exit: 1 });
      expect(await store.read(contents)).toEqual(before);
    }));

  test('is described bit by bit', () =>
    withCampaign(async (store) => {
      await describeCampaign(store, { opened: '2026-01-01', name: 'Une campagne' });
      await describeCampaign(store, { closed: '2026-03-01', status: 'final' });
      expect(await store.read(campaigns.summaries)).toEqual([
        {
          code: 'v1',
          name: 'Une campagne',
          opened: '2026-01-01',
          closed: '2026-03-01',
          status: 'final',
          expected: null,
          vendors: 2,
          products: 2,
          criteria: 2
        }
      ]);
    }));

  test('has expected products, and knows how many answered', () =>
    withCampaign(async (store) => {
      const id = (await store.read((db) => campaigns.find(db, 'V1')))?.id ?? -1;
      expect(await store.read((db) => expectedProducts.progress(db, id))).toBeUndefined();
      expect((await describeCampaign(store, {}, expected)).json).toMatchObject({ expected: 2 });
      expect(await store.read((db) => expectedProducts.progress(db, id))).toEqual({
        expected: 2,
        answered: 1
      });
      expect((await describeCampaign(store, {}, 'product,vendor\nAlpha,Acme\n')).json).toMatchObject({
        expected: 1
      });
    }));

  test('keeps its list where a new one is bad', () =>
    withCampaign(async (store) => {
      await describeCampaign(store, {}, expected);
      expect(await describeCampaign(store, { name: 'x' }, 'product,vendor\nAlpha,\n')).toMatchObject({
        exit: 1
      });
      expect(await store.read(campaigns.summaries)).toMatchObject([{ expected: 2, name: 'v1' }]);
    }));

  test('that nobody knows is refused', () =>
    withStore(async (store) => {
      expect(await describeCampaign(store, { name: 'x' })).toMatchObject({
        exit: 1,
        messages: ['unknown campaign: v1']
      });
    }));

  test('says that its answers are invented where they say so', () =>
    withCampaign(async (store) => {
      expect(await store.read((db) => campaigns.find(db, 'v1'))).toMatchObject({ synthetic: false });
      await importInto(store, { files: [answersFile('s.csv', { product: 'S', synthetic: 'Oui' })] });
      expect(await store.read((db) => campaigns.find(db, 'v1'))).toMatchObject({ synthetic: true });
    }));

  test('counts an undone import no more', () =>
    withCampaign(async (store) => {
      await execute(store, request('undo', { positionals: ['1'] }));
      expect(await store.read(campaigns.summaries)).toMatchObject([{ vendors: 0, products: 0, criteria: 2 }]);
    }));
});

test('campaigns come the latest first: by closing date, else opening date, else first import, then order of creation', () =>
  withStore(async (store) => {
    const dates: Record<string, Record<string, string>> = {
      old: { closed: '2014-01-01' },
      new: { closed: '2016-01-01' },
      running: { opened: '2016-02-01' },
      undated: {},
      later: {}
    };
    for (const [code, description] of Object.entries(dates)) {
      await importInto(store, {
        campaign: code,
        questionnaire: smallQuestionnaire,
        files: [answersFile('a.csv', {})]
      });
      const id = (await store.read((db) => campaigns.find(db, code)))?.id ?? -1;
      await store.write((db) => campaigns.describe(db, id, description));
    }
    const order = ['later', 'undated', 'running', 'new', 'old'];
    expect((await store.read(campaigns.list)).map(({ code }) => code)).toEqual(order);
    expect((await store.read(campaigns.summaries)).map(({ code }) => code)).toEqual(order);
  }));

test('a campaign whose imports are all undone is neither shown unasked nor compared with', () =>
  withStore(async (store) => {
    for (const code of ['first', 'second', 'third'])
      await importInto(store, {
        campaign: code,
        questionnaire: smallQuestionnaire,
        files: [answersFile('a.csv', {})]
      });
    const before = await store.read(campaigns.list);
    expect(campaigns.latest(before)?.code).toBe('third');
    expect(campaigns.earlier(before, before[0]?.id ?? 0).map(({ code }) => code)).toEqual([
      'second',
      'first'
    ]);
    await store.write((db) => imports.undo(db, 2));
    await store.write((db) => imports.undo(db, 3));
    const after = await store.read(campaigns.list);
    expect(campaigns.latest(after)?.code).toBe('first');
    expect(campaigns.earlier(after, after[0]?.id ?? 0).map(({ code }) => code)).toEqual(['first']);
  }));

describe('a questionnaire', () => {
  const given = questionnaire(
    criterionRow({ title_fr: 'Court', level_1_en: 'No', obligation: 'RGPD' }),
    criterionRow({
      code: 'Q12[SQ003]',
      scope: 'conditional',
      applies_when: 'hosting = HDS',
      condition: 'Si hébergé'
    })
  );

  test('is read back as it was stored, and has the digest that it had', () =>
    withStore(async (store) => {
      const id = await store.write((db) => questionnaires.create(db, given));
      const read = await store.read((db) => questionnaires.read(db, id));
      expect(read).toEqual(given);
      expect(questionnaires.digest(read)).toBe(questionnaires.digest(given));
    }));

  test('has the same digest whatever the order of its fields', () => {
    const criteria = given.criteria.map((criterion) =>
      Object.fromEntries(Object.entries(criterion).reverse())
    );
    expect(questionnaires.digest({ criteria: criteria as unknown as typeof given.criteria })).toBe(
      questionnaires.digest(given)
    );
  });

  test('is stored once', () =>
    withStore(async (store) => {
      const ids = [];
      for (let i = 0; i < 2; i++) ids.push(await store.write((db) => questionnaires.create(db, given)));
      expect(ids[0]).toBe(ids[1]);
    }));

  test.each([
    { target: 3 },
    { code: 'Q1b' },
    { labelFr: 'autre' },
    { scope: 'conditional' as const },
    { theme: 'x' },
    {
      levels: [
        { fr: 'a', en: '' },
        { fr: 'b', en: '' }
      ]
    }
  ])('has another digest with %j', (changes) => {
    const criteria = given.criteria.map((criterion, i) =>
      i === 0 ? { ...criterion, ...changes } : criterion
    );
    expect(questionnaires.digest({ criteria })).not.toBe(questionnaires.digest(given));
  });
});
