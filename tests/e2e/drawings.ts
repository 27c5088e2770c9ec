import type { Page } from 'playwright-core';
import { expect } from 'vitest';

/**
 * Every drawing in a page's main part, of those that a window of this width shows, in a comparable form, by the figure that
 * holds it; and the rule that the figure leads to.
 */
export type Drawings = Record<string, string>;

/**
 * Runs in the browser. Attributes in alphabetical order, identifiers by order of appearance, and the words of a mark
 * as its title even where scripts have made a tooltip of them.
 */
function collect(html: string | null): Record<string, string> {
  const page = html === null ? document : new DOMParser().parseFromString(html, 'text/html');

  function written(element: Element): string {
    const attributes = [...element.attributes]
      .filter(({ name }) => name !== 'data-words' && name !== 'class' && !name.startsWith('xmlns'))
      .map(({ name, value }) => ` ${name}="${value}"`)
      .sort();
    const words = element.getAttribute('data-words');
    const inside = [...element.childNodes].map((node) =>
      node instanceof Element ? written(node) : (node.textContent ?? '')
    );
    const title = words === null ? [] : [`<title>${words}</title>`];
    return `<${element.localName}${attributes.join('')}>${[...inside, ...title].sort((a, b) => Number(b.startsWith('<title')) - Number(a.startsWith('<title'))).join('')}</${element.localName}>`;
  }

  function renumbered(svg: string): string {
    const ids = [...svg.matchAll(/ id="([^"]+)"/g)].map(([, id]) => id ?? '');
    return ids.reduce(
      (text, id, i) => text.replaceAll(`"${id}"`, `"#${i}"`).replaceAll(`url(#${id})`, `url(##${i})`),
      svg
    );
  }

  const places = [...document.querySelectorAll('main .chart > div')];
  const shownPlaces = places.filter((place) => getComputedStyle(place).display !== 'none');
  const isShown = (svg: Element) => {
    const place = svg.closest('[class^="at-"]');
    return !place || shownPlaces.some(({ className }) => className === place.className);
  };

  const found: Record<string, string> = {};
  for (const figure of page.querySelectorAll('main figure')) {
    [...figure.querySelectorAll('svg')].filter(isShown).forEach((svg, i) => {
      found[`${figure.id || 'figure'} ${i}`] = renumbered(written(svg));
    });
    const rule = figure.querySelector('.rule-link');
    if (rule) found[`${figure.id}, rule`] = rule.getAttribute('href')?.split('#')[1] ?? '';
  }
  return found;
}

/** What the window shows now. */
export function shown(page: Page): Promise<Drawings> {
  return page.evaluate(collect, null);
}

/** What the server draws for the address of the window, untouched by scripts. */
async function served(page: Page): Promise<Drawings> {
  const response = await page.request.get(page.url());
  return page.evaluate(collect, await response.text());
}

/** Waits until the window shows, drawing by drawing, what the server draws for the same address. */
export async function untilAsServed(page: Page): Promise<Drawings> {
  const expected = await served(page);
  expect(Object.keys(expected).length).toBeGreaterThan(2);
  await expect
    .poll(async () => Object.keys(await shown(page)), { timeout: 15_000 })
    .toEqual(Object.keys(expected));
  await expect.poll(() => shown(page), { timeout: 15_000 }).toEqual(expected);
  return expected;
}
