import { readdir } from 'node:fs/promises';
import path from 'node:path';
import { describe, expect, test } from 'vitest';
import { checkStaged } from '#lib/commands/staged-check.ts';
import { applyForm } from '#lib/commands/staged-form.ts';
import { confirmStaged, useProfile, type StagedOutcome } from '#lib/commands/staged-import.ts';
import * as profiles from '#lib/server/profiles.ts';
import * as staging from '#lib/server/staging.ts';
import { contents } from '#lib/server/store.ts';
import { withStore } from '#tests/server/temp-store.ts';
import { apply, confirm, questionnaire, stage, stageSurvey, stored, survey } from './staged.ts';

describe('a check of staged files', () => {
  test('stores nothing, suggests, and applies no suggestion by itself', () =>
    withStore(async (store) => {
      const upload = await stageSurvey(store);
      const before = await store.read(contents);
      const check = await checkStaged(store, upload);
      expect(check).toMatchObject({ isFit: false, isPartlyFit: false, isNew: true });
      const [shape] = check.shapes;
      expect(
        shape?.columns.map(({ heading, holds, suggested }) => [heading, holds.join(), suggested])
      ).toEqual([
        ['Nom', '', undefined],
        ['Maison', '', undefined],
        ['Q01', '', 'Q1'],
        ['Q2', 'Q2', undefined],
        ['Q3', 'Q3', undefined],
        ['courriel', '', undefined]
      ]);
      expect(await store.read(contents)).toEqual(before);
    }));

  test('reads on with what the page’s form says, in which suggestions are confirmed by being sent', () =>
    withStore(async (store) => {
      const upload = await stageSurvey(store);
      const columns = { 'column-0-0': '["product"]', 'column-0-1': '["vendor"]', 'column-0-5': 'dropped' };
      expect(await apply(store, upload, columns)).toBe(true);
      const mapped = await checkStaged(store, upload);
      expect(mapped.shapes[0]?.columns.map(({ holds }) => holds.join())).toEqual([
        'product',
        'vendor',
        'Q1',
        'Q2',
        'Q3',
        ''
      ]);
      // Q1 and Q2 have the same levels: one question for both
      expect(mapped.answers).toMatchObject([
        {
          text: 'Ouii',
          given: ['Q1', 'Q2'],
          criteria: ['Q1', 'Q2'],
          count: 2,
          suggested: 3,
          means: undefined
        },
        { text: 'NSP', given: ['Q2'], count: 1, suggested: 'unanswered' }
      ]);
      expect(mapped).toMatchObject({ isFit: false, accepted: { products: 0 }, rejected: { products: 2 } });
      await apply(store, upload, { 'means-1': 'not_applicable' });
      const fit = await checkStaged(store, upload);
      expect(fit).toMatchObject({ isFit: true, problems: [], accepted: { products: 2, vendors: 1 } });
      expect(fit.answers.map(({ text, means }) => [text, means])).toEqual([
        ['Ouii', 3],
        ['NSP', 'not_applicable']
      ]);
      expect(fit.changes.added).toHaveLength(2);
    }));

  test('is changed back by the same form', () =>
    withStore(async (store) => {
      const upload = await stageSurvey(store);
      const columns = { 'column-0-0': '["product"]', 'column-0-1': '["vendor"]' };
      await apply(store, upload, columns);
      await apply(store, upload);
      await apply(store, upload, {
        'column-0-0': '[]',
        'column-0-1': '[]',
        'column-0-4': '["vendor"]',
        'means-0': ''
      });
      const { shapes, answers } = await checkStaged(store, upload);
      expect(shapes[0]?.columns.map(({ holds }) => holds.join())).toEqual(['', '', 'Q1', 'Q2', 'vendor', '']);
      await apply(store, upload, { ...columns, 'column-0-4': '["Q3"]' });
      expect(answers).toEqual([]);
      const again = await checkStaged(store, upload);
      expect(again.answers.map(({ text, means }) => [text, means])).toEqual([
        ['Ouii', undefined],
        ['NSP', 'unanswered']
      ]);
    }));

  test('explains files of different headings apart, and answers once', () =>
    withStore(async (store) => {
      const upload = await stage(store, [
        ['q.csv', questionnaire, 'questionnaire'],
        ['a.csv', 'Nom;vendor;Q1;Q2;Q3\nA;V;Ouii;1;1\n'],
        ['b.csv', 'product;Nom;Q1;Q2;Q3\nB;V;1;Ouii;1\n'],
        ['c.csv', 'Q3;Q2;Q1;vendor;nom\n1;1;1;V;C\n']
      ]);
      expect((await checkStaged(store, upload)).files.map(({ shape }) => shape)).toEqual([0, 1, 0]);
      await apply(store, upload, { 'column-0-0': '["product"]', 'column-1-1': '["vendor"]' });
      await apply(store, upload);
      expect(await checkStaged(store, upload)).toMatchObject({
        isFit: true,
        accepted: { products: 3 },
        answers: [{ text: 'Ouii', count: 2, means: 3 }]
      });
    }));

  test('reads with the encoding and delimiter that were chosen, and recognises again when asked', () =>
    withStore(async (store) => {
      const upload = await stage(store, [
        ['q.csv', questionnaire, 'questionnaire'],
        ['a.csv', 'product,vendor,Q1,Q2,Q3\nA,V,1,1,1\n']
      ]);
      await apply(store, upload, { 'delimiter-1': ';', 'encoding-1': 'macintosh' });
      const [file] = (await checkStaged(store, upload)).files;
      expect(file?.recognised).toMatchObject({ delimiter: ';', encoding: 'macintosh' });
      await apply(store, upload, { 'delimiter-1': '', 'encoding-1': '' });
      expect(await checkStaged(store, upload)).toMatchObject({
        isFit: true,
        files: [{ recognised: { delimiter: ',', encoding: 'utf-8' } }]
      });
    }));

  test.each<Record<string, string>>([
    { 'column-0-0': '["nope"]' },
    { 'column-0-0': 'not JSON' },
    { 'column-0-0': '{"a":1}' },
    { 'column-99-0': '["product"]' },
    { 'means-0': '9' },
    { 'means-0': '<b>' }
  ])('takes nothing from a form but what the page offers: %j', (changes) =>
    withStore(async (store) => {
      const upload = await stageSurvey(store, survey.replace('Nom;Maison', 'product;vendor'));
      await apply(store, upload);
      const before = await checkStaged(store, upload);
      expect(await apply(store, upload, changes)).toBe(true);
      const { shapes } = await checkStaged(store, upload);
      expect(shapes[0]?.columns).toEqual(before.shapes[0]?.columns);
    })
  );
});

describe('confirming', () => {
  const good = survey.replace('Nom;Maison', 'product;vendor').replaceAll('Ouii', '3').replace('NSP', 'NA');

  test('stores the answers once, however often it is sent, and leaves no file', () =>
    withStore(async (store) => {
      const upload = await stageSurvey(store, good.replace('Q01', 'Q1'));
      const [first, second] = await Promise.all([confirm(store, upload), confirm(store, upload)]);
      expect([first, second]).toEqual([true, true]);
      expect(await stored(store)).toEqual({ responses: 2, imports: 1 });
      expect(await readdir(path.join(store.dir, 'staging', upload.id))).toEqual(['outcome.json']);
      expect(await staging.outcome<StagedOutcome>(store.dir, upload.id)).toMatchObject({
        campaign: 'v1',
        id: 1
      });
    }));

  test('does nothing for a check that no longer holds', () =>
    withStore(async (store) => {
      const upload = await stageSurvey(store, good);
      const { token } = await checkStaged(store, upload);
      await apply(store, upload);
      expect(await confirmStaged(store, upload, { token, partial: true, names: new Map() })).toBe(false);
      expect(await stored(store)).toEqual({ responses: 0, imports: 0 });
      const old = new FormData();
      old.set('token', token);
      old.set('column-0-0', 'dropped');
      expect(await applyForm(store, upload, old)).toBe(false);
      expect((await checkStaged(store, upload)).shapes[0]?.columns[0]?.dropped).toBe(false);
    }));

  test('stores the valid products only where that was asked', () =>
    withStore(async (store) => {
      const upload = await stageSurvey(store, `${good.replace('Q01', 'Q1')}Gamma;Zest;9;9;9;\n`);
      expect(await checkStaged(store, upload)).toMatchObject({
        isFit: false,
        isPartlyFit: true,
        accepted: { products: 2 },
        rejected: { products: 1, rows: 1 }
      });
      expect(await confirm(store, upload)).toBe(false);
      expect(await stored(store)).toEqual({ responses: 0, imports: 0 });
      expect(await confirm(store, upload, true)).toBe(true);
      expect(await stored(store)).toEqual({ responses: 2, imports: 1 });
    }));

  test('of what is all stored already says so, and the check did too', () =>
    withStore(async (store) => {
      const text = good.replace('Q01', 'Q1');
      await confirm(store, await stageSurvey(store, text));
      const again = await stage(store, [['survey.csv', text]]);
      const { changes, isFit } = await checkStaged(store, again);
      expect([isFit, changes.unchanged.length, changes.added.length]).toEqual([true, 2, 0]);
      expect(await confirm(store, again)).toBe(true);
      expect((await staging.outcome<StagedOutcome>(store.dir, again.id))?.id).toBeUndefined();
      expect(await stored(store)).toEqual({ responses: 2, imports: 1 });
    }));

  test('saves the mapping under a name, which is then offered for files of this shape and reads them', () =>
    withStore(async (store) => {
      const upload = await stageSurvey(store);
      await apply(store, upload, { 'column-0-0': '["product"]', 'column-0-1': '["vendor"]' });
      await apply(store, upload);
      expect(await confirm(store, upload, false, new Map([[0, 'Enquête']]))).toBe(true);
      const other = 'courriel;Q3;Q2;Q01;Maison;Nom\n;1;NSP;Ouii;Zest;Delta\n';
      const next = await stage(store, [['next.csv', other]]);
      const strange = await stage(store, [['strange.csv', `x${other}`]]);
      expect((await checkStaged(store, next)).shapes[0]?.profiles).toEqual(['Enquête']);
      expect((await checkStaged(store, strange)).shapes[0]?.profiles).toEqual([]);
      expect(await useProfile(store, next, 0, 'nope')).toBe(false);
      expect(await useProfile(store, next, 0, 'enquete')).toBe(true);
      expect(await checkStaged(store, next)).toMatchObject({ isFit: true, accepted: { products: 1 } });
      expect(await store.read(profiles.names)).toEqual(['Enquête']);
    }));
});
