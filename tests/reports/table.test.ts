import { expect, test } from 'vitest';
import { criteriaTable, overviewTable, productsTable } from '#lib/reports/table.ts';

const criterion = {
  code: 'Q1',
  theme: 'Accès',
  scope: 'common' as const,
  target: 2,
  applicable: 3,
  attained: 1,
  rate: 1 / 3,
  low: 0.1,
  high: 0.7,
  levels: [
    { level: 1, products: 2 },
    { level: 2, products: 1 }
  ],
  unanswered: 0,
  notApplicable: 0
};

test('criteriaTable has as many level columns as the criterion with most levels, blank for the others', () => {
  const more = { ...criterion, code: 'Q2', levels: [...criterion.levels, { level: 3, products: 0 }] };
  const { columns, rows } = criteriaTable([criterion, more]);
  expect(columns).toEqual(
    'code theme scope target applicable attained rate low high level_1 level_2 level_3 unanswered notApplicable'.split(
      ' '
    )
  );
  expect(rows.map((row) => row.slice(9, 12))).toEqual([
    [2, 1, null],
    [2, 1, 0]
  ]);
});

test('criteriaTable of none has the other columns', () => {
  expect(criteriaTable([]).columns).not.toContain('level_1');
});

test('overviewTable names its bands by their edges', () => {
  const bands = [
    { from: 0, to: 50, products: 1 },
    { from: 50, to: 100, products: 2 }
  ];
  const overview = {
    vendors: 2,
    products: 3,
    rated: 3,
    criteria: { common: 1, conditional: 0 },
    median: null,
    bands
  };
  expect(overviewTable(overview)).toEqual({
    columns: [
      'vendors',
      'products',
      'rated',
      'criteria_common',
      'criteria_conditional',
      'median',
      'band_0-50',
      'band_50-100'
    ],
    rows: [[2, 3, 3, 1, 0, null, 1, 2]]
  });
});

test('productsTable keeps the order and the names of the API', () => {
  expect(productsTable([]).columns).toEqual(
    'id product vendor corridor applicable attained rate band effort'.split(' ')
  );
});
