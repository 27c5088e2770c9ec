import { expect, test } from 'vitest';
import { productId } from '#lib/server/product-id.ts';
import { desk, follow, overflow, phone, withoutScripts } from './browser.ts';
import { sampleStore } from './sample-store.ts';
import { withServer } from './served.ts';

const product = `/products/${productId('Klermoa', 'Agenda')}?campaign=v2&lang=fr`;

test('without scripts: an answer is corrected, contested, and both are taken back', () =>
  withServer(
    ({ address }) =>
      withoutScripts(
        async (page) => {
          await page.goto(product);
          const section = page.locator('#corrections');
          const levels = () => page.locator('.product-keys').innerText();
          const before = await levels();
          const keep = async (answer: string, reason: string) => {
            await section.getByLabel('Critère', { exact: true }).selectOption('Q01');
            await section.getByLabel('Réponse', { exact: true }).selectOption(answer);
            await section.getByLabel('Raison', { exact: true }).fill(reason);
            await section.getByLabel('Votre nom').fill('Agente chargée du suivi des éditeurs');
            await follow(section.getByRole('button', { name: 'Enregistrer' }));
          };

          await keep('NA', 'essai');
          await page.getByText('il ne peut pas être dit non applicable').waitFor();
          expect(await section.getByLabel('Raison', { exact: true }).inputValue()).toBe('essai');

          await keep('unanswered', 'rien au dossier');
          await page.getByText('C’est enregistré.').waitFor();
          await page.getByText('1 réponse à un critère corrigée').waitFor();
          expect(await page.locator('.remark').first().innerText()).toMatch(/corrigé.*déclaré.*niveau/);
          await keep('contest', 'avis de l’éditeur, recueilli par téléphone');
          await page.getByText('1 réponse à un critère corrigée, 1 contestée').waitFor();

          const rows = await section.locator('tbody tr').allInnerTexts();
          expect(rows).toHaveLength(2);
          expect(rows.join(' ')).toContain('rien au dossier');
          // narrower than their table, which then scrolls in its place
          await page.setViewportSize({ ...phone, width: 340 });
          expect(await overflow(page)).toEqual([]);
          await page.setViewportSize(desk);
          for (let left = 2; left > 0; left--)
            await follow(section.getByRole('button', { name: /^Retirer/ }).first());
          expect(await section.getByText('retirée').count()).toBe(2);
          expect(await page.locator('.remark').count()).toBe(0);
          expect(await levels()).toBe(before);
        },
        { address, expected: /status of 422/ }
      ),
    { sample: true, fill: sampleStore }
  ));
