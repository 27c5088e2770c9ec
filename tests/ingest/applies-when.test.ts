import { describe, expect, test } from 'vitest';
import { readCondition } from '#lib/ingest/applies-when.ts';
import { readQuestionnaire } from '#lib/ingest/questionnaire.ts';
import { brief, criterionRow, questionnaire, tableFile } from './builders.ts';

const { criteria } = questionnaire();

describe('readCondition', () => {
  test('reads attributes and levels, joined by « and », in any case', () => {
    expect(readCondition('  Hébergement = Cloud privé AND q2>=3 and Q1 ≥ 2 ', criteria)).toEqual([
      { attribute: 'hebergement', value: 'cloud prive' },
      { criterion: 1, level: 3 },
      { criterion: 0, level: 2 }
    ]);
    expect(readCondition(' ', criteria)).toEqual([]);
  });

  test.each([
    ['si hébergé', 'shape'],
    ['hosting = ', 'shape'],
    ['hosting = a and', 'shape'],
    ['hosting == a', 'shape'],
    ['Q1 > 2', 'shape'],
    ['Q9 >= 2', 'criterion'],
    ['Q1 >= 4', 'level'],
    ['Q1 >= 0', 'level'],
    ['Q1 >= deux', 'level']
  ])('finds the flaw of « %s »', (text, reason) => {
    expect(readCondition(text, criteria)).toMatchObject({ reason });
  });
});

test('a questionnaire with a condition that can’t be read is accepted, with a warning at its place', () => {
  const { questionnaire, problems } = readQuestionnaire(
    tableFile(
      criterionRow({ applies_when: 'Q2 >= 2' }),
      criterionRow({ code: 'Q2', applies_when: 'si hébergé' })
    )
  );
  expect(problems.map(brief)).toEqual(['warning bad_condition 3 applies_when=si hébergé']);
  expect(questionnaire?.criteria[1]?.appliesWhen).toBe('si hébergé');
});
