import { readFile } from 'node:fs/promises';
import path from 'node:path';
import { expect, test } from 'vitest';
import { follow, withoutScripts } from './browser.ts';
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
      await withoutScripts(
        async (page) => {
          await page.goto('/reports?campaign=v2&lang=fr');
          const entry = page.getByRole('article');
          expect(await entry.innerText()).toContain('Alix');
          const link = await entry.getByRole('link', { name: 'cells.csv' }).getAttribute('href');
          const frozen = await (await page.request.get(link ?? '')).body();
          expect(frozen.equals(await readFile(path.join(folder, 'cells.csv')))).toBe(true);
        },
        { address }
      );
    },
    { sample: true }
  ));
