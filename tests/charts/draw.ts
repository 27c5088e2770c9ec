import { parseHTML } from 'linkedom';
import type { Chart } from '#lib/charts/chart.ts';
import { lightPalette } from '#lib/charts/palette.ts';
import type { Locale } from '#lib/i18n/locale.ts';

/** A chart drawn for a test to look into. */
export function drawn<Rows>(chart: Chart<Rows>, rows: Rows, width: number, locale: Locale = 'fr') {
  const { document } = parseHTML('<!doctype html><html><body></body></html>');
  return chart(rows, {
    width,
    locale,
    palette: lightPalette,
    document: document as unknown as Document,
    label: 'essai'
  });
}

/** The number in an attribute. */
export function numberOf(element: Element, attribute: string): number {
  return Number(element.getAttribute(attribute));
}

/** Marks that stand for data: those that a tooltip can be shown for. */
export function dataMarks(svg: Element, name: string): Element[] {
  return [...svg.querySelectorAll(name)].filter((mark) => mark.querySelector('title') !== null);
}

export function titles(svg: Element): string[] {
  return [...svg.querySelectorAll('title')].map((title) => title.textContent);
}

export function texts(svg: Element): string[] {
  return [...svg.querySelectorAll('text')].map((text) => text.textContent);
}
