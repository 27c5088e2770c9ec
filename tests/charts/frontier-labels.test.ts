import { expect, test } from 'vitest';
import { markLabels } from '#lib/charts/frontier-labels.ts';

const frame = { left: 30, right: 350, top: 34, bottom: 340 };
const falling = [
  { x: 40, y: 40 },
  { x: 130, y: 215 },
  { x: 240, y: 300 },
  { x: 340, y: 335 }
];

function wordsOf(px: number, py: number) {
  const mark = {
    x: 14,
    products: 22,
    isMain: true,
    label: 'ce scénario : 22',
    note: '17 de moins que le mieux',
    title: ''
  };
  return markLabels([{ ...mark, px, py }], [falling], frame)[0]?.box;
}

test('a scenario’s words stand at its left where there is room', () => {
  const box = wordsOf(220, 300);
  expect(box?.x2).toBeLessThan(220);
});

test('on a telephone they stand under it where neither side is free of the lines', () => {
  const box = wordsOf(130, 285);
  expect(box?.y1).toBeGreaterThan(285);
  expect(box?.y2).toBeLessThanOrEqual(frame.bottom);
  expect(box?.x1).toBeGreaterThan(frame.left);
  expect(box?.x1).toBeLessThan(120);
});
