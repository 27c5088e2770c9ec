import { expect, test } from 'vitest';
import { cellName, type Cell } from '#lib/maturity/publication/cell.ts';
import { changedCells } from '#lib/maturity/publication/changed-cells.ts';

function cell(criterion: string, told: number | 'under_3' | 'withheld'): Cell {
  const name = cellName('c', 'attained', { criterion });
  return typeof told === 'number'
    ? { ...name, value: told, status: 'published' }
    : { ...name, value: null, status: told };
}

test.each([
  ['12', 12, 12, []],
  ['withheld twice', 'withheld', 'withheld', []],
  ['another number', 12, 13, ['changed']],
  ['a number that is now small', 3, 'under_3', ['changed']],
  ['a number that is now withheld', 12, 'withheld', ['withheld']],
  ['a small number that is now withheld', 'under_3', 'withheld', ['withheld']],
  ['a withheld number that is now told', 'withheld', 0, ['disclosed']],
  ['a number told for the first time', undefined, 12, ['added']],
  ['a number no longer told of', 'withheld', undefined, ['removed']]
] as const)('changedCells: %s', (_, before, after, expected) => {
  const of = (told: number | 'under_3' | 'withheld' | undefined) =>
    told === undefined ? [] : [cell('Q1', told)];
  expect(changedCells(of(before), of(after)).map(({ change }) => change)).toEqual(expected);
});

test('changedCells tells what came and went before what changed, in the later publication’s order, without values in names', () => {
  const before = [cell('gone', 4), cell('B', 5), cell('A', 6)];
  const found = changedCells(before, [cell('new', 9), cell('A', 7), cell('B', 8)]);
  expect(found.map(({ cell: { criterion }, change }) => `${criterion} ${change}`)).toEqual([
    'gone removed',
    'new added',
    'A changed',
    'B changed'
  ]);
  expect(found[2]).toEqual({
    cell: cellName('c', 'attained', { criterion: 'A' }),
    change: 'changed',
    before: { value: 6, status: 'published' },
    after: { value: 7, status: 'published' }
  });
});
