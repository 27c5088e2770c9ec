import type { Page } from 'playwright-core';
import { expect, test } from 'vitest';
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
  'Bêta;;;1;peut-être',
  'Gamma;Zest;Hôpital;3;2'
];

function csv(name: string, lines: string[]) {
  return { name, mimeType: 'text/csv', buffer: Buffer.from(`${lines.join('\n')}\n`) };
}

async function give(page: Page, answers: ReturnType<typeof csv>): Promise<void> {
  await page.getByLabel('Code de la campagne').fill('essai');
  await page.getByLabel('Questionnaire (CSV)').setInputFiles(csv('questionnaire.csv', questionnaire));
  await page.getByLabel(/^Réponses/).setInputFiles(answers);
  await page.getByRole('button', { name: 'Importer', exact: true }).click();
}

async function problems(page: Page): Promise<string[][]> {
  const table = page.getByRole('table').filter({ has: page.getByRole('columnheader', { name: 'Gravité' }) });
  const rows = await table
    .getByRole('row')
    .filter({ hasNot: page.getByRole('columnheader') })
    .all();
  return Promise.all(
    rows.map(async (row) =>
      (await row.locator('th, td').allInnerTexts()).map((cell) => cell.replaceAll('\u00a0', ' ').trim())
    )
  );
}

test('a file with errors is refused with file, line and column; put right it is stored; again it changes nothing', () =>
  withServer(({ address }) =>
    inPage(
      async (page) => {
        await open(page, '/imports?lang=fr');
        await mark(page);
        await give(page, csv('réponses.csv', bad));
        await page.getByRole('heading', { name: 'Rien n’a été enregistré' }).waitFor();
        const shown = await problems(page);
        expect(shown.map((cells) => cells.slice(0, 4))).toEqual([
          ['erreur', 'réponses.csv', '2', 'Q1'],
          ['erreur', 'réponses.csv', '3', 'éditeur'],
          ['erreur', 'réponses.csv', '3', 'Q2']
        ]);
        for (const cells of shown) expect(cells[4]).toMatch(/\S/);
        await page.getByText('Aucun import.').waitFor();
        expect(await page.getByLabel('Code de la campagne').inputValue()).toBe('essai');

        await give(page, csv('réponses.csv', good));
        await page.getByRole('heading', { name: 'Import enregistré' }).waitFor();
        expect(await problems(page)).toEqual([]);
        expect(await page.getByRole('button', { name: /^Annuler l’import/ }).count()).toBe(1);

        await give(page, csv('réponses.csv', good));
        await page.getByRole('heading', { name: /^Déjà importé/ }).waitFor();
        expect(await page.getByRole('button', { name: /^Annuler l’import/ }).count()).toBe(1);
        expect(await isMarked(page)).toBe(true);
      },
      { address, expected: /status of 422/ }
    )
  ));

test('what was imported by page is the latest campaign, and undoing it takes it away', () =>
  withServer(({ address }) =>
    inPage(
      async (page) => {
        await open(page, '/imports?lang=fr');
        await give(page, csv('a.csv', good));
        await page.getByRole('link', { name: 'Voir la campagne' }).click();
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

test('a check only stores nothing and says so', () =>
  withServer(({ address }) =>
    inPage(
      async (page) => {
        await open(page, '/imports?lang=fr');
        await page.getByRole('checkbox', { name: 'Vérifier seulement' }).check();
        await give(page, csv('a.csv', good));
        await page.getByRole('heading', { name: 'Fichier vérifié, rien n’a été enregistré' }).waitFor();
        await page.getByText('Aucun import.').waitFor();
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
        await page.getByLabel('Questionnaire (CSV)').setInputFiles(csv('q.csv', questionnaire));
        await page.getByLabel(/^Answers \(CSV/).setInputFiles(csv('a.csv', [...good, 'Delta;Acme;;9;1']));
        await page.getByRole('checkbox', { name: 'Import the products without errors' }).check();
        await page.getByRole('button', { name: 'Import', exact: true }).click();
        await page.getByRole('heading', { name: 'Import stored' }).waitFor();
        await page.getByRole('link', { name: 'See the campaign' }).click();
        await expect.poll(() => keyFigure(page, 'Products')).toBe('3');
      },
      { address }
    )
  ));
