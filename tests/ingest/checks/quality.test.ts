import { describe, expect, test } from 'vitest';
import type { Problem } from '#lib/maturity/problem.ts';
import { answersRow, codes, criteria, inFrench, warnings } from './checked.ts';

const mixed = [1, 2, 3, 4, 2, 1, 3, 3, 2, 4, 1, 2];
const otherMixed = [2, 1, 1, 3, 4, 4, 2, 1, 3, 2, 2, 3];

function of(code: string, problems: Problem[]): Problem[] {
  return problems.filter((problem) => problem.code === code);
}

function filled(n: number, answer: number | string): (number | string)[] {
  return Array.from({ length: n }, () => answer);
}

describe('straight-lined responses', () => {
  test('all at level 1, or all at the highest, from ten answers on', () => {
    const found = warnings(
      [answersRow('Bas', 'Acme', filled(10, 1)), answersRow('Haut', 'Echo', filled(10, 4))],
      criteria(10)
    );
    expect(found).toMatchObject([
      { code: 'straight_lined', severity: 'warning', line: 2, column: 'product', value: 'Bas' },
      { code: 'straight_lined', line: 3, value: 'Haut' }
    ]);
    expect(inFrench(found[1])).toContain(
      'Les 10 réponses de «\u00a0Haut\u00a0» sont toutes au niveau le plus haut'
    );
  });

  test('the highest level is each criterion’s own', () => {
    const definition = criteria(10, (i) => (i < 5 ? { level_4_fr: '' } : {}));
    const highest = answersRow('Haut', 'Acme', [...filled(5, 3), ...filled(5, 4)]);
    const even = answersRow('Égal', 'Acme', filled(10, 3));
    expect(warnings([highest, even], definition).map(({ value }) => value)).toEqual(['Haut']);
  });

  test.each([
    ['nine answers and one left out', [...filled(9, 1), 'sans réponse']],
    ['one answer that differs', [...filled(9, 1), 2]],
    ['all in the middle', filled(10, 2)]
  ])('not with %s', (_, answers) => {
    expect(warnings([answersRow('P', 'V', answers)], criteria(10))).toEqual([]);
  });

  test('more than twenty are one warning that counts them', () => {
    const rows = Array.from({ length: 21 }, (_, i) => answersRow(`P${i}`, `V${i}`, filled(10, 1)));
    const found = of('straight_lined', warnings(rows, criteria(10)));
    expect(found).toMatchObject([{ code: 'straight_lined', line: null, value: null, detail: { count: 21 } }]);
    expect(inFrench(found[0])).toContain('21 réponses');
  });
});

describe('identical responses', () => {
  test('of different vendors, each of the others named', () => {
    const rows = [
      answersRow('A', 'Acme', mixed),
      answersRow('B', 'Echo', mixed),
      answersRow('C', 'Golf', otherMixed)
    ];
    const found = warnings(rows, criteria(12));
    expect(found).toMatchObject([{ code: 'identical_responses', line: 2, value: 'A' }]);
    expect(inFrench(found[0])).toContain('«\u00a0A\u00a0» répond exactement comme B (Echo)');
  });

  test('not of one vendor, however spelled', () => {
    const rows = [answersRow('A', 'Acme', mixed), answersRow('B', 'ACME S.A.S.', mixed)];
    expect(codes(warnings(rows, criteria(12)))).not.toContain('identical_responses');
  });

  test('not with a single answer that differs, nor with few answers', () => {
    const differs = [...mixed.slice(0, -1), 4];
    expect(
      warnings([answersRow('A', 'Acme', mixed), answersRow('B', 'Echo', differs)], criteria(12))
    ).toEqual([]);
    const few = mixed.slice(0, 9);
    expect(warnings([answersRow('A', 'Acme', few), answersRow('B', 'Echo', few)], criteria(9))).toEqual([]);
  });

  test('not where chance does as much: everybody answers almost so', () => {
    const nearly = (i: number) => mixed.map((answer, at) => (at === i % 12 ? (answer % 4) + 1 : answer));
    const rows = Array.from({ length: 40 }, (_, i) =>
      answersRow(`P${i}`, `V${i}`, i % 2 === 0 ? mixed : nearly(i))
    );
    expect(codes(warnings(rows, criteria(12)))).not.toContain('identical_responses');
  });

  test('also with a product that is already in the campaign', () => {
    const sameAnswers = new Map([[mixed.join(), [{ product: 'Ancien', vendor: 'Echo' }]]]);
    const found = warnings([answersRow('A', 'Acme', mixed)], criteria(12), { sameAnswers });
    expect(inFrench(found[0])).toContain('Ancien (Echo)');
  });
});

describe('answers against a condition', () => {
  const definition = [
    ...criteria(1),
    ...criteria(3)
      .slice(1, 2)
      .map((row) => ({ ...row, scope: 'conditional', applies_when: 'q1 >= 3' })),
    ...criteria(3)
      .slice(2)
      .map((row) => ({ ...row, scope: 'conditional', applies_when: 'Hébergement = cloud and Q1 >= 2' }))
  ];
  const row = (product: string, answers: (string | number)[], hosting = '') => ({
    ...answersRow(product, 'Acme', answers),
    hébergement: hosting
  });

  test('a level where it does not hold, « not applicable » where it does, by criterion', () => {
    const found = warnings(
      [
        row('A', [2, 4, 'NA']),
        row('B', [3, 'NA', 'NA']),
        row('C', [1, 1, 'NA']),
        row('D', [4, 2, 1], 'Cloud')
      ],
      definition
    );
    expect(
      found.map(({ line, column, detail }) => [line, column, detail?.['reason'], detail?.['count']])
    ).toEqual([
      [2, 'Q2', 'answered', 2],
      [3, 'Q2', 'waived', 1]
    ]);
    expect(inFrench(found[0])).toContain('«\u00a0q1 >= 3\u00a0», n’est pas remplie pour 2 produits (A, C)');
  });

  test('one clause that fails decides, whatever is not known', () => {
    expect(warnings([row('A', [1, 'NA', 2])], definition).map(({ detail }) => detail?.['criterion'])).toEqual(
      ['Q3']
    );
  });

  test('nothing where a blank or an unanswered criterion leaves it open', () => {
    const rows = [row('A', ['sans réponse', 2, 'NA'], 'cloud'), row('B', [3, 3, 'NA'])];
    expect(warnings(rows, definition)).toEqual([]);
  });
});

describe('conditional criteria left blank', () => {
  const definition = criteria(4, (i) => (i > 0 ? { scope: 'conditional' } : {}));

  test('are counted by product, where somebody answers them', () => {
    const found = warnings(
      [answersRow('A', 'Acme', [1, '', '', '']), answersRow('B', 'Acme', [1, 'NA', 2, ''])],
      definition
    );
    expect(found).toMatchObject([{ code: 'blank_conditional', line: 2, value: 'A', detail: { cells: 2 } }]);
  });

  test('of more than twenty products are summed', () => {
    const rows = Array.from({ length: 30 }, (_, i) =>
      answersRow(`P${i}`, 'V', [1, i === 0 ? 'NA' : '', '', ''])
    );
    expect(of('blank_conditional', warnings(rows, definition))).toMatchObject([
      { code: 'blank_conditional', line: null, detail: { count: 29, cells: 29 } }
    ]);
  });
});

describe('levels that nobody chose', () => {
  const rows = (n: number) =>
    Array.from({ length: n }, (_, i) => answersRow(`P${i}`, `V${i}`, [(i % 2) * 2 + 1]));

  test('by criterion, from twenty answers on', () => {
    expect(warnings(rows(19), criteria(1))).toEqual([]);
    const found = warnings(rows(20), criteria(1));
    expect(found).toMatchObject([{ code: 'unchosen_level', line: null, column: 'Q1' }]);
    expect(inFrench(found[0])).toContain(
      'Aucun des 20 produits qui répondent à Q1 ne choisit le niveau 2, 4.'
    );
  });

  test('what the campaign already holds counts', () => {
    expect(warnings(rows(20), criteria(1), { chosen: [[0, 1, 0, 1]] })).toEqual([]);
    expect(warnings(rows(10), criteria(1), { chosen: [[5, 0, 5, 1]] })).toMatchObject([
      { detail: { unchosen: '2', answered: 21 } }
    ]);
  });
});

test('an import of nobody is warned about nothing', () => {
  expect(warnings([], criteria(2))).toEqual([]);
});
