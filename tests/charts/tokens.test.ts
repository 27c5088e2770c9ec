import { describe, expect, test } from 'vitest';
import { levelColours } from '#lib/charts/level-bar.ts';
import { tokens, type Token } from '#lib/charts/tokens.ts';

const text: Token[] = ['ink', 'ink-2', 'ink-3', 'accent', 'warn', 'bad', 'good'];
const lines: Token[] = [
  'rule-strong',
  'edge-1',
  'edge-2',
  'edge-3',
  'edge-4',
  'accent',
  'focus',
  'short',
  'attained',
  'attained-2'
];

describe.each([
  ['light', 0],
  ['dark', 1]
] as const)('in %s', (_theme, side) => {
  const contrast = (a: Token, b: Token) => ratio(tokens[a][side], tokens[b][side]);

  test.each(text)('%s is read on the page and on the filter bar', (name) => {
    expect(contrast(name, 'ground')).toBeGreaterThanOrEqual(4.5);
    expect(contrast(name, 'raised')).toBeGreaterThanOrEqual(4.5);
  });

  test.each(lines)('%s is seen on the page', (name) => {
    expect(contrast(name, 'ground')).toBeGreaterThanOrEqual(3);
  });

  test.each([1, 2, 3, 4] as const)('text is read on band %i', (band) => {
    expect(contrast(`on-band-${band}`, `band-${band}`)).toBeGreaterThanOrEqual(4.5);
  });

  test.each([-3, -2, -1, 0, 1])('a count is read on a level bar %i from the target', (distance) => {
    const { fill, ink } = levelColours(distance);
    expect(contrast(ink, fill)).toBeGreaterThanOrEqual(4.5);
  });

  test('text is read on the accent', () => {
    expect(contrast('accent-ink', 'accent')).toBeGreaterThanOrEqual(4.5);
  });
});

/** Contrast ratio of WCAG 2.2, 1 to 21. */
function ratio(a: string, b: string): number {
  const [light, dark] = [luminance(a), luminance(b)].sort((x, y) => y - x) as [number, number];
  return (light + 0.05) / (dark + 0.05);
}

function luminance(hex: string): number {
  const [r, g, b] = [1, 3, 5].map((i) => linear(parseInt(hex.slice(i, i + 2), 16) / 255)) as [
    number,
    number,
    number
  ];
  return 0.2126 * r + 0.7152 * g + 0.0722 * b;
}

function linear(channel: number): number {
  return channel <= 0.04045 ? channel / 12.92 : ((channel + 0.055) / 1.055) ** 2.4;
}
