import { writeFile } from 'node:fs/promises';
import path from 'node:path';
import { expect, test } from 'vitest';
import { randomWords } from '#lib/maturity/random.ts';
import { delimited } from '#tests/ingest/builders.ts';
import { heading, inPage, open, withoutScripts } from './browser.ts';
import { sampleStore } from './sample-store.ts';
import { palier, withServer } from './served.ts';

/** Answers without any order in them: a search of their frontier takes all the time that it is given. */
async function importNoise(data: string): Promise<void> {
  const words = randomWords(3);
  const codes = Array.from({ length: 80 }, (_, i) => `C${i + 1}`);
  const questionnaire = codes.map((code) => ({
    code,
    theme: 'Accès',
    scope: 'common',
    label_fr: code,
    target: '2',
    level_1_fr: 'non',
    level_2_fr: 'oui'
  }));
  const answers = Array.from({ length: 400 }, (_, p) => ({
    product: `P${p}`,
    vendor: `V${p}`,
    ...Object.fromEntries(codes.map((code) => [code, words() / 2 ** 32 < 0.6 ? '2' : '1']))
  }));
  const [q, a] = [path.join(data, '../q.csv'), path.join(data, '../a.csv')];
  await writeFile(q, delimited(questionnaire));
  await writeFile(a, delimited(answers));
  await palier(data, 'import', '--campaign', 'bruit', '--questionnaire', q, a);
}

const optimum = '/calibration/optimum?campaign=bruit&lang=fr&seconds=1';

test('a long search says how far it is, is stopped at will, and ends on its result; without scripts it is waited for', () =>
  withServer(
    async ({ address }) => {
      await inPage(
        async (page) => {
          await open(page, optimum);
          const before = await heading(page);
          await page.getByLabel('Nombre d’exigences de l’optimum').fill('9');
          await page.getByLabel('Temps de recherche, en secondes').fill('60');
          await page.getByRole('button', { name: 'Chercher' }).click();
          await page.getByRole('progressbar', { name: 'produits admis' }).waitFor();
          await page.getByRole('button', { name: 'Arrêter' }).click();
          await page.getByRole('progressbar').waitFor({ state: 'detached' });
          expect(await heading(page)).toBe(before);

          await page.getByLabel('Temps de recherche, en secondes').fill('2');
          await page.getByRole('button', { name: 'Chercher' }).click();
          await page.getByRole('progressbar', { name: 'à un niveau près' }).waitFor();
          await page.getByRole('heading', { level: 1, name: /respecte(nt)? 9\sexigences/ }).waitFor();
          expect(new URL(page.url()).searchParams.get('seconds')).toBe('2');
          await page.getByRole('link', { name: 'Chercher plus longtemps' }).click();
          await page.getByRole('progressbar').waitFor();
          await page.getByRole('button', { name: 'Arrêter' }).click();
          await page.getByRole('link', { name: 'Chercher plus longtemps' }).waitFor();
        },
        { address }
      );
      await withoutScripts(
        async (page) => {
          await page.goto(`${optimum}&size=9`);
          expect(await heading(page)).toMatch(/respecte(nt)? 9\sexigences/);
        },
        { address }
      );
    },
    { fill: importNoise }
  ));

test('the stream of a search tells its progress and ends; what can’t be searched ends at once', () =>
  withServer(
    async ({ address }) => {
      const lines = async (query: string) => {
        const response = await fetch(`${address}/calibration/search?campaign=v1&${query}`);
        return (await response.text()).split('\n').filter(Boolean);
      };
      const told = await lines('seconds=20');
      expect(told.length).toBeGreaterThan(0);
      for (const line of told)
        expect(JSON.parse(line)).toEqual({
          line: expect.stringMatching(/^(admitted|withinOne)$/) as string,
          done: expect.any(Number) as number
        });
      // kept, it has nothing more to tell
      expect(await lines('seconds=20')).toEqual([]);
      expect(await lines('include=Q01&exclude=Q01')).toEqual([]);
    },
    { sample: true, fill: sampleStore }
  ));
