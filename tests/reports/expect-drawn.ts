import { expect } from 'vitest';
import { drawDrawing } from '#lib/charts/draw-drawing.ts';
import { lightPalette } from '#lib/charts/palette.ts';
import { toSvg } from '#lib/charts/svg.ts';
import type { Locale } from '#lib/i18n/locale.ts';
import type { Figure } from '#lib/reports/figure.ts';

/** That the figure's drawing, if it has one, holds numbers only where they are. */
export function expectDrawn({ drawing, title }: Figure, locale: Locale): void {
  if (!drawing) return;
  const svg = toSvg(drawDrawing, drawing, { width: 778, palette: lightPalette, locale, label: title });
  expect(svg).not.toMatch(/NaN|Infinity|undefined/);
}
