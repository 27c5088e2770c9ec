import { describe, expect, test } from 'vitest';
import { execute } from '#lib/commands/registry.ts';
import { contents } from '#lib/server/store.ts';
import { criterionRow, delimited, file } from '#tests/ingest/builders.ts';
import { withStore } from '#tests/server/temp-store.ts';
import { importInto, request, statsOf } from './request.ts';

const questionnaire = file(
  delimited([
    criterionRow({ label_fr: 'Les comptes sont-ils nominatifs ?' }),
    criterionRow({ code: 'Q2', scope: 'conditional', label_fr: 'Deux facteurs ?' })
  ]),
  'questionnaire.csv'
);
const survey = file(
  'RespondentID,Région,Les comptes sont-ils nominatifs ?,Deux facteurs ?,Âge\n,,Response,Response,Response\n7,Nord,Oui,NSP,30\n8,Sud,Bof,Non,40\n',
  'survey.csv'
);
const map = ['product=RespondentID', 'vendor=RespondentID', 'corridor=Région'];
const answer = ['NSP=NA', 'Q1:Bof=2'];

describe('palier import with a mapping', () => {
  test('stores what a survey tool exported, and says what was understood how', () =>
    withStore(async (store) => {
      const { exit, report, messages } = await importInto(store, {
        questionnaire,
        files: [survey],
        options: { map, answer }
      });
      expect({ exit, report }).toEqual({
        exit: 0,
        report: {
          campaign: 'v1',
          stored: true,
          files: [
            {
              name: 'survey.csv',
              layout: 'wide',
              container: 'csv',
              sheet: null,
              otherSheets: [],
              archive: null,
              delimiter: ',',
              encoding: 'utf-8',
              rows: 2,
              ...{ source: 'canonical', reason: 'read as canonical layout: its headings tell of no tool' },
              ...{ leftOut: [], constants: [], passedOver: 0 }
            }
          ],
          accepted: { vendors: 2, products: 2, answers: 3 },
          rejected: { products: 0, rows: 0 },
          issues: []
        }
      });
      expect(messages).toEqual([
        'survey.csv: two heading rows, read as one',
        'survey.csv: product = “RespondentID” (by --map)',
        'survey.csv: vendor = “RespondentID” (by --map)',
        'survey.csv: corridor = “Région” (by --map)',
        'survey.csv: Q1 = “Les comptes sont-ils nominatifs ?” (by label)',
        'survey.csv: Q2 = “Deux facteurs ?” (by label)',
        'survey.csv: “NSP” read as not applicable',
        'survey.csv: “Q1:Bof” read as level 2',
        'survey.csv: kept as attributes: “Âge”'
      ]);
      const { products } = await statsOf(store);
      expect(
        products.map(({ product, corridor, applicable, attained }) => [
          product,
          corridor,
          attained,
          applicable
        ])
      ).toEqual([
        ['7', 'Nord', 1, 1],
        ['8', 'Sud', 1, 2]
      ]);
    }));

  test.each<[string, Record<string, string[]>, RegExp]>([
    ['--map without a heading', { map: ['product'] }, /--map product: write FIELD=HEADING/],
    ['--map with a blank field', { map: ['=x'] }, /FIELD=HEADING/],
    ['--map twice for one field', { map: ['Q1=a', 'q1=b'] }, /--map q1=b: given twice/],
    ['--answer without a meaning', { answer: ['NSP='] }, /--answer NSP=: write/],
    ['--answer with an unknown meaning', { answer: ['NSP=peut-être'] }, /write/],
    ['--answer twice for one label', { answer: ['NSP=NA', 'nsp=1'] }, /--answer nsp=1: given twice/],
    ['a blank --profile', { profile: [' '] }, /--profile needs a name/],
    ['a blank --save-profile', { 'save-profile': [''] }, /--save-profile needs a name/]
  ])('%s is a usage error', (_, options, message) =>
    withStore(async (store) => {
      const { exit, messages } = await importInto(store, { questionnaire, files: [survey], options });
      expect(exit).toBe(2);
      expect(messages.join('\n')).toMatch(message);
      expect((await execute(store, request('campaigns'))).json).toEqual([]);
    })
  );

  test('the same thing said twice is said once', () =>
    withStore(async (store) => {
      const options = { map: [...map, ...map], answer: [...answer, ...answer] };
      const { exit, report } = await importInto(store, { questionnaire, files: [survey], options });
      expect({ exit, issues: report.issues }).toEqual({ exit: 0, issues: [] });
    }));

  test.each<[string, Record<string, string[]>, string, string | null, RegExp]>([
    ['a field', { map: [...map, 'Q9=Âge'], answer }, 'unknown_field', 'Q9', /“Q9” is neither a field/],
    [
      'a field, near another',
      { map: [...map, 'Q02=Âge'], answer },
      'unknown_field',
      'Q02',
      /Did you mean Q2\?/
    ],
    [
      'a heading',
      { map: [...map, 'Q1=Age du'], answer },
      'unknown_heading',
      'Age du',
      /No column is called “Age du”\. The closest is Âge\./
    ],
    ['a criterion', { map, answer: [...answer, 'Q02:x=1'] }, 'unknown_criterion', 'Q02', /Did you mean Q2\?/],
    ['a level', { map, answer: [...answer, 'x=4'] }, 'unknown_level', 'x=4', /from 1 to 3/]
  ])(
    '%s that does not exist is refused, even with --partial, and nothing is stored',
    (_, options, code, value, message) =>
      withStore(async (store) => {
        const files = [survey];
        const before = await store.read(contents);
        const { exit, report } = await importInto(store, {
          questionnaire,
          files,
          options,
          flags: ['partial']
        });
        const errors = report.issues.filter(({ severity }) => severity === 'error');
        expect({ exit, stored: report.stored, errors }).toMatchObject({
          exit: 1,
          stored: false,
          errors: [{ code, value }]
        });
        expect(errors[0]?.message).toMatch(message);
        expect(await store.read(contents)).toEqual(before);
      })
  );

  test('a mapping that does not exist is reported once for several files', () =>
    withStore(async (store) => {
      const options = { map: [...map, 'Q9=Âge'], answer };
      const { report } = await importInto(store, { questionnaire, files: [survey, survey], options });
      expect(report.issues.map(({ code }) => code)).toEqual(['unknown_field']);
    }));

  test('an answer explained that no cell gives is a warning', () =>
    withStore(async (store) => {
      const options = { map, answer: [...answer, 'Bif=1'] };
      const { exit, report } = await importInto(store, { questionnaire, files: [survey], options });
      expect({ exit, stored: report.stored, issues: report.issues }).toMatchObject({
        exit: 0,
        stored: true,
        issues: [{ severity: 'warning', code: 'unused_answer', value: 'Bif' }]
      });
    }));

  test('nothing is said of unused answers where no row was read, nor of a criterion that does not exist', () =>
    withStore(async (store) => {
      const codes = async (options: Record<string, string[]>) =>
        (await importInto(store, { questionnaire, files: [survey], options })).report.issues.map(
          ({ code }) => code
        );
      expect(await codes({ answer })).toEqual(['missing_column', 'missing_column']);
      expect(await codes({ map, answer: [...answer, 'Q9:x=1'] })).toEqual(['unknown_criterion']);
    }));

  test('of several files one is enough to give it', () =>
    withStore(async (store) => {
      const other = file('product,vendor,Q1,Q2\nA,B,bif,1\n', 'other.csv');
      const plain = file('product,vendor,Q1,Q2\nC,D,2,1\n', 'plain.csv');
      const options = { answer: ['Bif=1'] };
      const { report } = await importInto(store, { questionnaire, files: [plain, other], options });
      expect(report).toMatchObject({ stored: true, issues: [] });
    }));

  test('a column that only looks like a question is suggested in the language asked for', () =>
    withStore(async (store) => {
      const near = file('product,vendor,Les comptes sont ils nominatif,Q2\nA,B,Oui,Non\n', 'near.csv');
      const { json, messages } = await execute(
        store,
        request('import', {
          options: { campaign: ['v1'] },
          files: { _: [near], questionnaire: [questionnaire] },
          locale: 'fr'
        })
      );
      expect(json).toMatchObject({ stored: true, accepted: { answers: 1 } });
      expect(messages.join('\n')).toContain('confirmez par --map "Q1=Les comptes sont ils nominatif".');
    }));
});
