import axe from 'axe-core';
import type { Page } from 'playwright-core';
import { expect, test } from 'vitest';
import { desk, inPage, open, phone } from './browser.ts';
import { pages } from './pages.ts';
import { withServer } from './served.ts';

const languages = ['fr', 'en'] as const;

/** What axe finds wrong, each with the places where it found it. */
async function violations(page: Page): Promise<string[]> {
  const results = await page.evaluate(() =>
    (window as unknown as { axe: typeof axe }).axe.run(document, { resultTypes: ['violations'] })
  );
  return results.violations.flatMap(({ id, help, nodes }) =>
    nodes
      .slice(0, 6)
      .map(({ target, failureSummary }) => `${id}: ${help}\n${target.join(' ')}\n${failureSummary}`)
  );
}

/** A page as it is looked at. */
type Look = readonly [colorScheme: 'light' | 'dark', viewport: typeof desk];

/** Both themes and both windows in two looks: what is wrong with a theme is so in any window, and the other way round. */
const looks = {
  fr: [
    ['light', desk],
    ['dark', phone]
  ],
  en: [
    ['dark', desk],
    ['light', phone]
  ]
} as const satisfies Record<string, readonly Look[]>;

/** In both themes. */
function on(viewport: typeof desk): Look[] {
  return [
    ['light', viewport],
    ['dark', viewport]
  ];
}

/** The page as it is now. */
async function expectNoViolation(page: Page, given: readonly Look[] = looks.fr): Promise<void> {
  await page.evaluate(axe.source);
  for (const [colorScheme, viewport] of given) {
    await page.emulateMedia({ colorScheme });
    await page.setViewportSize(viewport);
    expect(await violations(page), `${page.url()} ${colorScheme} ${viewport.width} px`).toEqual([]);
  }
}

for (const language of languages) {
  test.each(pages)(`axe finds nothing in %s in ${language}, in both themes, on desk and phone`, (path) =>
    inPage(async (page) => {
      await open(page, `${path}&lang=${language}`);
      await expectNoViolation(page, looks[language]);
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
        await expectNoViolation(page, looks[language]);
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
      await expectNoViolation(page, [['light', desk]]);
      await open(page, `${path}?campaign=v2&lang=fr&theme=inconnu`);
      await expectNoViolation(page, [['dark', phone]]);
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
        await page.getByLabel('Questionnaire (CSV)').setInputFiles('data/sample/questionnaire-2025.csv');
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
