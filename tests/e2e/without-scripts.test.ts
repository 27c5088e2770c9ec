import { expect, test } from 'vitest';
import { follow, heading, keyFigure, withoutScripts, words } from './browser.ts';
import { sampleStore } from './sample-store.ts';
import { withServer } from './served.ts';

const first = (lines: string[]) => lines[0]?.trim();

test('without scripts: a corridor chosen in the picker and applied restricts every figure', () =>
  withoutScripts(async (page) => {
    await page.goto('/?campaign=v1');
    const all = await heading(page);
    await page.getByText('Couloir tous').click();
    await page.getByRole('checkbox', { name: 'Hôpital' }).check();
    await follow(page.getByRole('group', { name: 'Couloir' }).getByRole('button', { name: 'Appliquer' }));
    expect(new URL(page.url()).searchParams.getAll('corridor')).toEqual(['Hôpital']);
    expect(await heading(page)).not.toBe(all);
    expect(await keyFigure(page, 'Produits')).not.toBe('71');
    await follow(page.getByRole('link', { name: 'Tout afficher' }));
    expect(await heading(page)).toBe(all);
  }));

test('without scripts: other band edges are applied to the bands', () =>
  withoutScripts(async (page) => {
    await page.goto('/?campaign=v1&lang=fr');
    await page.getByText('Réglages', { exact: true }).first().click();
    await page.getByLabel(/Bornes des tranches/).fill('25,50,75');
    await follow(page.getByRole('group', { name: 'Réglages' }).getByRole('button', { name: 'Appliquer' }));
    expect(await heading(page)).toContain('75');
    expect((await words(page, /se situent/)).join(' ')).toContain('25 à 50');
  }));

test('without scripts: criteria are sorted by the links above the table', () =>
  withoutScripts(async (page) => {
    await page.goto('/criteria?campaign=v1');
    const code = async () =>
      first(
        await page
          .getByRole('rowheader')
          .filter({ hasText: /^Q\d\d/ })
          .allInnerTexts()
      );
    await follow(page.getByRole('link', { name: 'par code' }));
    expect(await code()).toMatch(/^Q01/);
    await follow(page.getByRole('link', { name: 'du moins au mieux atteint' }));
    const worst = await code();
    await follow(page.getByRole('link', { name: 'du mieux au moins atteint' }));
    expect(await code()).not.toBe(worst);
    expect(worst).not.toMatch(/^Q01/);
  }));

test('without scripts: products are searched, sorted and filtered by band', () =>
  withoutScripts(async (page) => {
    await page.goto('/products?campaign=v1');
    await page.getByRole('searchbox').fill('ORVELIS sante');
    await follow(page.getByRole('button', { name: 'Rechercher' }));
    const names = await page.getByRole('rowheader').allInnerTexts();
    expect(names.length).toBeGreaterThan(1);
    expect(names.every((name) => name.includes('Orvelis'))).toBe(true);
    await follow(page.getByRole('link', { name: 'Produit', exact: true }));
    const sorted = await page.getByRole('rowheader').allInnerTexts();
    expect(sorted).toEqual([...sorted].sort((a, b) => a.localeCompare(b, 'fr')));
    await page.goto('/products?campaign=v1');
    await page.getByRole('combobox', { name: 'Tranche' }).selectOption({ label: '80 % et plus' });
    await follow(page.getByRole('button', { name: 'Rechercher' }));
    expect(await page.getByRole('rowheader').count()).toBe(10);
  }));

test('without scripts: language and campaign are switched on the same page', () =>
  withoutScripts(async (page) => {
    await page.goto('/criteria?campaign=v1');
    await follow(page.getByRole('link', { name: 'EN', exact: true }));
    expect(await page.locator('html').getAttribute('lang')).toBe('en');
    expect(new URL(page.url()).pathname).toBe('/criteria');
    const before = await heading(page);
    await page.locator('.campaign summary').click();
    await follow(page.getByRole('link', { name: 'Campagne 2026' }));
    expect(Object.fromEntries(new URL(page.url()).searchParams)).toMatchObject({
      campaign: 'v2',
      lang: 'en'
    });
    expect(await heading(page)).not.toBe(before);
  }));

test('without scripts: an empty application takes an import, shows it, and takes it back', () =>
  withServer(({ address }) =>
    withoutScripts(
      async (page) => {
        await page.goto('/');
        expect(await heading(page)).toBe('Aucune campagne pour l’instant');
        await follow(page.getByRole('link', { name: 'Faire le premier import' }));
        await page.getByLabel('Code de la campagne').fill('v1');
        await page.getByLabel('Questionnaire (CSV').setInputFiles('data/sample/questionnaire-2025.csv');
        await page.getByLabel(/^Réponses/).setInputFiles('data/sample/v1-answers.csv');
        await follow(page.getByRole('button', { name: 'Envoyer et vérifier' }));
        await follow(page.getByRole('button', { name: 'Importer', exact: true }));
        await page.getByRole('heading', { name: /^Import enregistré/ }).waitFor();
        await follow(page.getByRole('link', { name: 'Voir la campagne' }));
        expect(await keyFigure(page, 'Éditeurs')).toBe('48');
        await follow(page.getByRole('link', { name: 'Données', exact: true }));
        await follow(page.getByRole('button', { name: /^Annuler l’import/ }));
        await page.getByRole('cell', { name: 'annulé' }).waitFor();
        await follow(page.getByRole('link', { name: 'Vue d’ensemble' }));
        expect(await keyFigure(page, 'Produits')).toBe('0');
      },
      { address }
    )
  ));

test('without scripts: pages of a hundred products follow one another', () =>
  withServer(({ address }) =>
    withoutScripts(
      async (page) => {
        await page.goto('/imports?lang=fr');
        const rows = Array.from({ length: 250 }, (_, i) => `Produit ${String(i).padStart(3, '0')},Éditeur,2`);
        const questionnaire =
          'code,theme,scope,label_fr,level_1_fr,level_2_fr,target\nQ1,Accès,common,Question,Non,Oui,2\n';
        await page.getByLabel('Code de la campagne').fill('long');
        const csv = (name: string, text: string) => ({
          name,
          mimeType: 'text/csv',
          buffer: Buffer.from(text)
        });
        await page.getByLabel('Questionnaire (CSV').setInputFiles(csv('q.csv', questionnaire));
        await page
          .getByLabel(/^Réponses/)
          .setInputFiles(csv('a.csv', `product,vendor,Q1\n${rows.join('\n')}\n`));
        await follow(page.getByRole('button', { name: 'Envoyer et vérifier' }));
        await follow(page.getByRole('button', { name: 'Importer', exact: true }));
        await page.goto('/products?campaign=long&lang=fr&sort=product');
        const names = () => page.getByRole('rowheader').allInnerTexts();
        expect((await names()).length).toBe(100);
        await follow(page.getByRole('link', { name: 'Page suivante' }));
        expect((await names())[0]).toContain('Produit 100');
        await follow(page.getByRole('link', { name: 'Page suivante' }));
        expect((await names()).length).toBe(50);
        expect(await page.getByRole('link', { name: 'Page suivante' }).count()).toBe(0);
        await follow(page.getByRole('link', { name: 'Page précédente' }));
        expect((await names())[0]).toContain('Produit 100');
      },
      { address }
    )
  ));

test('without scripts: the sample is removed after a question, and what remains is the empty application', () =>
  withServer(
    ({ address }) =>
      withoutScripts(
        async (page) => {
          await page.goto('/?lang=fr');
          await follow(page.getByRole('link', { name: 'Retirer l’échantillon' }));
          await follow(page.getByRole('button', { name: 'Retirer l’échantillon' }));
          expect(await heading(page)).toBe('Aucune campagne pour l’instant');
        },
        { address }
      ),
    { sample: true, fill: sampleStore }
  ));
