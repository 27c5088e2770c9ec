import type { Page } from 'playwright-core';
import { expect, test } from 'vitest';
import { zip } from '#tests/ingest/containers/zip-writer.ts';
import { heading, inPage, isMarked, keyFigure, mark, open } from './browser.ts';
import { withServer } from './served.ts';

const questionnaire = [
  'code,theme,scope,label_fr,label_en,level_1_fr,level_2_fr,level_3_fr,target',
  'Q1,Accès,common,Comptes nominatifs,Named accounts,Non,En partie,Oui,2',
  'Q2,Accès,conditional,Badges,Badges,Non,En partie,Oui,3'
];
const good = [
  'produit;éditeur;couloir;Q1;Q2',
  'Alpha;Acme;Hôpital;2;3',
  'Bêta;Acme;;1;NA',
  'Gamma;Zest;Hôpital;3;2'
];
const bad = [
  'produit;éditeur;couloir;Q1;Q2',
  'Alpha;Acme;Hôpital;7;3',
  'Bêta;;;1;bleu',
  'Gamma;Zest;Hôpital;3;2'
];

function csv(name: string, lines: string[]) {
  return { name, mimeType: 'text/csv', buffer: Buffer.from(`${lines.join('\n')}\n`) };
}

async function give(page: Page, answers: ReturnType<typeof csv>): Promise<void> {
  await page.getByLabel('Code de la campagne').fill('essai');
  await page.getByLabel('Questionnaire (CSV').setInputFiles(csv('questionnaire.csv', questionnaire));
  await page.getByLabel(/^Réponses/).setInputFiles(answers);
  await page.getByRole('button', { name: 'Envoyer et vérifier' }).click();
}

/** Every problem's kind and place, from the open and the folded parts of the list. */
async function problems(page: Page): Promise<string[][]> {
  await page.locator('h2#problems').waitFor();
  const groups = await page.locator('section[aria-labelledby=problems] details').all();
  const found = await Promise.all(
    groups.map(async (group) => {
      const kind = await group.locator('summary').innerText();
      const rows = await group.locator('tbody tr').all();
      return Promise.all(rows.map(async (row) => [kind, ...(await row.locator('td').allTextContents())]));
    })
  );
  return found.flat().map((cells) => cells.map((cell) => cell.replace(/\s+/g, ' ').trim()));
}

async function importIt(page: Page): Promise<void> {
  await page.getByRole('button', { name: 'Importer', exact: true }).click();
}

async function again(page: Page): Promise<void> {
  await page.getByRole('link', { name: 'Données', exact: true }).first().click();
  await expect.poll(() => heading(page)).toBe('Importer des réponses');
}

test('a file with errors is refused with file, line and column; put right it is stored; again it changes nothing', () =>
  withServer(({ address }) =>
    inPage(
      async (page) => {
        await open(page, '/imports?lang=fr');
        await mark(page);
        await give(page, csv('réponses.csv', bad));
        await expect.poll(() => heading(page)).toBe('3 erreurs empêchent l’import');
        const shown = await problems(page);
        expect(shown.map((cells) => cells.slice(0, 4)).sort()).toEqual([
          ['erreur Case à remplir 1', 'réponses.csv', '3', 'éditeur'],
          ['erreur Niveau qui n’existe pas 1', 'réponses.csv', '2', 'Q1'],
          ['erreur Réponse non comprise 1', 'réponses.csv', '3', 'Q2']
        ]);
        for (const cells of shown) expect(cells[4]).toMatch(/\S/);
        expect(await page.getByRole('button', { name: 'Importer', exact: true }).count()).toBe(0);
        await page.getByRole('button', { name: 'Abandonner' }).click();
        await page.getByText('Aucun import.').waitFor();

        await give(page, csv('réponses.csv', good));
        await expect.poll(() => heading(page)).toBe('Prêt à importer : 3 nouveaux produits');
        expect(await problems(page)).toEqual([]);
        await importIt(page);
        await expect.poll(() => heading(page)).toMatch(/^Import enregistré/);

        await again(page);
        await give(page, csv('réponses.csv', good));
        await expect.poll(() => heading(page)).toBe('Tout est déjà enregistré : rien ne changerait');
        await importIt(page);
        await expect.poll(() => heading(page)).toBe('Déjà importé : rien n’a changé');
        await again(page);
        expect(await page.getByRole('button', { name: /^Annuler l’import/ }).count()).toBe(1);
        expect(await isMarked(page)).toBe(true);
      },
      { address }
    )
  ));

test('what was imported by page is the latest campaign, and undoing it takes it away', () =>
  withServer(({ address }) =>
    inPage(
      async (page) => {
        await open(page, '/imports?lang=fr');
        await give(page, csv('a.csv', good));
        await importIt(page);
        await page.getByRole('link', { name: 'Voir la campagne' }).click();
        await page.waitForURL(({ pathname }) => pathname === '/');
        await expect.poll(() => keyFigure(page, 'Produits')).toBe('3');
        expect(await keyFigure(page, 'Éditeurs')).toBe('2');
        await page.getByRole('link', { name: 'Données', exact: true }).click();
        await page.getByRole('button', { name: /^Annuler l’import/ }).click();
        await page.getByText('annulé', { exact: true }).waitFor();
        await page.getByRole('link', { name: 'Vue d’ensemble' }).click();
        await expect.poll(() => heading(page)).toBe('Aucune réponse dans cette campagne');
      },
      { address }
    )
  ));

test('the valid products of a file with errors are stored where that was asked', () =>
  withServer(({ address }) =>
    inPage(
      async (page) => {
        await open(page, '/imports?lang=en');
        await page.getByLabel('Campaign code').fill('essai');
        await page.getByLabel('Questionnaire (CSV').setInputFiles(csv('q.csv', questionnaire));
        await page.getByLabel(/^Answers, in/).setInputFiles(csv('a.csv', [...good, 'Delta;Acme;;9;1']));
        await page.getByRole('button', { name: 'Send and check' }).click();
        await expect.poll(() => heading(page)).toBe('1 error stands in the way of the import');
        await page.getByRole('button', { name: 'Import the valid products only (3)' }).click();
        await expect.poll(() => heading(page)).toBe('Import stored: 3 products in campaign essai');
        expect(await keyFigure(page, 'Products left out')).toBe('1');
        await page.getByRole('link', { name: 'See the campaign' }).click();
        await page.waitForURL(({ pathname }) => pathname === '/');
        await expect.poll(() => keyFigure(page, 'Products')).toBe('3');
      },
      { address }
    )
  ));

test('a new campaign without a questionnaire takes that of another, chosen on its report', () =>
  withServer(({ address }) =>
    inPage(
      async (page) => {
        await open(page, '/imports?lang=fr');
        await give(page, csv('a.csv', good));
        await importIt(page);
        await expect.poll(() => heading(page)).toMatch(/^Import enregistré/);
        await again(page);
        await page.getByLabel('Code de la campagne').fill('essai 2');
        await page.getByLabel(/^Réponses/).setInputFiles(csv('a.csv', good));
        await page.getByRole('button', { name: 'Envoyer et vérifier' }).click();
        await expect.poll(() => heading(page)).toBe('Ces fichiers ne peuvent pas encore être lus');
        await page.getByLabel('Prendre le questionnaire de la campagne').selectOption('essai');
        await page.getByRole('button', { name: 'Vérifier de nouveau' }).click();
        await expect.poll(() => heading(page)).toBe('Prêt à importer : 3 nouveaux produits');
      },
      { address }
    )
  ));

test('an archive of several files gets its report, each file by its own name', () =>
  withServer(({ address }) =>
    inPage(
      async (page) => {
        await open(page, '/imports?lang=fr');
        const entry = (name: string, row: string) => ({ name, data: `${good[0]}\n${row}\n` });
        const bytes = zip(entry('x/1.csv', 'Alpha;Acme;;2;3'), entry('2.csv', 'Bêta;Acme;;1;NA'));
        await give(page, { name: 'all.zip', mimeType: 'application/zip', buffer: Buffer.from(bytes) });
        await expect.poll(() => heading(page)).toBe('Prêt à importer : 2 nouveaux produits');
        for (const name of ['all.zip/x/1.csv', 'all.zip/2.csv'])
          await page.getByRole('rowheader', { name, exact: true }).waitFor();
        await importIt(page);
        await expect.poll(() => heading(page)).toMatch(/^Import enregistré/);
      },
      { address }
    )
  ));
