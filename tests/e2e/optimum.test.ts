import type { Page } from 'playwright-core';
import { expect, test } from 'vitest';
import { follow, heading, inPage, open, overflow, phone, withoutScripts } from './browser.ts';
import { sampleStore } from './sample-store.ts';
import { withServer } from './served.ts';

const optimum = '/calibration/optimum?campaign=v2&lang=fr';

/** From the form of constraints to a scenario, and back to what it means. */
async function optimumUnderFloor(page: Page): Promise<void> {
  await page.getByLabel('Hôpital').selectOption({ label: '30\u00a0%' });
  await page.getByLabel('Imagerie').selectOption({ label: '30\u00a0%' });
  await page.getByLabel('Nombre d’exigences de l’optimum').fill('14');
  await page.getByRole('button', { name: 'Chercher' }).click();
  await page.waitForURL(/corridor-floor/);
  await page.getByRole('heading', { level: 1, name: /respectent 14\sexigences/ }).waitFor();
  const address = new URL(page.url());
  expect(address.searchParams.getAll('corridor-floor').filter(Boolean)).toEqual([
    'Hôpital=30',
    'Imagerie=30'
  ]);
  expect(await heading(page)).toMatch(/^Au mieux, \d+\sproduits sur 74 respectent 14\sexigences à la fois$/);
  await page.getByLabel('Nom du scénario').fill('Optimum à 14');
  await follow(page.getByRole('button', { name: 'Créer le scénario' }));
  expect(new URL(page.url()).searchParams.get('scenario')).toBe('Optimum à 14');
}

/** Of n products the number that the optimum's page and the scenario's own page name. */
async function passing(page: Page): Promise<number> {
  return Number(/\d+/.exec(await heading(page))?.[0]);
}

async function compareAndTake(page: Page): Promise<void> {
  await page.goto(`${page.url()}&compare=${encodeURIComponent('Socle d’octobre')}`);
  const comparison = page.locator('#comparison');
  await comparison.getByRole('row').filter({ hasText: 'Exigences obligatoires' }).waitFor();
  expect(await comparison.locator('h2').innerText()).toMatch(/^Scénario B/);
  const part = page.locator('.scenarios');
  await part.getByRole('button', { name: 'Figer' }).click();
  await page.locator('[name="status.Q18"]:disabled').waitFor();
  const csv = page.url().replace('/calibration', '/calibration/scenario.csv');
  expect(await (await page.request.get(csv)).text()).toMatch(/mandatory|obligatoire/);
  const curve = page.url().replace('/calibration', '/figures/calibration/frontier.csv');
  expect((await (await page.request.get(curve)).text()).split('\r\n').length).toBeGreaterThan(20);
}

async function walk(page: Page, change: (page: Page) => Promise<void>): Promise<void> {
  await page.goto(optimum);
  await optimumUnderFloor(page);
  const before = await passing(page);
  expect(before).toBeGreaterThan(0);
  await change(page);
  await page.getByRole('button', { name: 'Enregistrer' }).click();
  await page.locator('.outcome.stored').waitFor();
  const after = await passing(page);
  expect(after).toBeLessThan(before);
  await compareAndTake(page);
}

test('with scripts: an optimum under a floor becomes a scenario; a level moved, compared, frozen, taken away', () =>
  withServer(
    ({ address }) =>
      inPage(
        (page) =>
          walk(page, async () => {
            const before = await heading(page);
            await page.locator('input[name="level.Q18"][value="4"]').check({ force: true });
            await page.waitForFunction(
              (text) => document.querySelector('h1')?.textContent.trim() !== text,
              before
            );
          }),
        { address }
      ),
    { sample: true, fill: sampleStore }
  ));

test('without scripts: the same', () =>
  withServer(
    ({ address }) =>
      withoutScripts(
        (page) => walk(page, () => page.locator('input[name="level.Q18"][value="4"]').check({ force: true })),
        { address }
      ),
    { sample: true, fill: sampleStore }
  ));

test('constraints that contradict each other are told, and the page fits phones', () =>
  inPage(async (page) => {
    await open(page, `${optimum}&include=Q01&exclude=Q01`);
    await page.getByRole('alert').getByText('Q01 est à la fois imposé').waitFor();
    await open(page, optimum);
    await page.setViewportSize(phone);
    expect(await overflow(page)).toEqual([]);
  }));
