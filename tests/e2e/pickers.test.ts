import type { Page } from 'playwright-core';
import { expect, test } from 'vitest';
import { follow, heading, inPage, isMarked, mark, open, withoutScripts } from './browser.ts';
import { untilAsServed } from './drawings.ts';
import { sampleStore } from './sample-store.ts';
import { withServer } from './served.ts';

function parameters(page: Page): [string, string][] {
  return [...new URL(page.url()).searchParams].filter(([name]) => !['campaign', 'lang'].includes(name));
}

const picker = (page: Page) => page.locator('.products-picker');

test('without scripts: band, vendor, attribute and text are chosen in one form, and taken away one by one', () =>
  withoutScripts(async (page) => {
    await page.goto('/evolution?from=v1&to=v2&lang=fr');
    await picker(page).locator('summary').click();
    await page.getByLabel('Nom de produit ou d’éditeur contenant').fill('a');
    await page.getByRole('checkbox', { name: '20 à 60 %' }).check();
    await page.getByLabel('Ajouter un éditeur').fill('Cadrasoin');
    await page.getByRole('checkbox', { name: 'SaaS' }).check();
    await follow(picker(page).getByRole('button', { name: 'Appliquer' }));
    expect(parameters(page).filter(([name]) => !['from', 'to'].includes(name))).toEqual([
      ['q', 'a'],
      ['band', '20-60'],
      ['vendor', 'Cadrasoin'],
      ['attr.hosting', 'SaaS']
    ]);
    await follow(page.getByRole('link', { name: /^Retirer Éditeur/ }));
    expect(new URL(page.url()).searchParams.has('vendor')).toBe(false);
    expect(new URL(page.url()).searchParams.getAll('attr.hosting')).toEqual(['SaaS']);
    await follow(page.getByRole('link', { name: 'Tout afficher' }));
    expect(await page.locator('.chips').count()).toBe(0);
  }));

test('every page’s form keeps the filters of all the others', () =>
  withoutScripts(async (page) => {
    const filters =
      'corridor=H%C3%B4pital&q=a&band=20-60&vendor=Cadrasoin&attr.hosting=SaaS&attr.hosting=Mixte';
    for (const place of ['/', '/criteria', '/products', '/vendors', '/evolution', '/criteria/Q07']) {
      await page.goto(`${place}?campaign=v2&lang=fr&${filters}`);
      await page.getByText('Réglages', { exact: true }).first().click();
      await follow(page.getByRole('group', { name: 'Réglages' }).getByRole('button', { name: 'Appliquer' }));
      const kept = parameters(page)
        .filter(([name]) => !['from', 'to', 'sort'].includes(name))
        .map(([name, value]) => `${name}=${value}`);
      const given = [...new URLSearchParams(filters)].map(([name, value]) => `${name}=${value}`);
      expect(kept.sort(), place).toEqual(given.sort());
    }
  }));

test('with scripts a band and a vendor redraw the page in place, and what is in force is said', () =>
  inPage(async (page) => {
    await open(page, '/?campaign=v2&lang=fr');
    await mark(page);
    const title = await heading(page);
    await picker(page).locator('summary').click();
    await page.getByRole('checkbox', { name: '20 à 60 %' }).check();
    await page.waitForURL(/band=20-60/);
    await page.getByLabel('Ajouter un éditeur').fill('Cadrasoin');
    await page.getByLabel('Ajouter un éditeur').press('Enter');
    await page.waitForURL(/vendor=Cadrasoin/);
    await expect.poll(() => heading(page)).not.toBe(title);
    await untilAsServed(page);
    expect(await isMarked(page)).toBe(true);
    expect(await page.getByLabel('Ajouter un éditeur').inputValue()).toBe('');
    expect((await page.locator('p[aria-live]').allInnerTexts()).join().replaceAll('\u00a0', ' ')).toBe(
      'Vue mise à jour. Filtres en vigueur : Éditeur : Cadrasoin ; Tranche : 20 à 60 %'
    );
    await page.getByRole('link', { name: /^Retirer Éditeur/ }).click();
    await page.waitForURL((url) => !url.searchParams.has('vendor'));
    expect(await isMarked(page)).toBe(true);
  }));

test('without scripts: a view is saved, followed in another language, renamed and deleted', () =>
  withServer(
    async ({ address }) => {
      await withoutScripts(
        async (page) => {
          await page.goto('/products?campaign=v2&lang=fr&band=0-20&sort=vendor');
          await page.locator('.views summary').click();
          await page.getByLabel('Nom de la vue').fill('Produits à suivre');
          await follow(page.getByRole('button', { name: 'Enregistrer cette vue' }));
          expect(parameters(page)).toEqual([
            ['band', '0-20'],
            ['sort', 'vendor']
          ]);
          await page.goto('/?campaign=v1&lang=en');
          await page.locator('.views summary').click();
          await follow(page.getByRole('link', { name: 'Produits à suivre' }));
          const { pathname, searchParams } = new URL(page.url());
          expect([pathname, searchParams.get('campaign'), searchParams.get('lang')]).toEqual([
            '/products',
            'v2',
            'en'
          ]);
          await page.goto('/views?lang=fr');
          await page.getByLabel('Nouveau nom (Produits à suivre)').fill('À relancer');
          await follow(page.getByRole('button', { name: 'Renommer Produits à suivre' }));
          expect(await page.getByRole('link', { name: 'À relancer' }).count()).toBe(1);
          await follow(page.getByRole('button', { name: 'Supprimer À relancer' }));
          expect(await page.getByText('Aucune vue enregistrée.').count()).toBeGreaterThan(0);
        },
        { address }
      );
      for (const [action, fields] of [
        ['save', { name: 'x', address: '//elsewhere.example/' }],
        ['save', { name: 'x', address: '/\\elsewhere.example' }],
        ['save', { name: ' … ', address: '/' }],
        ['rename', { name: 'x', to: '' }]
      ] as const) {
        const answer = await fetch(`${address}/views?/${action}`, {
          method: 'POST',
          headers: { origin: address, accept: 'text/html' },
          body: new URLSearchParams(fields),
          redirect: 'manual'
        });
        expect(answer.status, JSON.stringify(fields)).toBe(400);
      }
    },
    { sample: true, fill: sampleStore }
  ));
