import { expect, inject, test } from 'vitest';
import { heading, inPage, keyFigure, open, withoutScripts, words } from './browser.ts';

async function publishedFigures(page: Parameters<Parameters<typeof inPage>[0]>[0]) {
  expect(await keyFigure(page, 'Éditeurs')).toBe('48');
  expect(await keyFigure(page, 'Produits')).toBe('71');
  expect(await keyFigure(page, 'Critères')).toBe('33 + 26');
  expect(await words(page, /34 produits sur 71 se situent entre 20 et 60/)).toEqual(
    expect.arrayContaining(['11', '34', '16', '10'])
  );
}

test('the overview of the first campaign shows the published figures without scripts', () =>
  withoutScripts(async (page) => {
    await page.goto('/?campaign=v1');
    await publishedFigures(page);
  }));

test('the overview of the first campaign shows the published figures with scripts', () =>
  inPage(async (page) => {
    await open(page, '/?campaign=v1');
    await publishedFigures(page);
  }));

test('the overview without a campaign shows the latest one', () =>
  withoutScripts(async (page) => {
    await page.goto('/');
    await page.getByText('Campagne 2026, close le 30 avril 2026').waitFor();
  }));

test('the language follows the browser, and the address goes before it', () =>
  withoutScripts(
    async (page) => {
      await page.goto('/?campaign=v1');
      expect(await heading(page)).toContain('10 of 71 products declare');
      expect(await page.locator('html').getAttribute('lang')).toBe('en');
      await page.goto('/?campaign=v1&lang=fr');
      expect(await heading(page)).toContain('10 produits sur 71 déclarent');
      expect(await page.locator('html').getAttribute('lang')).toBe('fr');
    },
    { locale: 'en-GB' }
  ));

/** The figures of a page as the server sends them: each with its drawings and how many marks these hold. */
async function figuresInHtml(path: string): Promise<{ title: string; drawings: number; marks: number }[]> {
  const html = await (await fetch(inject('address') + path)).text();
  const figures = html
    .split(/<figure /)
    .slice(1)
    .map((rest) => rest.split('</figure>')[0] ?? '');
  return figures.map((figure) => ({
    title: /<h2[^>]*>([^<]*)/.exec(figure)?.[1] ?? '',
    drawings: figure.split('<svg').length - 1,
    marks: (figure.match(/<(rect|circle|path|line)[ >]/g) ?? []).length
  }));
}

test.each(['/?campaign=v1', '/?campaign=v2', '/criteria?campaign=v1', '/criteria?campaign=v2&lang=en'])(
  'every chart of %s is in the HTML, as SVG',
  async (path) => {
    const figures = await figuresInHtml(path);
    expect(figures.length).toBeGreaterThanOrEqual(path.startsWith('/criteria') ? 1 : 5);
    for (const { title, drawings, marks } of figures) {
      expect(title).not.toBe('');
      expect(drawings, title).toBeGreaterThanOrEqual(2);
      expect(marks, title).toBeGreaterThanOrEqual(4);
    }
  }
);

test('without scripts a chart takes its place in the page and can be seen', () =>
  withoutScripts(async (page) => {
    await page.goto('/?campaign=v1');
    for (const figure of await page.getByRole('figure').all()) {
      const box = await figure.locator('svg:visible').first().boundingBox();
      expect(box?.width).toBeGreaterThan(300);
      expect(box?.height).toBeGreaterThan(60);
    }
  }));

test('without scripts a figure’s table opens and holds the figures of its drawing', () =>
  withoutScripts(async (page) => {
    await page.goto('/?campaign=v1');
    const figure = page.getByRole('figure', { name: /34 produits sur 71/ });
    await figure.getByText('Tableau', { exact: true }).click();
    const counts = await figure
      .getByRole('row')
      .filter({ hasText: '%' })
      .getByRole('cell')
      .first()
      .isVisible();
    expect(counts).toBe(true);
    const text = await figure.getByRole('table').innerText();
    for (const count of ['11', '34', '16', '10']) expect(text).toContain(count);
  }));
