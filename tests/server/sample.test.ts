import { expect, test } from 'vitest';
import { loadSample } from '#lib/commands/load-sample.ts';
import * as attainment from '#lib/server/attainment.ts';
import { askedView } from '#lib/server/asked-view.ts';
import * as campaigns from '#lib/server/campaigns.ts';
import * as sample from '#lib/server/sample.ts';
import { contents, type Store } from '#lib/server/store.ts';
import { answersFile, importInto, smallQuestionnaire } from '#tests/commands/request.ts';
import { withStore } from './temp-store.ts';

function codes(store: Store) {
  return store.read(campaigns.list).then((list) => list.map(({ code }) => code).sort());
}

test('the sample has the published figures: 48 vendors, 71 products, 10, 16 and 11 in their bands', () =>
  withStore(async (store) => {
    await loadSample(store, 'data/sample');
    const overview = await store.read(async (db) => {
      const asked = await askedView(db, 'v1', []);
      return asked && attainment.overview(db, asked.view);
    });
    expect(overview).toMatchObject({
      vendors: 48,
      products: 71,
      rated: 71,
      criteria: { common: 33, conditional: 26 }
    });
    expect(overview?.bands.map(({ products }) => products)).toEqual([11, 34, 16, 10]);
    expect(await store.read(campaigns.withSample)).toEqual(['v1', 'v2']);
    expect((await store.read(campaigns.list)).every(({ synthetic }) => synthetic)).toBe(true);
  }));

test('taken out of a store that never had it, it leaves that store as it was', () =>
  withStore(async (store) => {
    await importInto(store, {
      questionnaire: smallQuestionnaire,
      files: [answersFile('own.csv', { criterion: 'Q1', answer: '2' })]
    });
    const before = await store.read(contents);
    await store.write(sample.remove);
    const after = await store.read(contents);
    expect({ ...after, setting: [] }).toEqual({ ...before, setting: [] });
  }));

test('taken out it leaves nothing, and does not come back', () =>
  withStore(async (store) => {
    await loadSample(store, 'data/sample');
    await store.write(sample.remove);
    const all = await store.read(contents);
    for (const table of [
      'campaign',
      'response',
      'answer',
      'import',
      'expected_product',
      'consultation_comment',
      'audit_form',
      'audit_result'
    ])
      expect(all[table]).toEqual([]);
    expect(await store.read(campaigns.withSample)).toEqual([]);
    await loadSample(store, 'data/sample');
    expect(await codes(store)).toEqual([]);
  }));

test('is not loaded into a store that somebody uses', () =>
  withStore(async (store) => {
    await importInto(store, {
      campaign: 'mine',
      questionnaire: smallQuestionnaire,
      files: [answersFile('a.csv', {})]
    });
    await loadSample(store, 'data/sample');
    expect(await codes(store)).toEqual(['mine']);
  }));

test('taken out it leaves what a person imported, of other campaigns and of its own', () =>
  withStore(async (store) => {
    await loadSample(store, 'data/sample');
    await importInto(store, {
      campaign: 'mine',
      questionnaire: smallQuestionnaire,
      files: [answersFile('a.csv', {})]
    });
    const own = answersFile('own.csv', {
      product: 'Orvelis Dossier',
      vendor: 'Orvelis Santé',
      criterion: 'Q01',
      answer: '1'
    });
    const early = answersFile('early.csv', {
      product: 'Orvelis Bloc',
      vendor: 'Orvelis Santé',
      criterion: 'Q01',
      answer: '1',
      submitted_at: '2020-01-01'
    });
    await importInto(store, { campaign: 'v1', files: [own, early] });
    await store.write(sample.remove);
    expect(await codes(store)).toEqual(['mine', 'v1']);
    expect(await store.read(campaigns.withSample)).toEqual([]);
    // the earlier response, which the sample's had replaced, is in force again
    expect(await store.read(campaigns.summaries)).toMatchObject([
      { code: 'mine', products: 1 },
      { code: 'v1', products: 2 }
    ]);
    expect((await store.read(campaigns.list)).some(({ synthetic }) => synthetic)).toBe(false);
  }));
