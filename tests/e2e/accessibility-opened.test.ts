import { test } from 'vitest';
import { expectNoViolation, on } from './axe.ts';
import { desk, inPage, open, phone } from './browser.ts';
import { withServer } from './served.ts';

test('axe finds nothing while a picker is open', () =>
  inPage(async (page) => {
    for (const picker of ['Couloir tous', 'Thème tous', 'Réglages', 'Campagne 2026']) {
      await open(page, '/?campaign=v2&lang=fr');
      await page.getByText(picker).first().click();
      await page.locator('details[open]').first().waitFor();
      await expectNoViolation(page, on(picker === 'Réglages' ? phone : desk));
    }
  }));

test('axe finds nothing while every table and an export menu are open', () =>
  inPage(async (page) => {
    await open(page, '/?campaign=v2&lang=fr');
    for (const summary of await page.getByText('Tableau', { exact: true }).all()) await summary.click();
    await page.getByText('Exporter', { exact: true }).first().click();
    await expectNoViolation(page);
  }));

test('axe finds nothing in charts that the browser drew, nor beside a tooltip', () =>
  inPage(async (page) => {
    await open(page, '/?campaign=v2&lang=fr');
    await page.getByText('Couloir tous').click();
    await page.getByRole('checkbox', { name: 'Hôpital' }).check();
    await page.waitForURL(/corridor=/);
    await page.getByRole('figure').first().getByRole('group').first().focus();
    await page.keyboard.press('ArrowRight');
    await page.getByRole('status').waitFor();
    await expectNoViolation(page, on(desk));
  }));

test('axe finds nothing in a filter that matches nothing', () =>
  inPage(async (page) => {
    for (const path of ['/', '/criteria', '/products']) {
      await open(page, `${path}?campaign=v2&lang=fr&corridor=inconnu`);
      await expectNoViolation(page, [['light', desk, 'all']]);
      await open(page, `${path}?campaign=v2&lang=fr&theme=inconnu`);
      await expectNoViolation(page, [['dark', phone, 'all']]);
    }
  }));

test('axe finds nothing in the empty application and in the report of an import with errors', () =>
  withServer(({ address }) =>
    inPage(
      async (page) => {
        for (const path of ['/', '/criteria', '/products', '/imports']) {
          await open(page, `${path}?lang=fr`);
          await expectNoViolation(page);
        }
        const answers = Buffer.from('product,vendor,Q01,Q02\nAlpha,,9,2\n');
        await page.getByLabel('Code de la campagne').fill('v1');
        await page.getByLabel('Questionnaire (CSV').setInputFiles('data/sample/questionnaire-2025.csv');
        await page
          .getByLabel(/^Réponses/)
          .setInputFiles({ name: 'a.csv', mimeType: 'text/csv', buffer: answers });
        await page.getByRole('button', { name: 'Envoyer et vérifier' }).click();
        await page.locator('h2#problems').waitFor();
        await expectNoViolation(page);
      },
      { address }
    )
  ));
