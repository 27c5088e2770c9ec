import { describe, expect, test } from 'vitest';
import type { Locale } from '#lib/i18n/locale.ts';
import { lightPalette, pagePalette } from '#lib/charts/palette.ts';
import { toSvg } from '#lib/charts/svg.ts';
import { cases, type Case } from './cases.ts';

describe('the drawing of each case is as approved', () => {
  for (const one of cases) {
    test(one.name, async () => {
      await expect(normalised(draw(one, one.width))).toMatchFileSnapshot(`../output/charts/${one.name}.svg`);
      await expect(normalised(draw(one, one.phone))).toMatchFileSnapshot(
        `../output/charts/${one.name}-phone.svg`
      );
    });
  }
});

describe('every drawing', () => {
  const drawings = cases.flatMap((one) => [
    draw(one, one.width),
    draw(one, one.phone),
    draw(one, one.width, 'en')
  ]);

  test('holds nothing that a strict content policy refuses', () => {
    for (const svg of drawings) expect(svg).not.toMatch(/<style|style=|class=|<script|\son\w+=/);
  });

  test('is named once, on its root', () => {
    for (const svg of drawings) {
      expect(svg.match(/aria-label=/g)).toHaveLength(1);
      expect(svg).toMatch(/^<svg[^>]* role="img"/);
    }
  });

  test('has no number that is not one', () => {
    for (const svg of drawings) expect(svg).not.toMatch(/NaN|Infinity|undefined/);
  });

  test('has no text under 11 px', () => {
    const sizes = drawings.flatMap((svg) =>
      [...svg.matchAll(/font-size="([\d.]+)"/g)].map(([, size]) => Number(size))
    );
    expect(Math.min(...sizes)).toBeGreaterThanOrEqual(11);
  });

  test('takes its colours from the palette alone', () => {
    for (const one of cases) {
      expect(draw(one, one.width)).not.toMatch(/="#|rgb\(|black|white/);
      expect(draw(one, one.width, 'fr', lightPalette)).not.toContain('var(');
    }
  });
});

function draw(one: Case, width: number, locale: Locale = 'fr', palette = pagePalette): string {
  return toSvg((_: null, options) => one.draw(options), null, { width, palette, locale, label: one.name });
}

/** One element a line and numbers to a tenth of a pixel, so that a difference reads as one. */
function normalised(svg: string): string {
  return `${svg.replace(/\d+\.\d+/g, (number) => String(Math.round(Number(number) * 10) / 10)).replace(/></g, '>\n<')}\n`;
}
