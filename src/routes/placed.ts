import type { ServerLoadEvent } from '@sveltejs/kit';
import type { Component } from 'svelte';
import type { PageState } from '#lib/components/address.ts';
import type { PlacedFigure, Span } from '#lib/components/figure-place.ts';
import { stillHtml, withPictures } from '#lib/components/for-scripts.ts';
import { packed } from '#lib/components/sent-text.ts';
import type { Figure } from '#lib/reports/figure.ts';
import { methodPart } from '#lib/reports/method-anchors.ts';
import type { AskedView } from '#lib/server/asked-view.ts';

/*
 * What a page's load gives: its HTML is made of figures' rows, and for an answer to its scripts these are drawn here.
 */

type Event = Pick<ServerLoadEvent, 'isDataRequest' | 'locals'>;
type Place = Span | Pick<PlacedFigure, 'span' | 'isForDesksAlone'>;

/** A page's figures, each in its place. */
export function placed(
  { isDataRequest, locals }: Event,
  figures: readonly Figure[],
  placeOf: (figure: Figure) => Place
): PlacedFigure[] {
  return figures.map((figure) => {
    const place = placeOf(figure);
    const rule = methodPart(figure);
    const one = { ...figure, rule, ...(typeof place === 'number' ? { span: place } : place) };
    return isDataRequest ? withPictures(one, locals.locale, locals.isDesk) : one;
  });
}

/** What `Still` is given. */
export function still<Given extends Record<string, unknown>>(
  { isDataRequest, locals }: Event,
  part: Component<Given & { forDesk?: boolean }>,
  given: Given
): { given: Given } | { html: Uint8Array } {
  return isDataRequest ? { html: packed(stillHtml(part, { ...given, forDesk: locals.isDesk })) } : { given };
}

export function stateOf({ locals }: Event, { campaign, view }: AskedView): PageState {
  return { campaign: campaign.code, locale: locals.locale, filters: view.filters };
}
