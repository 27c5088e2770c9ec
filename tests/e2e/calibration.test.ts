import { expect, test } from 'vitest';
import { desk, follow, heading, inPage, open, overflow, phone, withoutScripts } from './browser.ts';
import { sampleStore } from './sample-store.ts';
import { withServer } from './served.ts';

const socle = `/calibration?campaign=v2&lang=fr&scenario=${encodeURIComponent('Socle d’octobre')}`;
const first = /^22 produits sur 74 déclarent respecter les 14 exigences obligatoires/;
/** Without separate privileged accounts, as the sample's variant shows. */
const eased = /^29 produits sur 74 déclarent respecter les 13 exigences obligatoires/;

test('with scripts: consequences follow each change at once and are announced, before anything is kept', () =>
  inPage(async (page) => {
    await open(page, socle);
    expect(await heading(page)).toMatch(first);
    const gap = page.locator('.consequences dd').filter({ hasText: 'si l’écart constaté valait pour tous' });
    expect(await gap.innerText()).toMatch(/^22 déclarés\s; entre \d+ et \d+ si .* échantillon au hasard/);
    const tick = page.getByRole('checkbox', { name: /Q16/ });
    await tick.uncheck();
    await page.getByRole('heading', { level: 1, name: eased }).waitFor();
    expect((await page.locator('[aria-live]').allInnerTexts()).join(' ')).toContain('29');
    expect(await page.locator('.consequences .big').innerText()).toBe('29');
    expect(await gap.innerText()).toMatch(/^29 déclarés\s;/);
    const row = page.getByRole('row').filter({ has: page.getByText('Q16', { exact: true }) });
    expect((await row.innerText()).replace(/\u00a0/g, ' ')).toMatch(/29 → 22/);

    await page.locator('input[name="level.Q08"][value="3"]').check({ force: true });
    await expect.poll(() => heading(page)).not.toMatch(eased);
    await page.getByRole('button', { name: 'Annuler' }).click();
    await page.getByRole('heading', { level: 1, name: first }).waitFor();
    expect(await tick.isChecked()).toBe(true);
  }));

test('without scripts: a scenario is made from another, changed, refused, kept, frozen, removed and restored', () =>
  withServer(
    ({ address }) =>
      withoutScripts(
        async (page) => {
          await page.goto(socle);
          const part = page.locator('.scenarios');
          await part.getByLabel('Nom du nouveau scénario').fill('Essai');
          await follow(part.getByRole('button', { name: 'Créer' }));
          expect(new URL(page.url()).searchParams.get('scenario')).toBe('Essai');
          expect(await heading(page)).toMatch(first);

          await page.locator('[name="status.Q16"]').selectOption('recommended');
          await page
            .locator('.line-details', { has: page.locator('[name="code.Q18"]') })
            .locator('summary')
            .click();
          await page.locator('[name="code.Q18"]').fill('SSI/GEN.14');
          await follow(page.getByRole('button', { name: 'Enregistrer' }));
          await page.getByText('est déjà celui de l’exigence').waitFor();
          expect(await heading(page)).toMatch(first);
          expect(await page.locator('[name="status.Q16"]').inputValue()).toBe('recommended');
          await page.locator('[name="code.Q18"]').fill('SSI/GEN.11');
          await follow(page.getByRole('button', { name: 'Enregistrer' }));
          expect(await heading(page)).toMatch(eased);

          const other = await page.context().newPage();
          await other.goto(page.url().replace('?/save&', '?'));
          await other.locator('[name="status.Q12"]').selectOption('recommended');
          await follow(other.getByRole('button', { name: 'Enregistrer' }));
          await page.locator('[name="status.Q12"]').selectOption('candidate');
          await follow(page.getByRole('button', { name: 'Enregistrer' }));
          await page.getByText('Quelqu’un a changé ce scénario').waitFor();
          expect(await page.locator('[name="status.Q12"]').inputValue()).toBe('candidate');
          await page.locator('[name="status.Q12"]').selectOption('mandatory');
          await follow(page.getByRole('button', { name: 'Enregistrer' }));
          expect(await heading(page)).toMatch(eased);

          await follow(part.getByRole('button', { name: 'Figer' }));
          expect(await page.locator('[name="status.Q16"]').isDisabled()).toBe(true);
          await follow(part.getByRole('button', { name: 'Supprimer' }));
          expect(await heading(page)).toMatch(first);
          await follow(part.getByRole('button', { name: 'Rétablir' }));
          expect(await heading(page)).toMatch(eased);
          await page.getByText('Historique', { exact: true }).click();
          const acts = await page.locator('.aside tbody tr').allInnerTexts();
          expect(acts.map((row) => /(créé|modifié|figé|supprimé|rétabli)/.exec(row)?.[0])).toEqual([
            'rétabli',
            'supprimé',
            'figé',
            'modifié',
            'modifié',
            'modifié',
            'créé'
          ]);
        },
        { address, expected: /status of 422/ }
      ),
    { sample: true, fill: sampleStore }
  ));

test('what is taken away as CSV, JSON and XLSX is the scenario; phones see the consequences first', () =>
  inPage(async (page) => {
    await open(page, socle);
    const get = (format: string) =>
      page.request.get(socle.replace('/calibration', `/calibration/scenario.${format}`));
    const lines = (await (await get('json')).json()) as unknown[];
    expect(lines).toHaveLength(35);
    expect((await (await get('csv')).text()).split('\r\n')).toHaveLength(37);
    expect((await (await get('xlsx')).body()).subarray(0, 2).toString()).toBe('PK');
    expect((await get('doc')).status()).toBe(404);
    for (const viewport of [phone, desk, { width: 360, height: 700 }]) {
      await page.setViewportSize(viewport);
      expect(await overflow(page)).toEqual([]);
    }
    await page.setViewportSize(phone);
    const top = async (selector: string) => (await page.locator(selector).boundingBox())?.y ?? 0;
    expect(await top('.consequences')).toBeLessThan(await top('form.list'));
    const left = page.locator('tbody.left').first();
    expect(await left.isVisible()).toBe(false);
    await page.getByText('Les 8 non retenues', { exact: true }).click();
    expect(await left.isVisible()).toBe(true);
  }));
