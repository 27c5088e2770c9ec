import type { Page } from 'playwright-core';
import { expect, test } from 'vitest';
import { heading, inPage, isMarked, mark, open } from './browser.ts';

/** Holds back scripts that come from now on, as a slow network would, until the answer is called. */
async function holdScripts(page: Page): Promise<() => void> {
  let release: () => void = () => {};
  const released = new Promise<void>((resolve) => (release = resolve));
  await page.route('**/*.js', (route) => released.then(() => route.continue()));
  return release;
}

test('a choice made before the scripts of the filters have come counts, and stays', () =>
  inPage(async (page) => {
    await open(page, '/criteria?campaign=v2&lang=fr');
    const before = await heading(page);
    await mark(page);
    const release = await holdScripts(page);
    await page.getByText('Couloir tous').click();
    await page.getByRole('checkbox', { name: 'Hôpital' }).check();
    await expect.poll(() => page.url()).toContain('corridor=H');
    release();
    await expect.poll(() => heading(page)).not.toBe(before);
    await page.getByText('Couloir Hôpital').waitFor();
    expect(await page.getByRole('checkbox', { name: 'Hôpital' }).isChecked()).toBe(true);
    expect(await isMarked(page)).toBe(true);
  }));

test('a button pressed before its scripts have come does its work once they have', () =>
  inPage(
    async (page) => {
      await open(page, '/criteria?campaign=v2&lang=fr');
      const release = await holdScripts(page);
      await page.getByRole('button', { name: 'Copier le lien' }).click();
      release();
      await page.getByText('Lien copié').waitFor();
      expect(await page.evaluate(() => navigator.clipboard.readText())).toContain('/criteria?campaign=v2');
    },
    { permissions: ['clipboard-read', 'clipboard-write'] }
  ));

test('what is far down the page of calibration reacts once it is scrolled to', () =>
  inPage(async (page) => {
    await open(page, '/calibration?campaign=v2&lang=fr');
    const chart = page.locator('#frontier .chart');
    expect(await chart.getAttribute('tabindex')).toBeNull();
    await chart.scrollIntoViewIfNeeded();
    await expect.poll(() => chart.getAttribute('tabindex')).toBe('0');
  }));

test('what was typed and chosen in a part stays when its scripts come', () =>
  inPage(async (page) => {
    await open(page, '/calibration?campaign=v2&lang=fr');
    const form = page.locator('#create');
    await form.getByLabel('Nom du nouveau scénario').fill('Essai');
    await form.getByLabel('À partir de').selectOption({ label: 'niveaux cibles du questionnaire' });
    await page.getByText('Couloir tous').click();
    await page.getByRole('checkbox', { name: 'Hôpital' }).check();
    await page.locator('#create[action*="corridor"]').waitFor();
    expect(await form.getByLabel('Nom du nouveau scénario').inputValue()).toBe('Essai');
    expect(await form.getByLabel('À partir de').inputValue()).toBe('');
  }));
