import type { Page } from 'playwright-core';
import { expect, test } from 'vitest';
import { inOneWindow } from './browser.ts';
import { pages } from './pages.ts';

const inWindow = inOneWindow({ javaScriptEnabled: false });

interface Figure {
  id: string;
  /** Whether it can be taken away as a drawing. */
  isDrawn: boolean;
  /** How many drawings and tables of it are in sight. */
  drawings: number;
  /** How much else. */
  others: number;
}

/** What each figure in sight shows. */
function figuresOf(page: Page): Promise<Figure[]> {
  return page.evaluate(() => {
    const inSight = (element: Element) => {
      const { width, height } = element.getBoundingClientRect();
      return width > 1 && height > 1 && element.checkVisibility();
    };
    return [...document.querySelectorAll('.figure')].filter(inSight).map((figure) => {
      const count = (selector: string) => [...figure.querySelectorAll(selector)].filter(inSight).length;
      return {
        id: figure.id,
        isDrawn: figure.querySelector('a[href*=".svg"]') !== null,
        drawings: count('svg, table'),
        others: count('form, ul, ol, dl, p, h2')
      };
    });
  });
}

test.each(pages)('%s is whole without scripts: its title, and what every figure shows', (path) =>
  inWindow(async (page) => {
    await page.goto(`${path}&lang=fr`);
    expect((await page.getByRole('heading', { level: 1 }).innerText()).length).toBeGreaterThan(3);
    expect(await page.evaluate(() => document.documentElement.hasAttribute('data-hydrated'))).toBe(false);
    const figures = await figuresOf(page);
    const isBare = ({ isDrawn, drawings, others }: Figure) => drawings === 0 && (isDrawn || others === 0);
    expect(figures.filter(isBare)).toEqual([]);
  })
);

test('the overview draws seven figures so', () =>
  inWindow(async (page) => {
    await page.goto('/?campaign=v2&lang=fr');
    const figures = await figuresOf(page);
    expect(figures.filter(({ isDrawn, drawings }) => isDrawn && drawings > 0)).toHaveLength(7);
  }));
