import { expect, test } from 'vitest';
import { heading, keyFigure, withoutScripts, words } from './browser.ts';
import { withServer } from './served.ts';

const first = (lines: string[]) => lines[0]?.trim();

test('without scripts: a corridor chosen in the picker and applied restricts every figure', () =>
  withoutScripts(async (page) => {
    await page.goto('/?campaign=v1');
    const all = await heading(page);
    await page.getByText('Couloir tous').click();
    await page.getByRole('checkbox', { name: 'Hôpital' }).check();
    await page.getByRole('group', { name: 'Couloir' }).getByRole('button', { name: 'Appliquer' }).click();
    expect(new URL(page.url()).searchParams.getAll('corridor')).toEqual(['Hôpital']);
    expect(await heading(page)).not.toBe(all);
    expect(await keyFigure(page, 'Produits')).not.toBe('71');
    await page.getByRole('link', { name: 'Tout afficher' }).click();
    expect(await heading(page)).toBe(all);
  }));

test('without scripts: other band edges are applied to the bands', () =>
  withoutScripts(async (page) => {
    await page.goto('/?campaign=v1&lang=fr');
    await page.getByText('Réglages', { exact: true }).first().click();
    await page.getByLabel(/Bornes des tranches/).fill('25,50,75');
    await page.getByRole('group', { name: 'Réglages' }).getByRole('button', { name: 'Appliquer' }).click();
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
    await page.getByRole('link', { name: 'par code' }).click();
    expect(await code()).toMatch(/^Q01/);
    await page.getByRole('link', { name: 'du moins au mieux atteint' }).click();
    const worst = await code();
    await page.getByRole('link', { name: 'du mieux au moins atteint' }).click();
    expect(await code()).not.toBe(worst);
    expect(worst).not.toMatch(/^Q01/);
  }));

test('without scripts: products are searched, sorted and filtered by band', () =>
  withoutScripts(async (page) => {
    await page.goto('/products?campaign=v1');
    await page.getByRole('searchbox').fill('ORVELIS sante');
    await page.getByRole('button', { name: 'Rechercher' }).click();
    const names = await page.getByRole('rowheader').allInnerTexts();
    expect(names.length).toBeGreaterThan(1);
    expect(names.every((name) => name.includes('Orvelis'))).toBe(true);
    await page.getByRole('link', { name: 'Produit', exact: true }).click();
    const sorted = await page.getByRole('rowheader').allInnerTexts();
    expect(sorted).toEqual([...sorted].sort((a, b) => a.localeCompare(b, 'fr')));
    await page.goto('/products?campaign=v1');
    await page.getByRole('combobox', { name: 'Tranche' }).selectOption({ label: '80 % et plus' });
    await page.getByRole('button', { name: 'Rechercher' }).click();
    expect(await page.getByRole('rowheader').count()).toBe(10);
  }));

test('without scripts: language and campaign are switched on the same page', () =>
  withoutScripts(async (page) => {
    await page.goto('/criteria?campaign=v1');
    await page.getByRole('link', { name: 'EN', exact: true }).click();
    expect(await page.locator('html').getAttribute('lang')).toBe('en');
    expect(new URL(page.url()).pathname).toBe('/criteria');
    const before = await heading(page);
    await page.getByText('Campaign Campagne 2025').click();
    await page.getByRole('link', { name: 'Campagne 2026' }).click();
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
        await page.getByRole('link', { name: 'Faire le premier import' }).click();
        await page.getByLabel('Code de la campagne').fill('v1');
        await page.getByLabel('Questionnaire (CSV)').setInputFiles('data/sample/questionnaire-2025.csv');
        await page.getByLabel(/^Réponses/).setInputFiles('data/sample/v1-answers.csv');
        await page.getByRole('button', { name: 'Envoyer et vérifier' }).click();
        await page.getByRole('button', { name: 'Importer', exact: true }).click();
        await page.getByRole('heading', { name: /^Import enregistré/ }).waitFor();
        await page.getByRole('link', { name: 'Voir la campagne' }).click();
        expect(await keyFigure(page, 'Éditeurs')).toBe('48');
        await page.getByRole('link', { name: 'Données', exact: true }).click();
        await page.getByRole('button', { name: /^Annuler l’import/ }).click();
        await page.getByRole('cell', { name: 'annulé' }).waitFor();
        await page.getByRole('link', { name: 'Vue d’ensemble' }).click();
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
        await page.getByLabel('Questionnaire (CSV)').setInputFiles(csv('q.csv', questionnaire));
        await page
          .getByLabel(/^Réponses/)
          .setInputFiles(csv('a.csv', `product,vendor,Q1\n${rows.join('\n')}\n`));
        await page.getByRole('button', { name: 'Envoyer et vérifier' }).click();
        await page.getByRole('button', { name: 'Importer', exact: true }).click();
        await page.goto('/products?campaign=long&lang=fr&sort=product');
        const names = () => page.getByRole('rowheader').allInnerTexts();
        expect((await names()).length).toBe(100);
        await page.getByRole('link', { name: 'Page suivante' }).click();
        expect((await names())[0]).toContain('Produit 100');
        await page.getByRole('link', { name: 'Page suivante' }).click();
        expect((await names()).length).toBe(50);
        expect(await page.getByRole('link', { name: 'Page suivante' }).count()).toBe(0);
        await page.getByRole('link', { name: 'Page précédente' }).click();
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
          await page.getByRole('link', { name: 'Retirer l’échantillon' }).click();
          await page.getByRole('button', { name: 'Retirer l’échantillon' }).click();
          expect(await heading(page)).toBe('Aucune campagne pour l’instant');
        },
        { address }
      ),
    { sample: true }
  ));
