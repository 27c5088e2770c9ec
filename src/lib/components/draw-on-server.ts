import { drawDrawing } from '#lib/charts/draw-drawing.ts';
import type { Drawing, Piece } from '#lib/charts/drawings.ts';
import { pagePalette } from '#lib/charts/palette.ts';
import { toSvg } from '#lib/charts/svg.ts';
import type { Locale } from '#lib/i18n/locale.ts';

/** Drawings live as long as their rows, and the rows as long as the figures' cache keeps them. */
const drawn = new WeakMap<object, Map<string, string>>();

/** The drawing as SVG text for a page, drawn once for the same rows. */
export function drawOnServer(drawing: Drawing | Piece, width: number, locale: Locale, label: string): string {
  const known = drawn.get(drawing.rows) ?? new Map<string, string>();
  drawn.set(drawing.rows, known);
  const key = `${drawing.chart} ${width} ${locale} ${label}`;
  const svg = known.get(key) ?? toSvg(drawDrawing, drawing, { width, palette: pagePalette, locale, label });
  known.set(key, svg);
  return svg;
}
