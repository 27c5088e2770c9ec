import { describe, expect, test } from 'vitest';
import { execute } from '#lib/commands/registry.ts';
import type { ImportRecord } from '#lib/server/imports.ts';
import { contents, type Store } from '#lib/server/store.ts';
import { productId } from '#lib/server/product-id.ts';
import { withStore } from '#tests/server/temp-store.ts';
import { answersFile, importInto, request, smallQuestionnaire, statsOf } from './request.ts';

const questionnaire = smallQuestionnaire;

function attainedOf(store: Store) {
  return statsOf(store).then(({ products }) =>
    Object.fromEntries(
      products.map(({ product, attained, applicable }) => [product, `${attained}/${applicable}`])
    )
  );
}

async function history(store: Store): Promise<ImportRecord[]> {
  return (await execute(store, request('imports'))).json as ImportRecord[];
}

async function undo(store: Store, id: number | undefined) {
  return execute(store, request('undo', { positionals: [String(id)] }));
}

describe('which response is in force', () => {
  test('the latest by date, whatever the order of import', () =>
    withStore(async (store) => {
      const late = answersFile('late.csv', { submitted_at: '2025-03-02', answer: '3' });
      const early = answersFile('early.csv', { submitted_at: '2025-03-01', answer: '1' });
      await importInto(store, { questionnaire, files: [late] });
      await importInto(store, { files: [early] });
      expect(await attainedOf(store)).toEqual({ Alpha: '1/1' });
    }));

  test('of the same date the later import', () =>
    withStore(async (store) => {
      const first = answersFile('first.csv', { submitted_at: '2025-03-01', answer: '3' });
      const second = answersFile('second.csv', { submitted_at: '2025-03-01', answer: '1' });
      await importInto(store, { questionnaire, files: [first] });
      await importInto(store, { files: [second] });
      expect(await attainedOf(store)).toEqual({ Alpha: '0/1' });
    }));

  test('without a date the time of import counts, which is later than past dates', () =>
    withStore(async (store) => {
      await importInto(store, {
        questionnaire,
        files: [answersFile('dated.csv', { submitted_at: '2025-03-01', answer: '3' })]
      });
      await importInto(store, { files: [answersFile('undated.csv', { answer: '1' })] });
      expect(await attainedOf(store)).toEqual({ Alpha: '0/1' });
      await importInto(store, {
        files: [answersFile('dated again.csv', { submitted_at: '2025-03-05', answer: '3' })]
      });
      expect(await attainedOf(store)).toEqual({ Alpha: '0/1' });
    }));

  test('of two responses of one file the later date', () =>
    withStore(async (store) => {
      const both = answersFile(
        'both.csv',
        { submitted_at: '2025-03-09', answer: '1' },
        { submitted_at: '2025-03-01', answer: '3' }
      );
      await importInto(store, { questionnaire, files: [both] });
      expect(await attainedOf(store)).toEqual({ Alpha: '0/1' });
    }));

  test('replaces the earlier one as a whole: a criterion left out is unanswered again', () =>
    withStore(async (store) => {
      const full = answersFile('full.csv', { answer: '3' }, { criterion: 'Q2', answer: '3' });
      await importInto(store, { questionnaire, files: [full] });
      expect(await attainedOf(store)).toEqual({ Alpha: '2/2' });
      await importInto(store, { files: [answersFile('short.csv', { criterion: 'Q2', answer: '1' })] });
      expect(await attainedOf(store)).toEqual({ Alpha: '0/2' });
    }));

  test('other products keep theirs', () =>
    withStore(async (store) => {
      await importInto(store, {
        questionnaire,
        files: [answersFile('a.csv', { answer: '3' }, { product: 'Bêta', answer: '3' })]
      });
      await importInto(store, { files: [answersFile('b.csv', { product: 'BETA', answer: '1' })] });
      expect(await attainedOf(store)).toEqual({ Alpha: '1/1', BETA: '0/1' });
    }));
});

describe('the same file twice', () => {
  const file = answersFile(
    'answers.csv',
    { submitted_at: '2025-03-01', answer: '3' },
    { product: 'Bêta', answer: '1' }
  );

  test('is already imported, with a warning, exit 0 and an unchanged store', () =>
    withStore(async (store) => {
      await importInto(store, { questionnaire, files: [file] });
      const before = await store.read(contents);
      const { exit, report } = await importInto(store, { questionnaire, files: [file] });
      expect({ exit, stored: report.stored, accepted: report.accepted }).toEqual({
        exit: 0,
        stored: false,
        accepted: { vendors: 0, products: 0, answers: 0 }
      });
      expect(report.issues).toMatchObject([
        { severity: 'warning', code: 'already_imported', file: 'answers.csv', line: null }
      ]);
      expect(await store.read(contents)).toEqual(before);
    }));

  test('also where it holds two dates of one product', () =>
    withStore(async (store) => {
      const dates = answersFile(
        'dates.csv',
        { submitted_at: '2025-03-01', answer: '3' },
        { submitted_at: '2025-04-01', answer: '1' }
      );
      await importInto(store, { questionnaire, files: [dates] });
      const before = await store.read(contents);
      expect((await importInto(store, { files: [dates] })).report.issues.map(({ code }) => code)).toEqual([
        'already_imported'
      ]);
      expect(await store.read(contents)).toEqual(before);
    }));

  test('given twice in one import counts once, whatever its name; not where another file lies between', () =>
    withStore(async (store) => {
      const again = { ...file, name: 'copie.csv' };
      const { exit, report } = await importInto(store, { questionnaire, files: [file, again] });
      expect({ exit, accepted: report.accepted }).toEqual({
        exit: 0,
        accepted: { vendors: 1, products: 2, answers: 2 }
      });
      expect(report.issues).toMatchObject([{ code: 'already_imported', file: 'copie.csv' }]);
      const dated = { submitted_at: '2025-03-01', answer: '1' };
      const other = answersFile('autre.csv', dated, { product: 'Bêta', answer: '1' });
      const between = await importInto(store, { files: [other, file, again], campaign: 'v1' });
      expect(between.report.accepted.answers).toBe(4);
      expect((await statsOf(store)).products.map(({ attained }) => attained).sort()).toEqual([0, 1]);
    }));

  test('a file with one changed answer is not already imported', () =>
    withStore(async (store) => {
      await importInto(store, { questionnaire, files: [file] });
      const changed = answersFile(
        'answers.csv',
        { submitted_at: '2025-03-01', answer: '3' },
        { product: 'Bêta', answer: '2' }
      );
      expect((await importInto(store, { files: [changed] })).report.stored).toBe(true);
      expect(await attainedOf(store)).toEqual({ Alpha: '1/1', Bêta: '1/1' });
    }));

  test('is imported again once something else is in force', () =>
    withStore(async (store) => {
      const a = answersFile('a.csv', { answer: '3' });
      await importInto(store, { questionnaire, files: [a] });
      await importInto(store, { files: [answersFile('b.csv', { answer: '1' })] });
      expect((await importInto(store, { files: [a] })).report.stored).toBe(true);
      expect(await attainedOf(store)).toEqual({ Alpha: '1/1' });
    }));

  test('beside a new file is left out of the import', () =>
    withStore(async (store) => {
      await importInto(store, { questionnaire, files: [file] });
      const fresh = answersFile('new.csv', { product: 'Gamma', answer: '3' });
      const { report } = await importInto(store, { files: [file, fresh] });
      expect(report).toMatchObject({ stored: true, accepted: { products: 1, answers: 1 } });
      expect((await history(store))[0]).toMatchObject({ files: ['new.csv'], accepted: { products: 1 } });
    }));
});

describe('undo', () => {
  test('brings the earlier response back', () =>
    withStore(async (store) => {
      await importInto(store, { questionnaire, files: [answersFile('a.csv', { answer: '3' })] });
      const before = await statsOf(store);
      await importInto(store, { files: [answersFile('b.csv', { answer: '1' }, { product: 'Bêta' })] });
      const [latest] = await history(store);
      expect(await undo(store, latest?.id)).toMatchObject({ exit: 0 });
      expect(await statsOf(store)).toEqual(before);
      expect((await history(store)).map(({ undone }) => undone)).toEqual([true, false]);
    }));

  test('of the earlier import leaves the later in force', () =>
    withStore(async (store) => {
      await importInto(store, { questionnaire, files: [answersFile('a.csv', { answer: '3' })] });
      await importInto(store, { files: [answersFile('b.csv', { answer: '1' })] });
      await undo(store, (await history(store))[1]?.id);
      expect(await attainedOf(store)).toEqual({ Alpha: '0/1' });
    }));

  test('of the only import leaves a campaign without products, into which the file can come again', () =>
    withStore(async (store) => {
      const files = [answersFile('a.csv', { answer: '3' })];
      await importInto(store, { questionnaire, files });
      await undo(store, (await history(store))[0]?.id);
      expect((await statsOf(store)).overview).toMatchObject({
        vendors: 0,
        products: 0,
        rated: 0,
        median: null
      });
      expect((await importInto(store, { files })).report.stored).toBe(true);
    }));

  test.each(['0', '-1', '99', 'x', '1.5', ''])('of an unknown import « %s » is refused', (id) =>
    withStore(async (store) => {
      expect(await execute(store, request('undo', { positionals: [id] }))).toMatchObject({ exit: 1 });
    })
  );
});

test('imports in parallel are all stored, into one campaign', () =>
  withStore(async (store) => {
    const names = Array.from({ length: 8 }, (_, i) => `P${i}`);
    const results = await Promise.all(
      names.map((product) =>
        importInto(store, { questionnaire, files: [answersFile(`${product}.csv`, { product, answer: '3' })] })
      )
    );
    expect(results.map(({ exit }) => exit)).toEqual(names.map(() => 0));
    expect(await attainedOf(store)).toEqual(Object.fromEntries(names.map((name) => [name, '1/1'])));
    expect((await store.read(contents))['campaign']).toHaveLength(1);
    expect((await history(store)).length).toBe(8);
  }));

test('the same file imported in parallel is stored once', () =>
  withStore(async (store) => {
    const files = [answersFile('a.csv', { answer: '3' })];
    const results = await Promise.all([1, 2, 3].map(() => importInto(store, { questionnaire, files })));
    expect(results.filter(({ report }) => report.stored)).toHaveLength(1);
  }));

describe('identity', () => {
  test('two vendors with one product name stay apart, whatever the spelling of each', () =>
    withStore(async (store) => {
      const file = answersFile(
        'a.csv',
        { vendor: 'Acme', product: 'Suite', answer: '3' },
        { vendor: 'Écho', product: 'Suite', answer: '1' }
      );
      await importInto(store, { questionnaire, files: [file] });
      await importInto(store, {
        files: [answersFile('b.csv', { vendor: 'ECHO ', product: 'suite', answer: '2' })]
      });
      const { overview, products } = await statsOf(store);
      expect(overview).toMatchObject({ vendors: 2, products: 2 });
      expect(products.map(({ id, attained }) => [id, attained])).toEqual([
        [productId('Acme', 'Suite'), 1],
        [productId('Écho', 'Suite'), 1]
      ]);
    }));
});
