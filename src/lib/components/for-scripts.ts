import type { Component } from 'svelte';
import { render } from 'svelte/server';
import type { Locale } from '#lib/i18n/locale.ts';
import { drawOnServer } from './draw-on-server.ts';
import { sentWidths, widthsOf, type Pictures, type PlacedFigure } from './figure-place.ts';
import { packed } from './sent-text.ts';

/*
 * What an answer for scripts holds in place of what the browser would have to draw: the server does it sooner, and Plot
 * need not be loaded. A page's HTML is made of the rows themselves, for pictures among its data would travel twice.
 */

/** The figure with its pictures in place of its drawing. */
export function withPictures(
  { drawing, ...figure }: PlacedFigure,
  locale: Locale,
  isDesk: boolean
): PlacedFigure {
  if (!drawing) return figure;
  const drawn = Object.entries(sentWidths(widthsOf(figure), isDesk)).map(([window, width]) => [
    window,
    packed(drawOnServer(drawing, width, locale, figure.title))
  ]);
  return { ...figure, pictures: Object.fromEntries(drawn) as Pictures };
}

/** A component's HTML, for `Still`. */
export function stillHtml<Given extends Record<string, unknown>>(
  part: Component<Given>,
  given: Given
): string {
  return render(part, { props: given }).body;
}
