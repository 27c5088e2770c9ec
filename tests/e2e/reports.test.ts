import { readFile } from 'node:fs/promises';
import path from 'node:path';
import { expect, test } from 'vitest';
import { expectNoViolation } from './axe.ts';
import { follow, inPage, open, overflow, withoutScripts } from './browser.ts';
import { sampleStore } from './sample-store.ts';
import { palier, withServer } from './served.ts';

test('without scripts: a report is chosen, previewed and downloaded', () =>
  withoutScripts(async (page) => {
    await page.goto('/reports?campaign=v2&lang=fr');
    await page.getByLabel('Public visé').selectOption('public');
    await page.getByLabel('Format').selectOption('pdf');
    await follow(page.getByRole('button', { name: 'Aperçu' }));
    expect(await page.getByRole('heading', { level: 3 }).count()).toBeGreaterThan(3);
    const asked = new URL(page.url()).search;
    const pdf = await page.request.get(`/reports/file${asked}`);
    expect(pdf.headers()['content-type']).toBe('application/pdf');
    expect((await pdf.body()).subarray(0, 4).toString()).toBe('%PDF');
    const csv = await page.request.get('/reports/file?campaign=v2&audience=internal&format=csv');
    expect((await csv.body()).subarray(0, 2).toString()).toBe('PK');
    expect((await page.request.get('/reports/file?campaign=v2&audience=all')).status()).toBe(400);
  }));

test('a publication is in the history, and its frozen files are downloaded unchanged', () =>
  withServer(
    async ({ address, data }) => {
      const folder = path.join(data, 'published');
      await palier(data, 'publish', '--campaign', 'v2', '--by', 'Alix', '-o', folder);
      let logAddress = '';
      await withoutScripts(
        async (page) => {
          await page.goto('/reports?campaign=v2&lang=fr');
          const entry = page.getByRole('article');
          expect(await entry.innerText()).toContain('Alix');
          const link = await entry.getByRole('link', { name: 'cells.csv' }).getAttribute('href');
          const frozen = await (await page.request.get(link ?? '')).body();
          expect(frozen.equals(await readFile(path.join(folder, 'cells.csv')))).toBe(true);
          const manifest = entry.getByRole('link', { name: 'manifest.json' });
          const kept = await (await page.request.get((await manifest.getAttribute('href')) ?? '')).body();
          expect(kept.equals(await readFile(path.join(folder, 'manifest.json')))).toBe(true);
          await page.goto('/reports?campaign=v2&lang=fr&audience=public&from=');
          expect(await page.locator('main').innerText()).toMatch(/Depuis la .*\s: aucun chiffre ne diffère/);
          await page.goto('/reports?campaign=v2&lang=fr&audience=public&from=v1');
          expect(await page.locator('main').innerText()).toMatch(
            /Depuis la .*\s: 1\s\d{3}\schiffres nouveaux\./
          );
          await page.getByText('Voir les chiffres qui diffèrent').click();
          expect(await page.getByRole('cell', { name: 'nouveau' }).count()).toBe(100);
          const all = page.getByRole('link', { name: 'tous les chiffres qui diffèrent' });
          const csv = await page.request.get((await all.getAttribute('href')) ?? '');
          expect((await csv.text()).split('\r\n').length).toBeGreaterThan(1000);
          await follow(page.getByRole('link', { name: 'cases masquées et règles' }));
          const [, told = ''] = /^(\d+)/.exec(await page.locator('h1').innerText()) ?? [];
          logAddress = page.url();
          const log = await page.request.get(`${logAddress.split('?')[0]}.json`);
          expect(await log.json()).toHaveLength(Number(told));
        },
        { address }
      );
      await inPage(
        async (page) => {
          await open(page, logAddress);
          await expectNoViolation(page);
          expect(await overflow(page)).toEqual([]);
        },
        { address }
      );
    },
    { sample: true, fill: sampleStore }
  ));

test('without scripts: a share link is made on request, opens one product, and is revoked', () =>
  withServer(
    ({ address }) =>
      withoutScripts(
        async (page) => {
          await page.goto('/products?campaign=v2&lang=fr');
          await follow(page.locator('a[href^="/products/"]').first());
          await follow(page.getByRole('link', { name: 'Lien de partage' }).last());
          await follow(page.getByRole('button', { name: 'Activer les liens' }));
          await page.getByLabel('Remis à').fill('CH de Valbrume');
          await page.getByLabel('Date de la demande').fill('2026-03-02');
          await page.getByLabel('Référence').fill('Courrier 12');
          await follow(page.getByRole('button', { name: 'Créer le lien' }));
          const link = await page.locator('code').first().innerText();
          const opened = await page.request.get(link);
          expect(opened.headers()).toMatchObject({
            'cache-control': 'no-store',
            'referrer-policy': 'same-origin',
            'x-robots-tag': 'noindex, nofollow, noarchive'
          });
          expect(await opened.text()).toContain('CH de Valbrume');
          const guessed = await page.request.get(`${link}x`);
          await follow(page.getByRole('button', { name: 'Révoquer' }));
          const revoked = await page.request.get(link);
          expect([guessed.status(), revoked.status()]).toEqual([404, 404]);
          expect(await revoked.text()).toBe(await guessed.text());
          expect(revoked.headers()['content-type']).toBe(guessed.headers()['content-type']);
          await page.goto('/trail?campaign=v2&lang=fr');
          expect(await page.locator('main').innerText()).not.toContain(link.split('/').at(-1));
        },
        { address }
      ),
    { sample: true, fill: sampleStore }
  ));

test('a share link with a password opens in a browser with it alone', () =>
  withServer(
    ({ address }) =>
      inPage(
        async (page) => {
          await open(page, '/products?campaign=v2&lang=fr');
          await page.locator('main a[href^="/products/"]').first().click();
          await page.getByRole('link', { name: 'Lien de partage' }).last().click();
          await page.getByRole('button', { name: 'Activer les liens' }).click();
          await page.getByLabel('Remis à').fill('CH de Valbrume');
          await page.getByLabel('Date de la demande').fill('2026-03-02');
          await page.getByLabel('Référence').fill('Courrier 12');
          await page.getByLabel('Mot de passe').fill('corail-neige-4');
          await page.getByRole('button', { name: 'Créer le lien' }).click();
          await page.goto(await page.locator('main code').first().innerText());
          for (const password of ['corail-neige', 'corail-neige-4']) {
            expect(await page.locator('body').innerText()).not.toContain('CH de Valbrume');
            await page.getByLabel('Mot de passe').fill(password);
            await page.getByRole('button', { name: 'Ouvrir' }).click();
            await page.waitForLoadState();
          }
          await page.getByText('CH de Valbrume').first().waitFor();
        },
        { address, expected: /status of 403/ }
      ),
    { sample: true, fill: sampleStore }
  ));

test('a product’s page leads to its export in every format', () =>
  withoutScripts(async (page) => {
    await page.goto('/products?campaign=v2&lang=fr');
    await follow(page.locator('a[href^="/products/"]').first());
    for (const [name, start] of [
      ['PDF', '%PDF'],
      ['XLSX', 'PK'],
      ['CSV', '\ufeff']
    ] as const) {
      const [file] = await Promise.all([
        page.waitForEvent('download'),
        page.getByRole('link', { name }).first().click()
      ]);
      expect((await readFile(await file.path())).toString().startsWith(start)).toBe(true);
    }
  }));
