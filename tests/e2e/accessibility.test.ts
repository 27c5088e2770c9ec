import axe from 'axe-core';
import type { Page } from 'playwright-core';
import { expect, test } from 'vitest';
import { desk, inPage, open, phone } from './browser.ts';
import { pages } from './pages.ts';
import { withServer } from './served.ts';

const schemes = ['light', 'dark'] as const;
const languages = ['fr', 'en'] as const;

/** What axe finds wrong, each with the places where it found it. */
async function violations(page: Page): Promise<string[]> {
  const results = await page.evaluate(() => (window as unknown as { axe: typeof axe }).axe.run(document));
  return results.violations.flatMap(({ id, help, nodes }) =>
    nodes
      .slice(0, 6)
      .map(({ target, failureSummary }) => `${id}: ${help}\n${target.join(' ')}\n${failureSummary}`)
  );
}

/** The page as it is now, in both themes and on a desk and a phone. */
async function expectNoViolation(page: Page, widths = [desk, phone]): Promise<void> {
  await page.evaluate(axe.source);
  for (const colorScheme of schemes) {
    for (const viewport of widths) {
      await page.emulateMedia({ colorScheme });
      await page.setViewportSize(viewport);
      expect(await violations(page), `${page.url()} ${colorScheme} ${viewport.width} px`).toEqual([]);
    }
  }
}

for (const language of languages) {
  test.each(pages)(`axe finds nothing in %s in ${language}, in both themes, on desk and phone`, (path) =>
    inPage(async (page) => {
      await open(page, `${path}&lang=${language}`);
      await expectNoViolation(page);
    })
  );

  test.each([
    ['unknown campaign', '/?campaign=nope', 404],
    ['unknown page', '/nowhere?', 404],
    ['impossible setting', '/?bands=9,5', 400]
  ])(`axe finds nothing in the error page of an %s in ${language}`, (_, path, status) =>
    inPage(
      async (page) => {
        await page.goto(`${path}&lang=${language}`);
        await expectNoViolation(page);
      },
      { expected: new RegExp(`status of ${status}`) }
    )
  );
}

test('axe finds nothing while a picker is open', () =>
  inPage(async (page) => {
    for (const picker of ['Couloir tous', 'Thème tous', 'Réglages', 'Campagne 2026']) {
      await open(page, '/?campaign=v2&lang=fr');
      await page.getByText(picker).first().click();
      await page.locator('details[open]').first().waitFor();
      await expectNoViolation(page, [picker === 'Réglages' ? phone : desk]);
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
    await expectNoViolation(page, [desk]);
  }));

test('axe finds nothing in a filter that matches nothing', () =>
  inPage(async (page) => {
    for (const path of ['/', '/criteria', '/products']) {
      await open(page, `${path}?campaign=v2&lang=fr&corridor=inconnu`);
      await expectNoViolation(page, [desk]);
      await open(page, `${path}?campaign=v2&lang=fr&theme=inconnu`);
      await expectNoViolation(page, [phone]);
    }
  }));

test('axe finds nothing in the empty application and in the report of an import with errors', () =>
  withServer(({ address }) =>
    inPage(
      async (page) => {
        for (const path of ['/', '/criteria', '/products', '/imports']) {
          await open(page, `${path}?lang=fr`);
          await expectNoViolation(page, path === '/' ? [desk, phone] : [desk]);
        }
        const answers = Buffer.from('product,vendor,Q01,Q02\nAlpha,,9,2\n');
        await page.getByLabel('Code de la campagne').fill('v1');
        await page.getByLabel('Questionnaire (CSV)').setInputFiles('data/sample/questionnaire-2025.csv');
        await page
          .getByLabel(/^Réponses/)
          .setInputFiles({ name: 'a.csv', mimeType: 'text/csv', buffer: answers });
        await page.getByRole('button', { name: 'Envoyer et vérifier' }).click();
        await page.getByRole('heading', { name: /problèmes$/ }).waitFor();
        await expectNoViolation(page);
      },
      { address }
    )
  ));
