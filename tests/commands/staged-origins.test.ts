import { expect, test } from 'vitest';
import { checkStaged, choicesOf } from '#lib/commands/staged-check.ts';
import { stagedView } from '#lib/commands/staged-view.ts';
import type { Locale } from '#lib/i18n/locale.ts';
import * as staging from '#lib/server/staging.ts';
import type { Store } from '#lib/server/store.ts';
import { zip } from '#tests/ingest/containers/zip-writer.ts';
import { withStore } from '#tests/server/temp-store.ts';
import { apply, questionnaire } from './staged.ts';

const form =
  'ID;Heure de début;Heure de fin;Nom;Produit;Éditeur;Q1;Q2;Q3\n' +
  '1;14/03/2025 08:00:00;14/03/2025 10:21:33;Une Personne;Alpha;Acme;2;1;1\n';

async function* once(bytes: Uint8Array) {
  yield bytes;
}

async function stageFile(store: Store, name: string, bytes: Uint8Array) {
  const draft = await staging.begin(store.dir);
  const asked = new TextEncoder().encode(questionnaire);
  await staging.add(draft, { name: 'q.csv', role: 'questionnaire' }, once(asked));
  await staging.add(draft, { name, role: 'answers' }, once(bytes));
  return staging.finish(draft, { campaign: 'v1', campaignName: '', questionnaireOf: '' });
}

async function view(store: Store, upload: staging.Upload, locale: Locale = 'fr') {
  return stagedView(upload, await checkStaged(store, upload), await choicesOf(store.dir, upload.id), locale);
}

const plain = (lines: string[] | undefined) => lines?.map((line) => line.replaceAll('\u00a0', ' '));

test('the report says what a file was recognised as and what is not kept of it', () =>
  withStore(async (store) => {
    const upload = await stageFile(store, 'a.csv', new TextEncoder().encode(form));
    const [file] = (await view(store, upload)).files;
    expect(plain(file?.origin)).toEqual([
      'Reconnu comme Microsoft Forms : colonnes « ID », « Heure de début », « Heure de fin »',
      'Non conservé (données personnelles) : « Nom »',
      'Non conservé (ajouté par l’outil) : « ID », « Heure de début »'
    ]);
    const [english] = (await view(store, upload, 'en')).files;
    expect(english?.origin).toContain('Not kept (personal data): “Nom”');
  }));

test('a column that is left out by itself is shown as such, also after the mapping was applied', () =>
  withStore(async (store) => {
    const upload = await stageFile(store, 'a.csv', new TextEncoder().encode(form));
    const shown = async () => {
      const columns = (await view(store, upload)).shapes.flatMap(({ open }) => open);
      return columns.map(({ heading, value, options }) => [
        heading,
        options.find((option) => option.value === value)?.text,
        options.some(({ text }) => text === 'Attribut du produit')
      ]);
    };
    const expected = ['ID', 'Heure de début', 'Nom'].map((heading) => [heading, 'Ne pas garder', false]);
    expect(await shown()).toEqual(expected);
    await apply(store, upload);
    expect(await shown()).toEqual(expected);
  }));

test('files of one archive go by their own names', () =>
  withStore(async (store) => {
    const entry = (name: string, product: string) => ({
      name,
      data: `produit;éditeur;Q1;Q2;Q3\n${product};Acme;2;1;1\n`
    });
    const bytes = zip(entry('x/1.csv', 'Alpha'), entry('2.csv', 'Bêta'));
    const upload = await stageFile(store, 'all.zip', bytes);
    const { files } = await view(store, upload);
    expect(files.map(({ name }) => name)).toEqual(['all.zip/x/1.csv', 'all.zip/2.csv']);
  }));
