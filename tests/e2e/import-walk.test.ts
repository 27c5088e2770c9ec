import type { Page } from 'playwright-core';
import { describe, expect, test } from 'vitest';
import { follow, heading, inPage, keyFigure, open, withoutScripts } from './browser.ts';
import { begin, csv, drop, explain, importAndUndo, send, survey } from './import-steps.ts';
import { withServer } from './served.ts';

describe('with scripts', () => {
  test('a file is dropped, shown, sent, explained, read about, imported and taken back', () =>
    withServer(({ address }) =>
      inPage(
        async (page) => {
          const workers: string[] = [];
          page.on('worker', (worker) => workers.push(worker.url()));
          await open(page, '/imports?lang=fr');
          await begin(page);
          expect(workers).toEqual([]);
          await drop(page, [{ name: 'enquête.csv', text: survey }]);
          await page.getByText('enquête.csv').first().waitFor();
          const table = page.getByRole('table', { name: 'Début de enquête.csv' });
          await table.getByRole('cell', { name: 'Gamma' }).waitFor();
          expect(await table.getByRole('columnheader').allInnerTexts()).toEqual(
            survey.split('\n')[0]?.split(';')
          );
          expect(workers).toHaveLength(1);
          await send(page);
          await explain(page);
          await importAndUndo(page);
        },
        { address }
      )
    ));

  test('files dropped one after the other are sent together; what is no CSV has no preview', () =>
    withServer(({ address }) =>
      inPage(
        async (page) => {
          await open(page, '/imports?lang=fr');
          await begin(page);
          const text = 'product,vendor,Q1,Q2\n';
          await drop(page, [
            { name: 'a.csv', text: `${text}A,V,1,1\n` },
            { name: 'b.csv', text: `${text}old,V,1,1\n` }
          ]);
          await drop(page, [
            { name: 'b.csv', text: `${text}B,V,1,1\n` },
            { name: 'c.xlsx', text: 'no workbook' }
          ]);
          await page.getByText('Pas d’aperçu pour ce type de fichier').waitFor();
          await page.getByRole('cell', { name: 'B', exact: true }).waitFor();
          expect(await page.getByRole('cell', { name: 'old' }).count()).toBe(0);
          await send(page);
          await page.getByText('c.xlsx').first().waitFor();
          for (const name of ['a.csv', 'b.csv']) await page.getByRole('rowheader', { name }).waitFor();
        },
        { address }
      )
    ));

  test('reading and sending show how far they are, read out politely, and a large file’s rows are all counted', () =>
    withServer(({ address }) =>
      inPage(
        async (page) => {
          await open(page, '/imports?lang=fr');
          await begin(page);
          const rows = Array.from({ length: 150_000 }, (_, i) => `Produit ${i},Éditeur ${i % 500},1,2`);
          const seen = page.evaluate(
            () =>
              new Promise<Record<string, number[]>>((resolve) => {
                const values: Record<string, number[]> = {};
                const look = () => {
                  for (const bar of document.querySelectorAll('progress')) {
                    const label = bar.labels[0]?.textContent ?? '';
                    if (!document.querySelector('[role=status]')) values['unsaid'] = [1];
                    if (bar.hasAttribute('value')) (values[label] ??= []).push(bar.value);
                  }
                  if (/imports\/[0-9a-f]{32}/.test(location.pathname)) resolve(values);
                  else setTimeout(look, 2);
                };
                look();
              })
          );
          const client = await page.context().newCDPSession(page);
          await page
            .getByLabel(/^Réponses/)
            .setInputFiles(csv('grand.csv', `product,vendor,Q1,Q2\n${rows.join('\n')}`));
          await page.getByText('150 000 lignes').waitFor();
          await client.send('Network.emulateNetworkConditions', {
            offline: false,
            latency: 0,
            downloadThroughput: -1,
            uploadThroughput: 4_000_000
          });
          await page.getByRole('button', { name: 'Envoyer et vérifier' }).click();
          await page.waitForURL(/\/imports\/[0-9a-f]{32}/, { timeout: 60_000 });
          const values = await seen;
          expect(values['unsaid']).toBeUndefined();
          for (const label of ['Lecture de grand.csv', 'Envoi des fichiers']) {
            const shares = values[label] ?? [];
            expect(shares, label).toEqual([...shares].sort((a, b) => a - b));
            expect(new Set(shares).size, `${label}: ${shares.join()}`).toBeGreaterThan(2);
          }
        },
        { address }
      )
    ));

  test('what was chosen but not applied keeps the import from being confirmed', () =>
    withServer(({ address }) =>
      inPage(
        async (page) => {
          await open(page, '/imports?lang=fr');
          await begin(page);
          await page.getByLabel(/^Réponses/).setInputFiles(csv('a.csv', 'product,vendor,Q1,Q2,x\nA,V,1,2,3'));
          await send(page);
          const button = page.getByRole('button', { name: 'Importer', exact: true });
          await button.waitFor();
          await page.getByLabel('Contient, pour x').selectOption({ label: 'Couloir' });
          expect(await button.isDisabled()).toBe(true);
          await page.getByRole('button', { name: 'Appliquer la correspondance' }).click();
          await expect.poll(() => button.isDisabled()).toBe(false);
        },
        { address }
      )
    ));

  test('back, forward and reload show the same report; after the import, its result', () =>
    withServer(({ address }) =>
      inPage(
        async (page) => {
          await open(page, '/imports?lang=fr');
          await begin(page);
          await page.getByLabel(/^Réponses/).setInputFiles(csv('a.csv', survey));
          await send(page);
          await explain(page);
          const report = page.url();
          await page.reload();
          await expect.poll(() => heading(page)).toBe('Prêt à importer : 3 nouveaux produits');
          expect(await page.getByLabel('Veut dire, pour Ouii').inputValue()).toBe('3');
          await page.getByRole('link', { name: 'Données', exact: true }).first().click();
          await page.getByText('En attente de votre décision').waitFor();
          await page.goBack();
          await expect.poll(() => heading(page)).toBe('Prêt à importer : 3 nouveaux produits');
          await page.goForward();
          await page.getByRole('link', { name: 'essai' }).first().click();
          await page.getByRole('button', { name: 'Importer', exact: true }).click();
          await expect.poll(() => heading(page)).toMatch(/^Import enregistré/);
          await page.goto(report);
          expect(await heading(page)).toMatch(/^Import enregistré/);
          await page.reload();
          await page.goto('/imports?lang=fr');
          expect(await page.getByRole('button', { name: /^Annuler l’import/ }).count()).toBe(1);
          expect(await page.getByText('En attente de votre décision').count()).toBe(0);
        },
        { address }
      )
    ));
});

test('without scripts the same steps are forms', () =>
  withServer(({ address }) =>
    withoutScripts(
      async (page) => {
        await page.goto('/imports?lang=fr');
        await begin(page);
        await page.getByLabel(/^Réponses/).setInputFiles(csv('a.csv', survey));
        await send(page);
        await explain(page);
        await page.getByRole('checkbox', { name: 'Enregistrer la correspondance' }).check();
        await follow(page.getByRole('button', { name: 'Importer', exact: true }));
        await page.getByRole('alert').filter({ hasText: 'Donnez un nom' }).waitFor();
        await page.getByRole('checkbox', { name: 'Enregistrer la correspondance' }).check();
        await page.getByLabel('sous le nom').fill('Sphinx');
        await importAndUndo(page);

        await page.goto('/imports?lang=fr');
        await page.getByLabel('Code de la campagne').fill('essai');
        await page.getByLabel(/^Réponses/).setInputFiles(csv('b.csv', survey.replace('Alpha', 'Delta')));
        await send(page);
        await follow(page.getByRole('button', { name: 'Reprendre' }));
        expect(await heading(page)).toBe('Prêt à importer : 3 nouveaux produits');
        await follow(page.getByRole('button', { name: 'Abandonner' }));
        expect(await heading(page)).toBe('Importer des réponses');
        expect(await page.getByText('En attente de votre décision').count()).toBe(0);
      },
      { address, expected: /status of 400/ }
    )
  ));

test('what can’t be kept is refused with a message, and what was typed stays', () =>
  withServer(({ address }) =>
    withoutScripts(
      async (page) => {
        await page.goto('/imports?lang=fr');
        await page.getByLabel('Nom de la campagne').fill('Essai 2026');
        await page.locator('#campaign, #answers').evaluateAll((inputs) => {
          for (const input of inputs) input.removeAttribute('required');
        });
        await follow(page.getByRole('button', { name: 'Envoyer et vérifier' }));
        await page.getByRole('alert').filter({ hasText: 'Choisissez au moins un fichier' }).waitFor();
        expect(await page.getByLabel('Nom de la campagne').inputValue()).toBe('Essai 2026');
      },
      { address, expected: /status of 400/ }
    )
  ));

test('two uploads in parallel stay apart', () =>
  withServer(({ address }) =>
    inPage(
      async (one) => {
        const two = await one.context().newPage();
        for (const [page, campaign] of [
          [one, 'c1'],
          [two, 'c2']
        ] as const) {
          await open(page, '/imports?lang=fr');
          await begin(page, campaign);
        }
        await one.getByLabel(/^Réponses/).setInputFiles(csv('a.csv', 'product,vendor,Q1,Q2\nA,V,1,2'));
        await two
          .getByLabel(/^Réponses/)
          .setInputFiles(csv('a.csv', 'product,vendor,Q1,Q2\nB,V,3,1\nC,V,3,1'));
        await Promise.all([send(one), send(two)]);
        const importIt = async (page: Page) => {
          await page.getByRole('button', { name: 'Importer', exact: true }).click();
          await page.getByRole('link', { name: 'Voir la campagne' }).waitFor();
        };
        await Promise.all([importIt(one), importIt(two)]);
        expect(await keyFigure(one, 'Produits')).toBe('1');
        expect(await keyFigure(two, 'Produits')).toBe('2');
      },
      { address }
    )
  ));
