import { describe, expect, test } from 'vitest';
import { criterionRow, delimited, file, type Row } from '#tests/ingest/builders.ts';
import { withStore } from '#tests/server/temp-store.ts';
import { importInto, statsOf } from './request.ts';

const codes = Array.from({ length: 12 }, (_, i) => `Q${i + 1}`);
const questionnaire = file(
  delimited(codes.map((code) => criterionRow({ code, level_4_fr: 'Toujours' }))),
  'questionnaire.csv'
);
const mixed = [1, 2, 3, 4, 2, 1, 3, 3, 2, 4, 1, 2];

function row(product: string, vendor: string, answers: (number | string)[] = mixed): Row {
  return { product, vendor, ...Object.fromEntries(codes.map((code, i) => [code, String(answers[i])])) };
}

function answers(name: string, ...rows: Row[]) {
  return file(delimited(rows), name);
}

describe('quality checks of an import', () => {
  test('look at the campaign too, warn in check and import alike, and change no number', () =>
    withStore(async (store) => {
      await importInto(store, { questionnaire, files: [answers('a.csv', row('Dossier Patient', 'Acme'))] });
      const second = {
        files: [
          answers('b.csv', row('Dossiers Patient', 'Acme SA', mixed.toReversed()), row('Copie', 'Echo'))
        ]
      };
      const checked = await importInto(store, { ...second, flags: ['dry-run'] });
      const { exit, report } = await importInto(store, second);
      expect(exit).toBe(0);
      expect(report.issues).toMatchObject([
        {
          severity: 'warning',
          code: 'near_vendor',
          file: 'b.csv',
          line: 2,
          column: 'vendor',
          value: 'Acme SA'
        },
        { severity: 'warning', code: 'near_product', line: 2, column: 'product', value: 'Dossiers Patient' },
        { severity: 'warning', code: 'identical_responses', line: 3, column: 'product', value: 'Copie' }
      ]);
      expect(checked.report.issues).toEqual(report.issues);
      expect(report.accepted).toEqual({ vendors: 2, products: 2, answers: 24 });
      expect((await statsOf(store)).overview).toMatchObject({ vendors: 3, products: 3 });
    }));

  test('a response that replaces its own product’s is compared with others alone', () =>
    withStore(async (store) => {
      await importInto(store, { questionnaire, files: [answers('a.csv', row('A', 'Acme'))] });
      const again = answers('b.csv', { ...row('a', 'ACME'), corridor: 'Imagerie' });
      expect((await importInto(store, { files: [again] })).report).toMatchObject({
        stored: true,
        issues: []
      });
    }));

  test('« not applicable » on common criteria: cells one by one, more than a hundred by criterion', () =>
    withStore(async (store) => {
      const waived = (n: number) =>
        answers(
          'a.csv',
          ...Array.from({ length: n }, (_, i) =>
            row(
              `P${i}`,
              `V${i}`,
              codes.map(() => 'NA')
            )
          )
        );
      const few = await importInto(store, { questionnaire, files: [waived(2)], flags: ['dry-run'] });
      expect(few.report.issues.length).toBe(24);
      const many = await importInto(store, { questionnaire, files: [waived(9)], flags: ['dry-run'] });
      expect(many.report.issues.map(({ column, line }) => [column, line])).toEqual(
        codes.map((code) => [code, 2])
      );
      expect(many.report.issues[0]?.message).toContain('9 cells');
    }));
});
