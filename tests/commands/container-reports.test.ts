import { describe, expect, test } from 'vitest';
import { criterionRow, delimited, file, longRow } from '#tests/ingest/builders.ts';
import { workbook } from '#tests/ingest/containers/workbook-writer.ts';
import { zip } from '#tests/ingest/containers/zip-writer.ts';
import { withStore } from '#tests/server/temp-store.ts';
import { answersFile, importInto, smallQuestionnaire, statsOf } from './request.ts';

describe('the report says', () => {
  const two = workbook({
    sheets: [
      { name: 'Vide', rows: [] },
      {
        name: 'Réponses',
        rows: [
          ['product', 'vendor', 'Q1', 'Q2'],
          ['A', 'B', 2, null]
        ]
      },
      {
        name: 'Autres',
        rows: [
          ['product', 'vendor', 'Q1', 'Q2'],
          ['C', 'D', 3, 1]
        ]
      }
    ]
  });

  test('which sheet was read and which were not', () =>
    withStore(async (store) => {
      const { report, messages } = await importInto(store, {
        questionnaire: smallQuestionnaire,
        files: [file(two, 'a.xlsx')]
      });
      expect(report.files).toMatchObject([
        {
          container: 'xlsx',
          sheet: 'Réponses',
          otherSheets: ['Autres'],
          archive: null,
          delimiter: null,
          encoding: null,
          rows: 1
        }
      ]);
      expect(messages.slice(0, 2)).toEqual([
        'a.xlsx: .xlsx workbook, sheet “Réponses”',
        'a.xlsx: sheets not read: “Autres” (--sheet)'
      ]);
      expect((await statsOf(store)).products.map(({ product }) => product)).toEqual(['A']);
    }));

  test('the sheet asked for', () =>
    withStore(async (store) => {
      const asked = { questionnaire: smallQuestionnaire, files: [file(two, 'a.xlsx')] };
      const { report } = await importInto(store, { ...asked, options: { sheet: ['autres'] } });
      expect(report.files).toMatchObject([{ sheet: 'Autres', otherSheets: ['Réponses'] }]);
      expect((await statsOf(store)).products.map(({ product }) => product)).toEqual(['C']);
      const wrong = await importInto(store, { ...asked, options: { sheet: ['Q'] } });
      expect(wrong.exit).toBe(1);
      expect(wrong.report.issues).toMatchObject([{ code: 'unreadable_file', file: 'a.xlsx', value: 'Q' }]);
      expect(wrong.report.issues[0]?.message).toContain('Vide, Réponses, Autres');
    }));

  test('an archive’s entries as files, what was left out, and what is wrong in each, with its place', () =>
    withStore(async (store) => {
      const archive = zip(
        { name: '__MACOSX/._a.csv', data: 'x' },
        { name: 'notes.docx', data: 'x' },
        { name: 'in/a.csv', data: delimited([longRow()]) },
        { name: 'in/b.xlsx', data: workbook([['product', 'vendor', 'Q1'], [], ['C', 'D', 9]]) },
        { name: 'inner.zip', data: zip({ name: 'a.csv', data: 'x' }) }
      );
      const files = [file(archive, 'all.zip')];
      const { exit, report } = await importInto(store, {
        questionnaire: smallQuestionnaire,
        files,
        flags: ['partial']
      });
      expect(exit).toBe(0);
      expect(report.files.map(({ name, container, archive }) => [name, container, archive])).toEqual([
        ['all.zip/in/a.csv', 'csv', 'all.zip'],
        ['all.zip/in/b.xlsx', 'xlsx', 'all.zip'],
        ['all.zip/inner.zip', null, 'all.zip']
      ]);
      expect(
        report.issues.map(({ severity, code, file, line, column }) => [severity, code, file, line, column])
      ).toEqual([
        ['warning', 'left_out', 'all.zip', null, null],
        ['warning', 'left_out', 'all.zip', null, null],
        ['warning', 'missing_column', 'all.zip/in/b.xlsx', 1, 'Q2'],
        ['error', 'level_out_of_range', 'all.zip/in/b.xlsx', 3, 'Q1'],
        ['error', 'unreadable_file', 'all.zip/inner.zip', null, null]
      ]);
      expect(report.issues[0]?.message).toContain('__MACOSX/._a.csv');
    }));

  test('cells without a value, whose products are not kept', () =>
    withStore(async (store) => {
      const bytes = workbook([
        ['product', 'vendor', 'size', 'Q1', 'Q2'],
        ['A', 'B', 'x', { xml: '<c><f>C1+1</f></c>' }, 1],
        ['C', { xml: '<c t="e"><v>#REF!</v></c>' }, 'x', 1, 1],
        ['E', 'F', { xml: '<c t="e"><v>#N/A</v></c>' }, 1, 1],
        ['G', 'H', 'x', { xml: '<c><f>1+1</f><v>2</v></c>' }, 1]
      ]);
      const asked = { questionnaire: smallQuestionnaire, files: [file(bytes, 'a.xlsx')] };
      const { report } = await importInto(store, { ...asked, flags: ['partial'] });
      expect(report.issues.map(({ code, line, column, value }) => [code, line, column, value])).toEqual([
        ['unreadable_cell', 2, 'Q1', '=C1+1'],
        ['unreadable_cell', 3, 'vendor', '#REF!'],
        ['unreadable_cell', 4, 'size', '#N/A']
      ]);
      expect(report).toMatchObject({
        accepted: { products: 1, answers: 2 },
        rejected: { products: 3, rows: 3 }
      });
    }));

  test('a formula without a value in headings, a questionnaire or a list', () =>
    withStore(async (store) => {
      const formula = { xml: '<c><f>A1</f></c>' };
      const inHeadings = await importInto(store, {
        questionnaire: smallQuestionnaire,
        files: [
          file(
            workbook([
              ['product', 'vendor', formula],
              ['A', 'B', 1]
            ]),
            'a.xlsx'
          )
        ]
      });
      expect(inHeadings.report.issues).toMatchObject([{ code: 'unreadable_cell', line: 1, value: '=A1' }]);
      const row = criterionRow();
      const cells = Object.keys(row).map((key) => (key === 'label_fr' ? formula : (row[key] ?? '')));
      const given = file(workbook([Object.keys(row), cells]), 'q.xlsx');
      const inQuestionnaire = await importInto(store, {
        questionnaire: given,
        files: [answersFile('a.csv', {})]
      });
      expect(inQuestionnaire.report.issues[0]).toMatchObject({
        code: 'unreadable_cell',
        line: 2,
        column: 'label_fr'
      });
    }));

  test('that an archive is no questionnaire', () =>
    withStore(async (store) => {
      const given = file(zip({ name: 'q.csv', data: 'x' }), 'q.zip');
      const { exit, report } = await importInto(store, {
        questionnaire: given,
        files: [answersFile('a.csv', {})]
      });
      expect(exit).toBe(1);
      expect(report.issues[0]?.message).toContain('unpack it');
    }));
});
