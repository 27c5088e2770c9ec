import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { bandToken } from '#lib/charts/band-token.ts';
import { labelRow } from '#lib/charts/label-row.ts';
import { clip, textWidth, wrap } from '#lib/charts/text-width.ts';
import { bandName, bandShortName } from '#lib/i18n/bands.ts';

test.each([
  [0, 20, 'moins de 20\u00a0%', '<\u00a020\u00a0%', 'under 20%', '<\u00a020%'],
  [20, 60, '20\u00a0à 60\u00a0%', '20–60\u00a0%', '20 to 60%', '20–60%'],
  [80, 100, '80\u00a0% et plus', '≥\u00a080\u00a0%', '80% and over', '≥\u00a080%']
])('the band from %i to %i has its names', (from, to, french, frenchShort, english, englishShort) => {
  const band = { from, to };
  expect([bandName(band, 'fr'), bandShortName(band, 'fr')]).toEqual([french, frenchShort]);
  expect([bandName(band, 'en'), bandShortName(band, 'en')]).toEqual([english, englishShort]);
});

test('bandToken keeps the ends and shares the blues between them', () => {
  const names = (count: number) => Array.from({ length: count }, (_, i) => bandToken(i, count));
  expect(names(1)).toEqual(['band-1']);
  expect(names(2)).toEqual(['band-1', 'band-4']);
  expect(names(4)).toEqual(['band-1', 'band-2', 'band-3', 'band-4']);
  expect(names(6)).toEqual(['band-1', 'band-2', 'band-2', 'band-3', 'band-3', 'band-4']);
});

describe('labelRow', () => {
  const label = fc.record({
    x: fc.double({ min: 0, max: 780, noNaN: true }),
    width: fc.double({ min: 10, max: 90, noNaN: true }),
    importance: fc.nat(99)
  });
  const row = fc.array(label, { maxLength: 40 }).map((labels) => labels.sort((a, b) => a.x - b.x));

  test('keeps labels apart and within the line', () => {
    fc.assert(
      fc.property(row, (labels) => {
        const shown = labelRow(labels, 780).flatMap((left, i) =>
          left === undefined ? [] : [{ left, right: left + (labels[i]?.width ?? 0) }]
        );
        return shown.every(
          ({ left, right }, i) =>
            left >= -1e-6 && right <= 780 + 1e-6 && left >= (shown[i - 1]?.right ?? -9) + 8 - 1e-6
        );
      })
    );
  });

  test('leaves out the least important first', () => {
    const labels = [30, 1, 20].map((importance) => ({ x: 0, width: 40, importance }));
    expect(labelRow(labels, 100)).toEqual([0, undefined, 48]);
  });
});

describe('text', () => {
  test('is measured as the typeface draws it, to 3 %', () => {
    expect(textWidth('Authentification à deux facteurs', 14.5)).toBeGreaterThan(217 * 0.97);
    expect(textWidth('Authentification à deux facteurs', 14.5)).toBeLessThan(217 * 1.03);
  });

  test('is cut to its width with an ellipsis, or not at all', () => {
    expect(clip('Court', 100, 13)).toBe('Court');
    expect(textWidth(clip('Un libellé beaucoup trop long', 80, 13), 13)).toBeLessThanOrEqual(80);
  });

  test('is broken between words on two lines at most', () => {
    expect(wrap('Authentification à deux facteurs', 120, 13)).toEqual([
      'Authentification à',
      'deux facteurs'
    ]);
    expect(wrap('un deux trois quatre cinq six sept huit neuf dix', 80, 13)).toHaveLength(2);
  });
});
