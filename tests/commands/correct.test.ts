import { describe, expect, test } from 'vitest';
import { execute } from '#lib/commands/registry.ts';
import type { ProductAnswers } from '#lib/maturity/figures.ts';
import { items } from '#lib/reports/questions.ts';
import { askedView } from '#lib/server/asked-view.ts';
import * as corrections from '#lib/server/corrections.ts';
import { productId } from '#lib/server/product-id.ts';
import type { Store } from '#lib/server/store.ts';
import { withStore } from '#tests/server/temp-store.ts';
import { answersFile, importInto, request, smallQuestionnaire, statsOf } from './request.ts';

const id = productId('Acme', 'Alpha');

function correct(store: Store, criterion: string, level: string, more: Record<string, string[]> = {}) {
  const options = {
    campaign: ['v1'],
    product: [id],
    criterion: [criterion],
    level: [level],
    reason: ['vu en audit'],
    by: ['Ana'],
    ...more
  };
  return execute(store, request('correct', { options }));
}

async function rate(store: Store): Promise<string> {
  const { products } = await statsOf(store);
  return products.map(({ attained, applicable }) => `${attained}/${applicable}`).join();
}

async function answersOf(store: Store) {
  const answered = await store.read(async (db) => {
    const asked = await askedView(db, 'v1', []);
    return asked && items.products(db, asked.view, id);
  });
  const { answers } = answered?.figures as ProductAnswers;
  return answers.map(({ criterion, level, state, declared, corrected, contested }) => ({
    criterion,
    level,
    state,
    declared,
    corrected,
    contested
  }));
}

const both = answersFile('a.csv', { answer: '3' }, { criterion: 'Q2', answer: '1' });

describe('a correction', () => {
  test('counts in the place of the declared answer, which stays visible, and can be taken back', () =>
    withStore(async (store) => {
      await importInto(store, { questionnaire: smallQuestionnaire, files: [both] });
      const before = await statsOf(store);
      expect(await correct(store, 'q1', '1')).toMatchObject({ exit: 0, json: { id: 1, kind: 'corrected' } });
      await correct(store, 'Q2', 'NA');
      expect(await rate(store)).toBe('0/1');
      expect(await answersOf(store)).toEqual([
        { criterion: 'Q1', level: 1, state: 'level', declared: 3, corrected: true, contested: false },
        {
          criterion: 'Q2',
          level: null,
          state: 'not_applicable',
          declared: 1,
          corrected: true,
          contested: false
        }
      ]);
      for (const one of ['1', '2'])
        expect(await execute(store, request('retract', { positionals: [one] }))).toMatchObject({ exit: 0 });
      expect(await execute(store, request('retract', { positionals: ['1'] }))).toMatchObject({
        exit: 1,
        messages: ['no correction or contest in force: 1']
      });
      expect(await statsOf(store)).toEqual(before);
      const list = await execute(store, request('corrections', { options: { campaign: ['v1'] } }));
      expect(list.json).toMatchObject([
        { id: 2, criterion: 'Q2', declared: 1, corrected: 'not_applicable', counts: false },
        { id: 1, criterion: 'Q1', declared: 3, corrected: 1, reason: 'vu en audit', by: 'Ana', counts: false }
      ]);
    }));

  test('of a corrected answer replaces the first, and taken back gives what was declared', () =>
    withStore(async (store) => {
      await importInto(store, { questionnaire: smallQuestionnaire, files: [both] });
      await correct(store, 'Q1', '1');
      await correct(store, 'Q1', '2');
      expect((await answersOf(store))[0]).toMatchObject({ level: 2, declared: 3 });
      const campaign = await store.read((db) => askedView(db, 'v1', []));
      expect(await store.read((db) => corrections.counts(db, campaign?.campaign.id ?? -1))).toEqual({
        corrected: 1,
        contested: 0
      });
      await execute(store, request('retract', { positionals: ['2'] }));
      expect((await answersOf(store))[0]).toMatchObject({ level: 3, corrected: false });
    }));

  test('belongs to its response: a later one is not corrected, and undoing that brings the correction back', () =>
    withStore(async (store) => {
      await importInto(store, { questionnaire: smallQuestionnaire, files: [both] });
      await correct(store, 'Q1', '1');
      expect(await rate(store)).toBe('0/2');
      await importInto(store, { files: [answersFile('b.csv', { answer: '3', corridor: 'x' })] });
      expect(await rate(store)).toBe('1/1');
      await execute(store, request('undo', { positionals: ['2'] }));
      expect(await rate(store)).toBe('0/2');
      expect((await importInto(store, { files: [both] })).report.issues).toMatchObject([
        { code: 'already_imported' }
      ]);
    }));

  test.each([
    ['an unknown level', 'Q1', '4', {}, 1],
    ['level 0', 'Q1', '0', {}, 1],
    ['an unknown criterion', 'Q9', '1', {}, 1],
    ['an unknown product', 'Q1', '1', { product: ['000000000000'] }, 1],
    ['an unknown campaign', 'Q1', '1', { campaign: ['v9'] }, 1],
    ['« not applicable » on a common criterion', 'Q1', 'NA', {}, 1],
    ['what is declared already', 'Q1', '3', {}, 1],
    ['a level that is no level', 'Q1', 'haut', {}, 2],
    ['no reason', 'Q1', '1', { reason: [' '] }, 2]
  ])('is refused with %s, and nothing changes', (_, criterion, level, more, exit) =>
    withStore(async (store) => {
      await importInto(store, { questionnaire: smallQuestionnaire, files: [both] });
      expect((await correct(store, criterion, level, more)).exit).toBe(exit);
      expect(await rate(store)).toBe('1/2');
    })
  );
});

test('a contest marks the answer and changes no figure', () =>
  withStore(async (store) => {
    await importInto(store, { questionnaire: smallQuestionnaire, files: [both] });
    const before = await statsOf(store);
    const options = { campaign: ['v1'], product: [id], criterion: ['Q1'], reason: ['douteux'] };
    expect(await execute(store, request('contest', { options }))).toMatchObject({ exit: 0 });
    expect(await statsOf(store)).toEqual(before);
    expect((await answersOf(store))[0]).toMatchObject({
      level: 3,
      declared: 3,
      corrected: false,
      contested: true
    });
  }));
