import type { Page } from 'playwright-core';
import { expect, test } from 'vitest';
import { follow, heading, keyFigure, withoutScripts } from './browser.ts';
import { withServer } from './served.ts';

const questionnaire =
  'code,theme,scope,label_fr,level_1_fr,level_2_fr,target\nQ1,Accès,common,Question une,Non,Oui,2\nQ2,Accès,common,Question deux,Non,Oui,2\n';
const answers = [
  'product,vendor,corridor,Q1,Q2',
  'Alpha,Acme,Hôpital,2,1',
  'Agendas,Acme,Hôpital,2,',
  'Gamma,Zest,,1,1'
].join('\n');
const expected = [
  'produit;éditeur;couloir',
  'Alpha;Acme;Hôpital',
  'Agenda;Acme;Hôpital',
  'Delta;Zest;Imagerie'
];

function csv(name: string, text: string) {
  return { name, mimeType: 'text/csv', buffer: Buffer.from(`${text}\n`) };
}

async function importAnswers(page: Page): Promise<void> {
  await page.goto('/imports?lang=fr');
  await page.getByLabel('Code de la campagne').fill('essai');
  await page.getByLabel(/^Questionnaire/).setInputFiles(csv('q.csv', questionnaire));
  await page.getByLabel(/^Réponses/).setInputFiles(csv('a.csv', answers));
  await follow(page.getByRole('button', { name: 'Envoyer et vérifier' }));
  await follow(page.getByRole('button', { name: 'Importer', exact: true }));
  await page.getByText('Import enregistré').first().waitFor();
}

async function giveList(page: Page, lines: string[]): Promise<void> {
  await page.getByLabel(/^Fichier de la liste/).setInputFiles(csv('attendus.csv', lines.join('\n')));
  await follow(page.getByRole('button', { name: 'Enregistrer la liste' }));
}

async function reminders(page: Page): Promise<string[]> {
  const rows = await page.locator('#reminders tbody tr').all();
  return Promise.all(rows.map(async (row) => (await row.locator('th, td').allInnerTexts()).join('|')));
}

test('without scripts: who has not answered, and a product recognised under another name', () =>
  withServer(({ address }) =>
    withoutScripts(
      async (page) => {
        await importAnswers(page);
        await follow(page.getByRole('link', { name: 'Données', exact: true }).first());
        await follow(page.getByRole('link', { name: 'Suivi', exact: true }));
        expect(await heading(page)).toBe('Aucune liste de produits attendus pour cette campagne');

        await giveList(page, ['produit;éditeur', 'Alpha;']);
        await page.getByText('Liste refusée, rien n’a changé').waitFor();
        await giveList(page, expected);
        await page.getByText('Liste enregistrée').waitFor();
        expect(await heading(page)).toBe('2 produits sur 3 attendus n’ont pas encore répondu');
        expect(await keyFigure(page, 'Commencées')).toBe('1');
        expect(await reminders(page)).toEqual([
          'Acme|Agenda|Hôpital|aucune réponse|–',
          'Zest|Delta|Imagerie|aucune réponse|–'
        ]);

        await follow(page.getByRole('button', { name: 'C’est le même : Agenda' }));
        expect(await heading(page)).toBe('1 produit sur 3 attendus n’a pas encore répondu');
        expect(await keyFigure(page, 'Incomplètes')).toBe('1');
        expect((await reminders(page))[0]).toBe('Acme|Agenda|Hôpital|incomplète|1');
        await page.getByRole('heading', { name: /Réponses inattendues : 1/ }).waitFor();

        await follow(page.getByRole('link', { name: 'Vue d’ensemble' }));
        await page.getByText('2 réponses sur 3 attendues').waitFor();
        await follow(page.getByRole('link', { name: 'Données', exact: true }).first());
        await follow(page.getByRole('link', { name: 'Suivi', exact: true }));
        await follow(page.getByRole('button', { name: 'Ce n’est pas le même : Agenda' }));
        expect(await keyFigure(page, 'Commencées')).toBe('1');
      },
      { address, expected: /status of 422/ }
    )
  ));
