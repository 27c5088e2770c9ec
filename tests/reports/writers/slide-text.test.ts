import { expect, test } from 'vitest';
import { arialWidth } from '#lib/reports/writers/pptx/arial-width.ts';
import { pictureSize, within } from '#lib/reports/writers/pptx/picture-size.ts';
import { fitted } from '#lib/reports/writers/pptx/slide-text.ts';

test('Arial’s letters are as wide as its metrics say', () => {
  // 5 digits and two spaces of 12 points
  expect(arialWidth('12 345 ', 12)).toBeCloseTo((5 * 556 + 2 * 278) * 0.012);
  expect(arialWidth('Atteint', 1000)).toBe(667 + 278 + 278 + 556 + 222 + 556 + 278);
  expect(arialWidth('Atteint', 1000, true)).toBe(722 + 333 + 333 + 556 + 278 + 611 + 333);
});

test('a text has the largest size that fits, and is cut where none does', () => {
  const box = { width: 4, height: 1, sizes: [34, 20, 12] };
  expect(fitted('Court', box)).toEqual({ text: 'Court', fontSize: 34 });
  expect(fitted('Une phrase qui prend plusieurs lignes', box).fontSize).toBe(20);
  const long = fitted('mot '.repeat(200).trim(), box);
  expect(long.fontSize).toBe(12);
  expect(long.text).toMatch(/ mot…$/);
  expect(long.text.length).toBeGreaterThan(150);
  expect(fitted('Une phrase qui prend plusieurs lignes', { ...box, stretch: 3 }).fontSize).toBe(12);
});

test('a logo keeps its shape', () => {
  const head = Buffer.alloc(24);
  head.write('\x89PNG', 0, 'latin1');
  head.writeUInt32BE(300, 16);
  head.writeUInt32BE(60, 20);
  const size = pictureSize(`data:image/png;base64,${head.toString('base64')}`);
  expect(size).toEqual({ width: 300, height: 60 });
  const jpeg = Buffer.from('ffd8ffe00004abcdffc0001108003c012c03', 'hex');
  expect(pictureSize(`data:image/jpeg;base64,${jpeg.toString('base64')}`)).toEqual({
    width: 300,
    height: 60
  });
  expect(within({ width: 300, height: 60 }, { width: 1, height: 1 })).toEqual({ width: 1, height: 0.2 });
});
