import { expect, test } from 'vitest';
import { follow, heading, inPage, keyFigure, open, withoutScripts } from './browser.ts';
import { begin, csv, send } from './import-steps.ts';
import { withServer } from './served.ts';

/** Two names of what is probably one product. */
const answers = [
  'product,vendor,Q1,Q2',
  'Agenda Clair,Acme,1,2',
  'Agenda-Clair,Acme,3,1',
  'Registre,Zest,2,2'
].join('\n');

test('a pair of names that an import suggests is merged, counts as one product, and is taken apart again', () =>
  withServer(({ address }) =>
    inPage(
      async (page) => {
        await open(page, '/imports?lang=fr');
        await begin(page);
        await page.getByLabel(/^Réponses/).setInputFiles(csv('a.csv', answers));
        await send(page);
        const problems = page.locator('section[aria-labelledby=problems]');
        await expect.poll(() => problems.textContent()).toMatch(/Agenda.Clair.*Agenda.Clair/s);
        await page.getByRole('button', { name: 'Importer', exact: true }).click();
        await page.getByRole('link', { name: 'Voir la campagne' }).click();
        await expect.poll(() => keyFigure(page, 'Produits')).toBe('3');

        await open(page, '/names?lang=fr');
        await page.getByRole('button', { name: 'Garder « Agenda Clair »' }).click();
        await page.getByRole('status').waitFor();
        expect(await page.getByRole('button', { name: /^Garder/ }).count()).toBe(0);
        await open(page, '/?campaign=essai&lang=fr');
        expect(await keyFigure(page, 'Produits')).toBe('2');

        await open(page, '/names?lang=fr');
        await page.getByRole('button', { name: /^Retirer/ }).click();
        await page.getByRole('button', { name: 'Garder « Agenda Clair »' }).waitFor();
        await open(page, '/?campaign=essai&lang=fr');
        expect(await keyFigure(page, 'Produits')).toBe('3');
      },
      { address }
    )
  ));

test('a pair stays two products, is kept apart for good, and suggested again, without scripts too', () =>
  withServer(({ address }) =>
    withoutScripts(
      async (page) => {
        await page.goto('/imports?lang=fr');
        await begin(page);
        await page.getByLabel(/^Réponses/).setInputFiles(csv('a.csv', answers));
        await send(page);
        await follow(page.getByRole('button', { name: 'Importer', exact: true }));
        expect(await heading(page)).toMatch(/^Import enregistré/);
        await page.goto('/names?lang=fr');
        expect(await page.getByRole('button', { name: /^Garder/ }).count()).toBe(2);
        await follow(page.getByRole('button', { name: /^Ce sont deux produits/ }));
        expect(await page.getByRole('status').textContent()).toMatch(/ne sera plus proposée/);
        expect(await page.getByRole('button', { name: /^Garder/ }).count()).toBe(0);
        await follow(page.getByRole('button', { name: /^Proposer à nouveau/ }));
        expect(await page.getByRole('button', { name: /^Garder/ }).count()).toBe(2);
        await page.goto('/?campaign=essai&lang=fr');
        expect(await keyFigure(page, 'Produits')).toBe('3');
      },
      { address }
    )
  ));
