import { expect, test } from 'vitest';
import { fixture } from './dialogue-files.ts';
import { follow, withoutScripts } from './browser.ts';
import { sampleStore } from './sample-store.ts';
import { withServer } from './served.ts';

test('without scripts: comments come in, are refused with their places, filtered, treated, and their table is published', () =>
  withServer(
    ({ address }) =>
      withoutScripts(
        async (page) => {
          await page.goto('/consultation?campaign=v1&lang=fr');
          expect(await page.locator('h1').innerText()).toBe(
            'Aucun commentaire de consultation pour cette campagne'
          );
          const bring = async (text: string) => {
            await page.getByLabel('Fichier de commentaires').setInputFiles(fixture(text, 'c.csv'));
            await follow(page.getByRole('button', { name: 'Importer' }));
          };
          await bring('exigence;critère;organisme;position;commentaire\nIAM/1;Q12;Lac;neutre;Trop tôt\n');
          await page.getByText('ligne 2, colonne position – La position « neutre » est inconnue').waitFor();
          await bring(
            'exigence;critère;organisme;position;commentaire\nIAM/1;Q12;Lac;opposé;Trop tôt\nIAM/1;Q12;Val;opposé;trop tôt !\nIAM/2;Q13;Lac;favorable;Oui\n'
          );
          await page.getByText('Enregistré\u00a0: 3\u00a0lignes.').waitFor();

          await page.getByRole('combobox', { name: 'Position' }).selectOption('opposed');
          await follow(page.getByRole('button', { name: 'Afficher' }));
          const comments = page.locator('.comment');
          expect(await comments.count()).toBe(1);
          expect(await comments.innerText()).toContain('2\u00a0organisations');
          const treat = async (decision: string, reason: string) => {
            await comments.locator('.treatment > summary').click();
            await comments.getByLabel(decision, { exact: true }).check();
            await comments.getByLabel('Motif').fill(reason);
            await follow(comments.getByRole('button', { name: 'Enregistrer' }));
          };
          await treat('non retenu', '');
          await page.getByText('demande un motif').waitFor();
          expect(await comments.getByLabel('non retenu', { exact: true }).isChecked()).toBe(true);
          await comments.getByLabel('Motif').fill('délai déjà prévu');
          await follow(comments.getByRole('button', { name: 'Enregistrer' }));
          await page.getByText('C’est enregistré.').waitFor();
          expect(await comments.innerText()).toContain('non retenu\u00a0: délai déjà prévu');

          const csv = await (await page.request.get('/consultation.csv?campaign=v1&lang=fr')).text();
          expect(csv.split('\r\n')[1]).toMatch(
            /^IAM\/1;Q12;[^;]*;opposé;Trop tôt;"Lac ; Val";2;;;non retenu;délai déjà prévu;\d{4}/
          );
          const book = await page.request.get('/consultation.xlsx?campaign=v1&lang=fr');
          expect((await book.body()).subarray(0, 2).toString()).toBe('PK');
        },
        { address, expected: /status of 422/ }
      ),
    { sample: true, fill: sampleStore }
  ));

test('without scripts: audit forms come in with their map, and limits of eligibility stay in the address', () =>
  withServer(
    ({ address }) =>
      withoutScripts(
        async (page) => {
          await page.goto('/audits?campaign=v1&lang=fr');
          const bring = async (map: string, forms: string) => {
            await page.getByLabel('Table des contrôles').setInputFiles(fixture(map, 'map.csv'));
            await page
              .getByLabel('Fiches d’audit', { exact: true })
              .setInputFiles(fixture(forms, 'forms.csv'));
            await follow(page.getByRole('button', { name: 'Importer' }));
          };
          const head = 'éditeur;produit;contrôle;résultat;date de dépôt\n';
          await bring(
            'contrôle;critère;gravité\nC1;Q99;haute\n',
            `${head}Klermoa;Agenda;C1;raté;2026-06-01\n`
          );
          await page.getByText('map.csv, ligne 2, colonne critère').waitFor();
          await page.getByText('forms.csv, ligne 2, colonne résultat').waitFor();
          await bring(
            'contrôle;critère;gravité\nC1;Q12;haute\n',
            `${head}Klermoa;Agenda;C1;non conforme;2026-06-01\n`
          );
          await page.getByText('Enregistré\u00a0: 1\u00a0ligne.').waitFor();
          const row = page.locator('#forms tbody tr');
          expect(await row.innerText()).toMatch(/Agenda.*non.*sans date/s);
          await page.getByLabel('de gravité haute, au plus').fill('1');
          await follow(page.getByRole('button', { name: 'Appliquer' }).last());
          expect(page.url()).toContain('high=1');
          expect(await row.innerText()).toMatch(/\boui\b/);
        },
        { address, expected: /status of 422/ }
      ),
    { sample: true, fill: sampleStore }
  ));
