import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { bandIndex, bandKey, bandsOf, defaultEdges, parseEdges } from '#lib/maturity/bands.ts';

const edges = fc
  .uniqueArray(fc.integer({ min: 1, max: 99 }), { minLength: 1, maxLength: 6 })
  .map((list) => list.sort((a, b) => a - b));

const counts = fc
  .integer({ min: 1, max: 5000 })
  .chain((applicable) => fc.tuple(fc.integer({ min: 0, max: applicable }), fc.constant(applicable)));

/** A share's place among the edges by exact fractions: a ÷ b ≥ e ÷ 100 where a × 100 − e × b isn't negative. */
function exactBand(attained: number, applicable: number, list: number[]): number {
  const bounds = [0, ...list, 101];
  const reaches = (edge: number) => BigInt(attained) * 100n - BigInt(edge) * BigInt(applicable) >= 0n;
  return bounds.slice(1).findIndex((edge) => !reaches(edge));
}

describe('bandIndex', () => {
  test('equals exact rational arithmetic', () => {
    fc.assert(
      fc.property(counts, edges, ([attained, applicable], list) => {
        expect(bandIndex(attained, applicable, list)).toBe(exactBand(attained, applicable, list));
      })
    );
  });

  test('takes in a product exactly on an edge, for every edge and every size that has one', () => {
    for (let edge = 1; edge <= 99; edge++) {
      for (let applicable = 1; applicable <= 300; applicable++) {
        if ((edge * applicable) % 100 !== 0) continue;
        const attained = (edge * applicable) / 100;
        expect(bandIndex(attained, applicable, [edge])).toBe(1);
        expect(bandIndex(attained - 1, applicable, [edge])).toBe(0);
      }
    }
  });

  test.each([
    [33, 55, '60-80'],
    [32, 55, '20-60'],
    [11, 55, '20-60'],
    [10, 55, '0-20'],
    [44, 55, '80-100'],
    [55, 55, '80-100'],
    [0, 55, '0-20'],
    [29, 50, '20-60'],
    [57, 95, '60-80']
  ])('puts %i of %i into %s', (attained, applicable, key) => {
    const band = bandsOf(defaultEdges)[bandIndex(attained, applicable, defaultEdges) ?? -1];
    expect(band && bandKey(band)).toBe(key);
  });

  test('is undefined where nothing applies', () => {
    expect(bandIndex(0, 0, defaultEdges)).toBeUndefined();
  });
});

describe('parseEdges', () => {
  test('reads what bandsOf then spans without a gap', () => {
    fc.assert(
      fc.property(edges, (list) => {
        const bands = bandsOf(parseEdges(list.join()));
        expect(bands[0]?.from).toBe(0);
        expect(bands.at(-1)?.to).toBe(100);
        expect(bands.slice(1).map(({ from }) => from)).toEqual(bands.slice(0, -1).map(({ to }) => to));
      })
    );
  });

  test('takes spaces around an edge', () => {
    expect(parseEdges(' 25, 50 ,75')).toEqual([25, 50, 75]);
  });

  test.each([
    '',
    '0',
    '100',
    '50,50',
    '60,20',
    '20,',
    ',20',
    '20;60',
    '20.5',
    '-5',
    '1e1',
    'abc',
    '20,60,80,120',
    '２０',
    '٢٠'
  ])('refuses « %s » and names it', (text) => {
    expect(() => parseEdges(text)).toThrow(new RangeError(`invalid bands: ${text}`));
  });
});
