import { expect, test } from 'vitest';
import { expectNoViolation, on } from './axe.ts';
import { desk, inPage, open, overflow, phone } from './browser.ts';
import { begin, csv, send } from './import-steps.ts';
import { palier, withServer } from './served.ts';

test('huge and hostile text breaks neither the report’s layout nor its accessibility, in both themes', () =>
  withServer(async ({ address, data }) => {
    await inPage(
      async (page) => {
        const evil = '<img src=x onerror="window.hostile=1">';
        const long = 'W'.repeat(300);
        const text = [
          `product;vendor;Q1;Q2;${long};${evil};Q99;x;x`,
          `${long};${evil};${evil};${long};a;b;c;d;e`,
          ...Array.from({ length: 3000 }, (_, i) => `P${i};V;Ouii;bleu ${i % 150};1;2;3;4;5`),
          'Bon;V;1;2;;;;;'
        ].join('\n');
        await open(page, '/imports?lang=fr');
        await begin(page, `essai ${'long'.repeat(12)}`);
        await page.getByLabel(/^Réponses/).setInputFiles(csv(`${'n'.repeat(150)}.csv`, text));
        await page.getByText('3 002 lignes').waitFor();
        for (const width of [360, 1280]) {
          await page.setViewportSize({ width, height: 900 });
          expect(await overflow(page), `form at ${width} px`).toEqual([]);
        }
        await send(page);
        await page.getByRole('heading', { name: /erreurs$/ }).waitFor();
        for (const summary of await page.locator('main summary').all())
          if (!(await summary.evaluate((node) => node.parentElement?.hasAttribute('open'))))
            await summary.click();
        for (const width of [360, 390, 768, 1280, 1920]) {
          await page.setViewportSize({ width, height: 900 });
          expect(await overflow(page), `report at ${width} px`).toEqual([]);
        }
        await expectNoViolation(page, [...on(phone), ...on(desk)]);
        expect(await page.evaluate(() => 'hostile' in window)).toBe(false);
        const [download] = await Promise.all([
          page.waitForEvent('download'),
          page.getByRole('link', { name: 'Tous les problèmes (CSV)' }).click()
        ]);
        const stream = await download.createReadStream();
        const chunks: Buffer[] = [];
        for await (const chunk of stream) chunks.push(chunk as Buffer);
        expect(Buffer.concat(chunks).toString().split('\r\n').length).toBeGreaterThan(6000);
      },
      { address }
    );
    expect((await palier(data, 'campaigns', '--json')).stdout.trim()).toBe('[]');
  }));
