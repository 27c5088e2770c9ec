import { describe, expect, it } from 'vitest';
import { problemMessage } from '#lib/i18n/problems.ts';
import { readAnswers } from '#lib/ingest/answers.ts';
import { readQuestionnaire } from '#lib/ingest/questionnaire.ts';
import { problemCodes, type Problem } from '#lib/maturity/problem.ts';
import { criterionRow, file, questionnaire, tableFile, wideRow } from './builders.ts';

const bare: Problem = {
  severity: 'error',
  file: 'a.csv',
  line: null,
  column: null,
  value: null,
  code: 'empty_file'
};

describe('problemMessage', () => {
  it('says what was found and what is expected, in both languages', () => {
    const [problem] = readAnswers(tableFile(wideRow({ Q2: '7' })), questionnaire()).problems;
    expect(problem && problemMessage(problem, 'fr')).toBe(
      'Le niveau «\u00a07\u00a0» n’existe pas\u00a0: Q2 a 4 niveaux (1 à 4).'
    );
    expect(problem && problemMessage(problem, 'en')).toBe('There is no level “7”: Q2 has 4 levels (1 to 4).');
  });

  it('names the labels of the reader’s language', () => {
    const criteria = questionnaire(criterionRow({ level_1_en: 'No' }));
    const [problem] = readAnswers(file('product,vendor,Q1\nA,B,bof\n'), criteria).problems;
    expect(problem && problemMessage(problem, 'en')).toContain('its label (No / En partie / Oui)');
    expect(problem && problemMessage(problem, 'fr')).toContain('son libellé (Non / En partie / Oui)');
  });

  it('gives each reason why levels are bad, and what an unreadable file looks like', () => {
    const [same] = readQuestionnaire(tableFile(criterionRow({ level_3_fr: 'Non' }))).problems;
    expect(same && problemMessage(same, 'fr')).toBe(
      '«\u00a0Non\u00a0» est à la fois le libellé du niveau 1 et du niveau 3\u00a0: une réponse ne dirait pas lequel.'
    );
    expect(problemMessage({ ...bare, code: 'unreadable_file', detail: { reason: 'pdf' } }, 'en')).toContain(
      'a PDF'
    );
  });

  it('cuts long values and shows line breaks as blanks', () => {
    const problem = { ...bare, code: 'bad_date', value: 'a\nb' + 'x'.repeat(500) } as const;
    expect(problemMessage(problem, 'en')).toMatch(/“a bx{77}…”/);
  });

  it.each(problemCodes)('has a sentence for %s, even without details, with French typography', (code) => {
    for (const value of [null, 'x']) {
      const fr = problemMessage({ ...bare, code, value }, 'fr');
      const en = problemMessage({ ...bare, code, value }, 'en');
      expect(fr).toMatch(/\.$/);
      expect(en).toMatch(/\.$/);
      expect(fr).not.toMatch(/[^\u00a0][:;?!»](\s|$)|'|undefined/);
      expect(en).not.toMatch(/'|undefined|\u00a0/);
    }
  });
});
