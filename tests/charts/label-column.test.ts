import fc from 'fast-check';
import { expect, test } from 'vitest';
import { labelColumn } from '#lib/charts/label-column.ts';

const ys = fc.array(fc.double({ min: 0, max: 400, noNaN: true }), { minLength: 1, maxLength: 16 });

test('labelColumn keeps labels in order, apart and inside', () => {
  fc.assert(
    fc.property(ys, (ys) => {
      const placed = labelColumn(ys, 17.5, 0, 400).map((y, i) => ({ y, wanted: ys[i] ?? NaN }));
      placed.sort((a, b) => a.y - b.y);
      placed.forEach(({ y, wanted }, i) => {
        const next = placed[i + 1];
        if (next) expect(next.y - y).toBeGreaterThanOrEqual(17.5 - 1e-9);
        if (next) expect(next.wanted).toBeGreaterThanOrEqual(wanted);
        expect(y).toBeGreaterThanOrEqual(-1e-9);
        expect(y).toBeLessThanOrEqual(400 + 1e-9);
      });
    })
  );
});

test('labelColumn leaves labels that are apart where they are, and centres a cluster', () => {
  expect(labelColumn([300, 20, 100], 17.5, 0, 400)).toEqual([300, 20, 100]);
  expect(labelColumn([100, 100, 100], 10, 0, 400)).toEqual([90, 100, 110]);
  expect(labelColumn([0, 0], 10, 0, 400)).toEqual([0, 10]);
});
