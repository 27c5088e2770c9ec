import { expect, test } from 'vitest';
import { readAnswers } from '#lib/ingest/answers.ts';
import { criterionRow, questionnaire, tableFile } from './builders.ts';

const own = questionnaire(criterionRow({ code: 'Q1' }), criterionRow({ code: 'Q2' }));
/** Read as wide by itself, for it has a criterion's code among its headings. */
const both = tableFile({ product: 'P', vendor: 'V', criterion: 'Q2', answer: '3', Q1: '2' });

test('a file is read in the layout that a person says', () => {
  const levels = (layout?: 'long' | 'wide') => {
    const { recognised, responses } = readAnswers(both, own, layout ? { layout } : {});
    return [recognised.layout, ...(responses[0]?.answers ?? [])];
  };
  expect(levels()).toEqual(['wide', 2, -2]);
  expect(levels('wide')).toEqual(['wide', 2, -2]);
  expect(levels('long')).toEqual(['long', -2, 3]);
});

test('a file said to be long that has no columns for it is refused with their names', () => {
  const wide = tableFile({ product: 'P', vendor: 'V', Q1: '2', Q2: '3' });
  const { responses, problems } = readAnswers(wide, own, { layout: 'long' });
  expect(responses).toEqual([]);
  expect(problems.map(({ code, column }) => [code, column])).toEqual([
    ['missing_column', 'criterion'],
    ['missing_column', 'answer']
  ]);
});
