import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { decimal, integer, longDate, percent, roundHalfUp, signed } from '#lib/i18n/format.ts';

const nbsp = '\u00a0';

describe('roundHalfUp', () => {
  test.each([
    [22.5, 0, 23],
    [0.225 * 100, 0, 23],
    [1.005, 2, 1.01],
    [-22.5, 0, -23],
    [0.4999, 0, 0],
    [2.345, 2, 2.35],
    [8.5 / 100, 2, 0.09]
  ])('%d at %i decimals is %d', (value, decimals, rounded) => {
    expect(roundHalfUp(value, decimals)).toBe(rounded);
  });

  test('of a share of whole numbers is exact, halves away from zero', () => {
    fc.assert(
      fc.property(
        fc
          .integer({ min: 1, max: 3000 })
          .chain((N) => fc.tuple(fc.integer({ min: 0, max: N }), fc.constant(N))),
        ([n, N]) => {
          const exact = Number((2n * 100n * BigInt(n) + BigInt(N)) / (2n * BigInt(N)));
          expect(roundHalfUp((n / N) * 100)).toBe(exact);
        }
      )
    );
  });
});

describe('integer', () => {
  test.each([
    [1725, `1${nbsp}725`, '1,725'],
    [1234567, `1${nbsp}234${nbsp}567`, '1,234,567'],
    [999, '999', '999'],
    [0, '0', '0'],
    [-1725, `−1${nbsp}725`, '−1,725']
  ])('of %d', (value, fr, en) => {
    expect([integer(value, 'fr'), integer(value, 'en')]).toEqual([fr, en]);
  });
});

test('numbers are written as the platform writes them, with one kind of no-break space and a true minus', () => {
  const number = fc.oneof(fc.double({ min: -1e12, max: 1e12, noNaN: true }), fc.integer());
  fc.assert(
    fc.property(number, fc.integer({ min: 0, max: 3 }), (value, decimals) => {
      for (const [locale, tag] of [
        ['fr', 'fr-FR'],
        ['en', 'en-GB']
      ] as const) {
        const digits = { minimumFractionDigits: decimals, maximumFractionDigits: decimals };
        const platform = roundHalfUp(value, decimals).toLocaleString(tag, digits);
        expect(decimal(value, locale, decimals)).toBe(platform.replace(/\u202f/g, nbsp).replace(/^-/, '−'));
      }
    })
  );
});

describe('percent', () => {
  test.each([
    [0.48, 0, `48${nbsp}%`, '48%'],
    [0.225, 0, `23${nbsp}%`, '23%'],
    [1, 0, `100${nbsp}%`, '100%'],
    [0.4789, 1, `47,9${nbsp}%`, '47.9%'],
    [null, 0, '–', '–']
  ])('of %d at %i decimals', (share, decimals, fr, en) => {
    expect([percent(share, 'fr', decimals), percent(share, 'en', decimals)]).toEqual([fr, en]);
  });
});

describe('signed', () => {
  test.each([
    [4.25, '+4,3', '+4.3'],
    [-4.25, '−4,3', '−4.3'],
    [0, '0,0', '0.0'],
    [-0.04, '0,0', '0.0'],
    [0.04, '0,0', '0.0']
  ])('of %d', (value, fr, en) => {
    expect([signed(value, 'fr'), signed(value, 'en')]).toEqual([fr, en]);
  });
});

test('a rounded zero has no sign', () => {
  expect([decimal(-0.01, 'fr'), integer(-0.2, 'en'), percent(-0.001, 'en')]).toEqual(['0,0', '0', '0%']);
});

test('decimal keeps its zeros', () => {
  expect([decimal(2, 'fr'), decimal(2.05, 'en', 2)]).toEqual(['2,0', '2.05']);
});

test('no text in French has a space that breaks', () => {
  const texts = [integer(1234567, 'fr'), percent(12.34, 'fr', 1), decimal(-98765.4, 'fr')];
  expect(texts.join('')).not.toMatch(/[ \u202f]/);
});

test.each([
  ['2026-05-01', '1er mai 2026', '1 May 2026'],
  ['2026-09-30', '30 septembre 2026', '30 September 2026'],
  ['2026-01-11T23:59:00', '11 janvier 2026', '11 January 2026'],
  ['2026-12-31', '31 décembre 2026', '31 December 2026']
])('longDate of %s', (iso, fr, en) => {
  expect([longDate(iso, 'fr'), longDate(iso, 'en')]).toEqual([fr, en]);
});
