import type { Page } from 'playwright-core';
import { expect, test } from 'vitest';
import { heading, hydrated, inPage, isMarked, keyFigure, mark, open, phone } from './browser.ts';
import { shown, untilAsServed } from './drawings.ts';

async function chooseCorridor(page: Page, corridor: string): Promise<void> {
  await page
    .getByText(/^Couloir (tous|\S)/)
    .first()
    .click();
  await page.getByRole('checkbox', { name: corridor }).check();
  await page.waitForURL((url) => url.searchParams.getAll('corridor').includes(corridor));
}

test('scripts leave the server’s drawings as they are', () =>
  inPage(async (page) => {
    for (const path of ['/?campaign=v1&lang=fr', '/?campaign=v2&lang=en', '/criteria?campaign=v1&lang=fr']) {
      await open(page, path);
      await untilAsServed(page);
    }
  }));

test('a corridor redraws every figure in place, exactly as the server draws them', () =>
  inPage(async (page) => {
    await open(page, '/?campaign=v2&lang=fr');
    const [before, title] = [await shown(page), await heading(page)];
    const products = await keyFigure(page, 'Produits');
    await mark(page);
    await chooseCorridor(page, 'Hôpital');
    await expect.poll(() => heading(page)).not.toBe(title);
    const after = await untilAsServed(page);
    expect(await isMarked(page)).toBe(true);
    expect(Number(await keyFigure(page, 'Produits'))).toBeLessThan(Number(products));
    const both = Object.keys(after).filter((name) => name in before && !name.endsWith(', rule'));
    expect(both.length).toBeGreaterThan(4);
    for (const name of both) expect(after[name], name).not.toBe(before[name]);
  }));

test('two corridors, then one theme: the figures follow every choice', () =>
  inPage(async (page) => {
    await open(page, '/criteria?campaign=v1&lang=fr');
    await mark(page);
    await chooseCorridor(page, 'Hôpital');
    await page.getByRole('checkbox', { name: 'Imagerie' }).check();
    await page.waitForURL(/corridor=Imagerie/);
    await page.getByText('Thème tous').click();
    await page.getByRole('checkbox', { name: 'Gouvernance' }).check();
    await page.waitForURL(/theme=Gouvernance/);
    await untilAsServed(page);
    expect(
      await page
        .getByRole('rowheader')
        .filter({ hasText: /^Q\d\d/ })
        .count()
    ).toBe(6);
    expect(await isMarked(page)).toBe(true);
  }));

test('from page to page, and to the other campaign, without loading a page anew', () =>
  inPage(async (page) => {
    await open(page, '/?campaign=v1&lang=fr');
    await mark(page);
    await page.getByRole('link', { name: 'Critères', exact: true }).click();
    await page.waitForURL(/\/criteria/);
    await untilAsServed(page);
    await page.locator('.campaign summary').click();
    await page.getByRole('link', { name: 'Campagne 2026' }).click();
    await page.waitForURL(/campaign=v2/);
    await untilAsServed(page);
    await page.getByRole('link', { name: 'du moins au mieux atteint' }).click();
    await page.waitForURL(/sort=rate/);
    await untilAsServed(page);
    await page.getByRole('link', { name: 'Vue d’ensemble' }).click();
    await page.waitForURL((url) => url.pathname === '/');
    await untilAsServed(page);
    expect(await isMarked(page)).toBe(true);
  }));

test('back and forward bring back the figures, the words and the picker', () =>
  inPage(async (page) => {
    await open(page, '/?campaign=v1&lang=fr');
    const all = await heading(page);
    await chooseCorridor(page, 'Officine');
    await untilAsServed(page);
    const pharmacies = await heading(page);
    expect(pharmacies).not.toBe(all);
    await page.goBack();
    await expect.poll(() => heading(page)).toBe(all);
    await untilAsServed(page);
    expect(await page.getByRole('checkbox', { name: 'Officine', includeHidden: true }).isChecked()).toBe(
      false
    );
    await page.goForward();
    await expect.poll(() => heading(page)).toBe(pharmacies);
    await untilAsServed(page);
    expect(await page.getByRole('checkbox', { name: 'Officine', includeHidden: true }).isChecked()).toBe(
      true
    );
  }));

test('« Copier le lien » gives campaign and language, and the link opens the same page elsewhere', async () => {
  const link = await inPage(
    async (page) => {
      await open(page, '/');
      await chooseCorridor(page, 'Hôpital');
      await page.getByRole('button', { name: 'Copier le lien' }).click();
      await page.getByRole('button', { name: 'Lien copié' }).waitFor();
      return { url: await page.evaluate(() => navigator.clipboard.readText()), title: await heading(page) };
    },
    { permissions: ['clipboard-read', 'clipboard-write'] }
  );
  const parameters = Object.fromEntries(new URL(link.url).searchParams);
  expect(parameters).toEqual({ campaign: 'v2', lang: 'fr', corridor: 'Hôpital' });
  await inPage(
    async (page) => {
      await page.goto(link.url);
      expect(await heading(page)).toBe(link.title);
    },
    { locale: 'en-GB' }
  );
});

test('with scripts: a search shows its products at once and keeps the window', () =>
  inPage(async (page) => {
    await open(page, '/products?campaign=v1&lang=fr');
    await mark(page);
    await page.getByRole('searchbox').fill('orvelis');
    await page.getByRole('searchbox').press('Enter');
    await expect
      .poll(async () =>
        (await page.getByRole('rowheader').allInnerTexts()).every((name) => /orvelis/i.test(name))
      )
      .toBe(true);
    await page.getByRole('combobox', { name: 'Tranche' }).selectOption({ label: '80 % et plus' });
    await page.waitForURL(/band=80-100/);
    expect(await isMarked(page)).toBe(true);
  }));

test('a mark says its words when pointed at, and with the arrow keys', () =>
  inPage(async (page) => {
    await open(page, '/?campaign=v1&lang=fr');
    const chart = page
      .getByRole('figure', { name: /34 produits sur 71/ })
      .getByRole('group')
      .first();
    await chart.focus();
    await page.keyboard.press('ArrowRight');
    const first = await page.getByRole('status').innerText();
    await page.keyboard.press('ArrowRight');
    expect(first).not.toBe('');
    expect(await page.getByRole('status').innerText()).not.toBe(first);
    await page.keyboard.press('Escape');
    expect(await page.getByRole('status').count()).toBe(0);
  }));

test('the language link loads the page in the other language', () =>
  inPage(async (page) => {
    await open(page, '/?campaign=v1&lang=fr&corridor=Officine');
    await page.getByRole('link', { name: 'EN', exact: true }).click();
    await page.waitForURL(/lang=en/);
    await hydrated(page);
    expect(await page.locator('html').getAttribute('lang')).toBe('en');
    expect(new URL(page.url()).searchParams.get('corridor')).toBe('Officine');
  }));

test('after a change of view another width, and print, have their drawings too', () =>
  inPage(async (page) => {
    await open(page, '/?campaign=v2&lang=fr');
    await chooseCorridor(page, 'Hôpital');
    await untilAsServed(page);
    expect(await page.locator('main .at-phone svg').count()).toBe(0); // a desk is sent what it shows
    await page.setViewportSize(phone);
    await untilAsServed(page);
    await page.evaluate(() => window.dispatchEvent(new Event('beforeprint')));
    expect(await page.locator('main .chart > div:not(:has(svg))').count()).toBe(0);
  }));
