import { describe, expect, test } from 'vitest';
import { problemsTable } from '#lib/commands/problems-table.ts';
import { allProblems, checkStaged, choicesOf } from '#lib/commands/staged-check.ts';
import { stagedView } from '#lib/commands/staged-view.ts';
import { toCsv } from '#lib/reports/csv.ts';
import { withStore } from '#tests/server/temp-store.ts';
import { stage, stageSurvey, survey } from './staged.ts';

describe('problems', () => {
  test('of one kind are counted, the first ones shown with what may be meant, and all are in the download', () =>
    withStore(async (store) => {
      const rows = Array.from({ length: 5000 }, (_, i) => `P${i};V;Ouii;=2+5;1`);
      const upload = await stageSurvey(store, `product;vendor;Q1;Q2;Q3\n${rows.join('\n')}\n`);
      const check = await checkStaged(store, upload);
      expect(check.problems).toMatchObject([{ code: 'unknown_answer', severity: 'error', count: 10_000 }]);
      expect(check.problems[0]?.first).toHaveLength(10);
      const csv = toCsv(problemsTable(await allProblems(store, upload), 'fr'), 'spreadsheet-fr');
      const lines = csv.split('\r\n');
      expect(lines[0]).toBe('\ufeffGravité;Fichier;Ligne;Colonne;Valeur;Code;Problème;Proposition');
      expect(lines[1]).toMatch(
        /^erreur;survey\.csv;2;Q1;Ouii;unknown_answer;.*;Peut-être «\u00a03 – Oui\u00a0»$/
      );
      expect(lines[2]).toContain(";'=2+5;unknown_answer;");
      expect(lines).toHaveLength(10_002);
    }));

  test('say on the page how to put them right there, and nothing of options', () =>
    withStore(async (store) => {
      const upload = await stageSurvey(store);
      for (const locale of ['fr', 'en'] as const) {
        const view = stagedView(
          upload,
          await checkStaged(store, upload),
          await choicesOf(store.dir, upload.id),
          locale
        );
        const messages = view.problems.flatMap(({ first }) => first.map(({ message }) => message));
        expect(messages.join('\n')).toMatch(
          locale === 'fr' ? /confirmez-le dans la correspondance/ : /confirm it in the mapping/
        );
        expect(messages.join('\n')).not.toContain('--');
      }
    }));

  test('of a campaign without questionnaire are told before its files are read', () =>
    withStore(async (store) => {
      const upload = await stage(store, [['a.csv', survey]], 'new');
      expect(await checkStaged(store, upload)).toMatchObject({
        files: [],
        isFit: false,
        isPartlyFit: false,
        problems: [{ code: 'missing_questionnaire' }]
      });
    }));
});
