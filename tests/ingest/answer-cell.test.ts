import { describe, expect, it } from 'vitest';
import { answerReader, wholeNumber } from '#lib/ingest/answer-cell.ts';
import { BLANK, NOT_APPLICABLE, UNANSWERED } from '#lib/maturity/answer.ts';
import { criterionRow, questionnaire } from './builders.ts';

function read(cell: string, changes = {}) {
  const [criterion] = questionnaire(criterionRow(changes)).criteria;
  if (!criterion) throw new Error('no criterion');
  return answerReader(criterion)(cell);
}

const bilingual = { level_1_en: 'No', level_2_en: 'In part', level_3_en: 'Yes – always “checked”' };

describe('a cell is', () => {
  it.each([
    ['a French label', 'En partie', 2],
    ['an English label', 'In part', 2],
    ['a label in other case, without accents, with other spaces', '  EN\u00a0  PARTIE. ', 2],
    ['a label with other dashes and quotes', 'yes - always "checked"', 3],
    ['a level', '3', 3],
    ['a level between blanks', '\u00a0 3 ', 3],
    ['a level with a decimal point', '3.0', 3],
    ['a level with a decimal comma', '3,0', 3],
    ['NA', 'na', NOT_APPLICABLE],
    ['N/A', 'N/A', NOT_APPLICABLE],
    ['non applicable', 'Non applicable', NOT_APPLICABLE],
    ['sans objet', 'Sans objet.', NOT_APPLICABLE],
    ['not applicable', 'not applicable', NOT_APPLICABLE],
    ['unanswered', 'Unanswered', UNANSWERED],
    ['no answer', 'no answer', UNANSWERED],
    ['sans réponse', 'sans reponse', UNANSWERED],
    ['non répondu', 'Non répondu', UNANSWERED],
    ['blank', '', BLANK],
    ['blank but for spaces', ' \u00a0\t', BLANK],
    ['0, no level', '0', 'level_out_of_range'],
    ['-1, no level', '-1', 'level_out_of_range'],
    ['a minus sign, no level', '−1', 'level_out_of_range'],
    ['7, no level', '7', 'level_out_of_range'],
    ['a fraction, no answer', '2.5', 'unknown_answer'],
    ['words, no answer', 'peut-être', 'unknown_answer'],
    ['a dash, no answer', '-', 'unknown_answer'],
    ['a dot, no answer', '.', 'unknown_answer'],
    ['a name of the language, no answer', 'constructor', 'unknown_answer']
  ])('%s', (_, cell, answer) => {
    expect(read(cell, bilingual)).toBe(answer);
  });

  it('a label before it is a number', () => {
    expect(read('1', { level_1_fr: '0', level_2_fr: '1', level_3_fr: '2' })).toBe(2);
  });
});

describe('wholeNumber', () => {
  it.each([
    ['12', 12],
    ['+2', 2],
    ['3.', 3],
    ['1e3', undefined],
    ['0x1', undefined],
    ['', undefined]
  ])('reads %j as %s', (text, number) => {
    expect(wholeNumber(text)).toBe(number);
  });
});
