import type { Page } from 'playwright-core';
import { expect } from 'vitest';
import { heading, keyFigure } from './browser.ts';

export const questionnaire = [
  'code,theme,scope,label_fr,label_en,level_1_fr,level_2_fr,level_3_fr,target',
  'Q1,Accès,common,Comptes nominatifs,Named accounts,Non,En partie,Oui,2',
  'Q2,Accès,conditional,Badges,Badges,Non,En partie,Oui,3'
].join('\n');
/** A renamed column, and an answer that no level has. */
export const survey = [
  'Nom du produit;éditeur;couloir;Comptes;Q2',
  'Alpha;Acme;Hôpital;2;Ouii',
  'Bêta;Acme;;1;NA',
  'Gamma;Zest;Hôpital;3;Ouii'
].join('\n');

export function csv(name: string, text: string) {
  return { name, mimeType: 'text/csv', buffer: Buffer.from(`${text}\n`) };
}

/** Drops files as a hand with a mouse would, one event with all of them. */
export async function drop(page: Page, files: { name: string; text: string }[]): Promise<void> {
  const data = await page.evaluateHandle((given) => {
    const transfer = new DataTransfer();
    for (const { name, text } of given) transfer.items.add(new File([text], name, { type: 'text/csv' }));
    return transfer;
  }, files);
  const zone = page.getByRole('group', { name: 'Zone de dépôt' });
  for (const type of ['dragenter', 'dragover', 'drop'])
    await zone.dispatchEvent(type, { dataTransfer: data });
}

export async function begin(page: Page, campaign = 'essai'): Promise<void> {
  await page.getByLabel('Code de la campagne').fill(campaign);
  await page.getByLabel('Questionnaire (CSV').setInputFiles(csv('questionnaire.csv', questionnaire));
}

export async function send(page: Page): Promise<void> {
  await page.getByRole('button', { name: 'Envoyer et vérifier' }).click();
  await page.waitForURL(/\/imports\/[0-9a-f]{32}/);
}

/** Names what the columns hold and confirms the suggestion for the answer. */
export async function explain(page: Page): Promise<void> {
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

export async function importAndUndo(page: Page): Promise<void> {
  await page.getByRole('button', { name: 'Importer', exact: true }).click();
  await expect.poll(() => heading(page)).toBe('Import enregistré : 3 produits dans la campagne essai');
  expect(await keyFigure(page, 'Éditeurs')).toBe('2');
  await page.getByRole('button', { name: 'Annuler l’import' }).click();
  await expect.poll(() => heading(page)).toBe('Import annulé');
}
