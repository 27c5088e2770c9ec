import type { Page } from 'playwright-core';
import { expect, test } from 'vitest';
import { inOneWindow, inPage, open, overflow } from './browser.ts';
import { pages } from './pages.ts';

const widths = [360, 390, 768, 1024, 1280, 1920];

/** Words of tables' heads that stand on two lines: a column too narrow for its own name. */
function brokenHeads(page: Page): Promise<string[]> {
  return page.evaluate(() => {
    const range = document.createRange();
    const heads = [...document.querySelectorAll('main thead th')].filter((head) => head.checkVisibility());
    const nodes = heads.flatMap((head) => {
      const walker = document.createTreeWalker(head, NodeFilter.SHOW_TEXT);
      const found: Node[] = [];
      while (walker.nextNode()) found.push(walker.currentNode);
      return found;
    });
    return nodes.flatMap((node) =>
      [...(node.textContent ?? '').matchAll(/[\p{L}\p{N}]+/gu)]
        .filter((word) => {
          range.setStart(node, word.index);
          range.setEnd(node, word.index + word[0].length);
          return new Set([...range.getClientRects()].map(({ top }) => Math.round(top))).size > 1;
        })
        .map(([word]) => word)
    );
  });
}

async function expectToFit(page: Page): Promise<void> {
  for (const width of widths) {
    await page.setViewportSize({ width, height: 900 });
    expect(await overflow(page), `${page.url()} at ${width} px`).toEqual([]);
    expect(await brokenHeads(page), `heads of tables on ${page.url()} at ${width} px`).toEqual([]);
  }
}

const inWindow = inOneWindow();

test.each(['/?campaign=v1', ...pages])(
  '%s fits every window from a phone to a projector, in both languages',
  (path) =>
    inWindow(async (page) => {
      for (const language of ['fr', 'en']) {
        await open(page, `${path}&lang=${language}`);
        await expectToFit(page);
      }
    })
);

test('an error page fits every window', () =>
  inPage(
    async (page) => {
      await page.goto(`/?campaign=${'w'.repeat(200)}&lang=fr`);
      await expectToFit(page);
    },
    { expected: /status of 404/ }
  ));

test('open tables and pickers fit a phone', () =>
  inPage(
    async (page) => {
      await open(page, '/?campaign=v2&lang=fr');
      for (const summary of await page.getByText('Tableau', { exact: true }).all()) await summary.click();
      expect(await overflow(page)).toEqual([]);
      for (const picker of ['Couloir', 'Thème', 'Critères', 'Réglages', 'Campagne 2026']) {
        await page.locator('details.picker > summary').filter({ hasText: picker }).click();
        expect(await overflow(page), picker).toEqual([]);
        const box = await page.locator('details.picker[open] > :not(summary)').first().boundingBox();
        expect(box?.x, picker).toBeGreaterThanOrEqual(0);
        expect((box?.x ?? 0) + (box?.width ?? 0), picker).toBeLessThanOrEqual(390);
      }
      for (const menu of await page.getByText('Exporter', { exact: true }).all()) {
        await menu.click();
        expect(await overflow(page)).toEqual([]);
      }
    },
    { viewport: { width: 390, height: 900 } }
  ));
