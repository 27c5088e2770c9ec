import { drawDrawing } from '#lib/charts/draw-drawing.ts';
import type { Drawing, Piece } from '#lib/charts/drawings.ts';
import { pagePalette } from '#lib/charts/palette.ts';
import type { Locale } from '#lib/i18n/locale.ts';

/** The same drawing as the server's, made here where its rows are; brings Plot with it. */
export function drawInBrowser(
  drawing: Drawing | Piece,
  width: number,
  locale: Locale,
  label: string
): string {
  return drawDrawing(drawing, { width, palette: pagePalette, locale, label, document }).outerHTML;
}
