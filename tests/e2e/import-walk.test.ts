import axe from 'axe-core';
import type { Page } from 'playwright-core';
import { describe, expect, test } from 'vitest';
import { heading, inPage, keyFigure, open, overflow, withoutScripts } from './browser.ts';
import { palier, withServer } from './served.ts';

const questionnaire = [
  'code,theme,scope,label_fr,label_en,level_1_fr,level_2_fr,level_3_fr,target',
  'Q1,Accès,common,Comptes nominatifs,Named accounts,Non,En partie,Oui,2',
  'Q2,Accès,conditional,Badges,Badges,Non,En partie,Oui,3'
].join('\n');
/** A renamed column, and an answer that no level has. */
const survey = [
  'Nom du produit;éditeur;couloir;Comptes;Q2',
  'Alpha;Acme;Hôpital;2;Ouii',
  'Bêta;Acme;;1;NA',
  'Gamma;Zest;Hôpital;3;Ouii'
].join('\n');

function csv(name: string, text: string) {
  return { name, mimeType: 'text/csv', buffer: Buffer.from(`${text}\n`) };
}

/** Drops files as a hand with a mouse would, one event with all of them. */
async function drop(page: Page, files: { name: string; text: string }[]): Promise<void> {
  const data = await page.evaluateHandle((given) => {
    const transfer = new DataTransfer();
    for (const { name, text } of given) transfer.items.add(new File([text], name, { type: 'text/csv' }));
    return transfer;
  }, files);
  const zone = page.getByRole('group', { name: 'Zone de dépôt' });
  for (const type of ['dragenter', 'dragover', 'drop'])
    await zone.dispatchEvent(type, { dataTransfer: data });
}

async function begin(page: Page, campaign = 'essai'): Promise<void> {
  await page.getByLabel('Code de la campagne').fill(campaign);
  await page.getByLabel('Questionnaire (CSV)').setInputFiles(csv('questionnaire.csv', questionnaire));
}

async function send(page: Page): Promise<void> {
  await page.getByRole('button', { name: 'Envoyer et vérifier' }).click();
  await page.waitForURL(/\/imports\/[0-9a-f]{32}/);
}

/** Names what the columns hold and confirms the suggestion for the answer. */
async function explain(page: Page): Promise<void> {
  await expect.poll(() => heading(page)).toMatch(/erreurs? empêch/);
  expect(await page.getByLabel('Contient, pour Nom du produit').inputValue()).toBe('["product"]');
  await page.getByText('suggestion à confirmer').first().waitFor();
  await page.getByLabel('Contient, pour Comptes').selectOption({ label: 'Q1 – Comptes nominatifs' });
  await page.getByRole('button', { name: 'Appliquer la correspondance' }).click();
  const answer = page.getByLabel('Veut dire, pour Ouii');
  await answer.waitFor();
  await answer.selectOption({ label: '3 – Oui' });
  await page.getByRole('button', { name: 'Appliquer la correspondance' }).click();
  await expect.poll(() => heading(page)).toBe('Prêt à importer : 3 nouveaux produits');
}

async function importAndUndo(page: Page): Promise<void> {
  await page.getByRole('button', { name: 'Importer', exact: true }).click();
  await expect.poll(() => heading(page)).toBe('Import enregistré : 3 produits dans la campagne essai');
  expect(await keyFigure(page, 'Éditeurs')).toBe('2');
  await page.getByRole('button', { name: 'Annuler l’import' }).click();
  await expect.poll(() => heading(page)).toBe('Import annulé');
}

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
        await page.getByRole('button', { name: 'Importer', exact: true }).click();
        await page.getByRole('alert').filter({ hasText: 'Donnez un nom' }).waitFor();
        await page.getByRole('checkbox', { name: 'Enregistrer la correspondance' }).check();
        await page.getByLabel('sous le nom').fill('Sphinx');
        await importAndUndo(page);

        await page.goto('/imports?lang=fr');
        await page.getByLabel('Code de la campagne').fill('essai');
        await page.getByLabel(/^Réponses/).setInputFiles(csv('b.csv', survey.replace('Alpha', 'Delta')));
        await send(page);
        await page.getByRole('button', { name: 'Reprendre' }).click();
        expect(await heading(page)).toBe('Prêt à importer : 3 nouveaux produits');
        await page.getByRole('button', { name: 'Abandonner' }).click();
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
        await page.getByRole('button', { name: 'Envoyer et vérifier' }).click();
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
        await page.getByRole('heading', { name: /problèmes$/ }).waitFor();
        for (const summary of await page.locator('main summary').all())
          if (!(await summary.evaluate((node) => node.parentElement?.hasAttribute('open'))))
            await summary.click();
        await page.evaluate(axe.source);
        for (const width of [360, 390, 768, 1280, 1920]) {
          await page.setViewportSize({ width, height: 900 });
          expect(await overflow(page), `report at ${width} px`).toEqual([]);
        }
        for (const colorScheme of ['light', 'dark'] as const) {
          for (const width of [390, 1280]) {
            await page.emulateMedia({ colorScheme });
            await page.setViewportSize({ width, height: 900 });
            const { violations } = await page.evaluate(() =>
              (window as unknown as { axe: typeof axe }).axe.run(document)
            );
            expect(
              violations.map(({ id, nodes }) => `${id}: ${nodes[0]?.html} ${nodes[0]?.failureSummary}`),
              `${colorScheme} ${width}`
            ).toEqual([]);
          }
        }
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
