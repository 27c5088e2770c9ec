import { describe, expect, test } from 'vitest';
import { contents } from '#lib/server/store.ts';
import { criterionRow, tableFile } from '#tests/ingest/builders.ts';
import { withStore } from '#tests/server/temp-store.ts';
import { answersFile, importInto, smallQuestionnaire, statsOf } from './request.ts';

const questionnaire = smallQuestionnaire;

describe('partial', () => {
  const mixed = answersFile(
    'mixed.csv',
    { answer: '3' },
    { product: 'Bêta', answer: '9' },
    { product: 'Gamma', answer: '1' }
  );

  test('keeps the valid products of a file with errors', () =>
    withStore(async (store) => {
      const { exit, report } = await importInto(store, { questionnaire, files: [mixed], flags: ['partial'] });
      expect({ exit, stored: report.stored }).toEqual({ exit: 0, stored: true });
      expect(report).toMatchObject({
        accepted: { vendors: 1, products: 2, answers: 2 },
        rejected: { products: 1, rows: 1 }
      });
      expect(report.issues).toMatchObject([
        { code: 'level_out_of_range', line: 3, column: 'answer', value: '9' }
      ]);
      const { products } = await statsOf(store);
      expect(products.map(({ product, attained }) => [product, attained])).toEqual([
        ['Alpha', 1],
        ['Gamma', 0]
      ]);
    }));

  test('without it nothing is stored', () =>
    withStore(async (store) => {
      const before = await store.read(contents);
      const { exit, report } = await importInto(store, { questionnaire, files: [mixed] });
      expect({ exit, stored: report.stored, accepted: report.accepted }).toEqual({
        exit: 1,
        stored: false,
        accepted: { vendors: 0, products: 0, answers: 0 }
      });
      expect(await store.read(contents)).toEqual(before);
    }));

  test('with no valid product is refused', () =>
    withStore(async (store) => {
      const before = await store.read(contents);
      const files = [answersFile('bad.csv', { answer: '9' })];
      expect(await importInto(store, { questionnaire, files, flags: ['partial'] })).toMatchObject({
        exit: 1
      });
      expect(await store.read(contents)).toEqual(before);
    }));

  test('one bad file of two refuses both', () =>
    withStore(async (store) => {
      const before = await store.read(contents);
      const good = answersFile('good.csv', { product: 'Delta', answer: '3' });
      expect(await importInto(store, { questionnaire, files: [good, mixed] })).toMatchObject({ exit: 1 });
      expect(await store.read(contents)).toEqual(before);
    }));
});

test('a dry run stores nothing and reports all', () =>
  withStore(async (store) => {
    const before = await store.read(contents);
    const files = [answersFile('na.csv', { answer: 'NA' })];
    const { exit, report } = await importInto(store, { questionnaire, files, flags: ['dry-run'] });
    expect({ exit, stored: report.stored, codes: report.issues.map(({ code }) => code) }).toEqual({
      exit: 0,
      stored: false,
      codes: ['not_applicable_on_common']
    });
    expect(await store.read(contents)).toEqual(before);
  }));

describe('the questionnaire', () => {
  const files = [answersFile('a.csv', { answer: '3' })];

  test('is needed for a first import', () =>
    withStore(async (store) => {
      const { exit, report } = await importInto(store, { files });
      expect({ exit, codes: report.issues.map(({ code }) => code) }).toEqual({
        exit: 1,
        codes: ['missing_questionnaire']
      });
      expect((await store.read(contents))['campaign']).toEqual([]);
    }));

  test('a different one later is refused', () =>
    withStore(async (store) => {
      await importInto(store, { questionnaire, files });
      const before = await store.read(contents);
      const other = tableFile(
        criterionRow(),
        criterionRow({ code: 'Q2', scope: 'conditional', target: '3' })
      );
      const { exit, report } = await importInto(store, {
        questionnaire: other,
        files: [answersFile('b.csv', { answer: '1' })]
      });
      expect({ exit, codes: report.issues.map(({ code }) => code) }).toEqual({
        exit: 1,
        codes: ['questionnaire_differs']
      });
      expect(await store.read(contents)).toEqual(before);
    }));

  test('can be shared with another campaign', () =>
    withStore(async (store) => {
      await importInto(store, { questionnaire, files });
      const options = { 'questionnaire-of': ['V1'] };
      expect(await importInto(store, { campaign: 'v2', files, options })).toMatchObject({
        exit: 0,
        report: { stored: true }
      });
      const all = await store.read(contents);
      expect([all['questionnaire']?.length, all['campaign']?.length]).toEqual([1, 2]);
    }));

  test('a different one shared later is refused, the same one is not', () =>
    withStore(async (store) => {
      const other = tableFile(criterionRow({ label_fr: 'Autre' }));
      await importInto(store, { questionnaire, files });
      await importInto(store, { campaign: 'v2', questionnaire: other, files });
      await importInto(store, { campaign: 'v3', questionnaire, files });
      const before = await store.read(contents);
      const later = { files: [answersFile('b.csv', { answer: '1' })], flags: ['dry-run'] };
      const shared = await Promise.all(
        ['v2', 'v3'].map((code) => importInto(store, { ...later, options: { 'questionnaire-of': [code] } }))
      );
      expect(shared.map(({ exit, report }) => [exit, report.issues.map(({ code }) => code)])).toEqual([
        [1, ['questionnaire_differs']],
        [0, []]
      ]);
      expect(await store.read(contents)).toEqual(before);
    }));

  test('given and shared at once is no usage', () =>
    withStore(async (store) => {
      const options = { 'questionnaire-of': ['v1'] };
      expect(await importInto(store, { campaign: 'v2', questionnaire, files, options })).toMatchObject({
        exit: 2
      });
    }));

  test('of an unknown campaign is refused', () =>
    withStore(async (store) => {
      const { exit, report } = await importInto(store, { files, options: { 'questionnaire-of': ['none'] } });
      expect({ exit, codes: report.issues.map(({ code }) => code) }).toEqual({
        exit: 1,
        codes: ['unknown_campaign']
      });
    }));

  test('campaign codes are compared without case, spaces or accents', () =>
    withStore(async (store) => {
      await importInto(store, { campaign: 'Été 1', questionnaire, files });
      await importInto(store, { campaign: ' ete  1', files: [answersFile('b.csv', { product: 'B' })] });
      expect((await store.read(contents))['campaign']).toHaveLength(1);
    }));
});
