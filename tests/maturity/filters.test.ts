import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { bandsKept, formatFilters, noFilters, parseFilters, type Filters } from '#lib/maturity/filters.ts';

const text = fc.string({ unit: 'grapheme', maxLength: 8 });
const filled = text.filter((value) => value.trim() !== '');

const filters: fc.Arbitrary<Filters> = fc.record({
  theme: fc.array(text, { maxLength: 3 }),
  scope: fc.array(text, { maxLength: 2 }),
  corridor: fc.array(text, { maxLength: 3 }),
  vendor: fc.array(text, { maxLength: 2 }),
  attributes: fc.dictionary(text, fc.array(text, { minLength: 1, maxLength: 2 }), { maxKeys: 3 }),
  q: fc.array(filled, { maxLength: 2 }),
  band: fc.array(filled, { maxLength: 2 }),
  edges: fc
    .uniqueArray(fc.integer({ min: 1, max: 99 }), { minLength: 1, maxLength: 4 })
    .map((list) => list.sort((a, b) => a - b)),
  unanswered: fc.constantFrom('count' as const, 'exclude' as const)
});

describe('parseFilters', () => {
  test('gives back what formatFilters wrote, through an address too', () => {
    fc.assert(
      fc.property(filters, (given) => {
        const pairs = formatFilters(given);
        expect(parseFilters(pairs)).toEqual(given);
        expect(parseFilters(new URL(`http://x/?${new URLSearchParams(pairs)}`).searchParams)).toEqual(given);
      })
    );
  });

  test('of nothing filters nothing, and formats to nothing', () => {
    expect(parseFilters([])).toEqual(noFilters);
    expect(formatFilters(noFilters)).toEqual([]);
  });

  test('leaves other names alone', () => {
    expect(
      parseFilters([
        ['campaign', 'v1'],
        ['lang', 'fr'],
        ['sort', '-rate']
      ])
    ).toEqual(noFilters);
  });

  test('keeps a blank corridor, which means without one, and drops blank texts and bands', () => {
    expect(
      parseFilters([
        ['corridor', ''],
        ['q', ' '],
        ['band', ''],
        ['bands', ''],
        ['unanswered', '']
      ])
    ).toEqual({
      ...noFilters,
      corridor: ['']
    });
  });

  test('takes the last of repeated settings', () => {
    expect(
      parseFilters([
        ['bands', '50'],
        ['bands', '25,75']
      ]).edges
    ).toEqual([25, 75]);
  });

  test('takes any attribute name, even that of a property of all objects', () => {
    for (const name of ['constructor', '__proto__', 'toString', 'n° d’offre']) {
      const given = parseFilters([
        [`attr.${name}`, 'a'],
        [`attr.${name}`, 'b']
      ]);
      expect(Object.entries(given.attributes)).toEqual([[name, ['a', 'b']]]);
    }
  });

  test.each([
    [['bands', '80,20'] as const, 'invalid bands: 80,20'],
    [['unanswered', 'maybe'] as const, 'invalid unanswered: maybe']
  ])('refuses %s', (pair, message) => {
    expect(() => parseFilters([pair])).toThrow(new RangeError(message));
  });
});

describe('bandsKept', () => {
  test('is undefined without a band filter, and empty where none of its bands exists', () => {
    expect(bandsKept(noFilters)).toBeUndefined();
    expect(bandsKept({ ...noFilters, band: ['7-8'] })).toEqual([]);
    expect(bandsKept({ ...noFilters, band: ['80-100', '0-20'] })).toEqual([0, 3]);
  });
});
