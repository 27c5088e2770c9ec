import { beforeAll, describe, expect, test } from 'vitest';
import { execute } from '#lib/commands/registry.ts';
import { criterionRow, delimited, file } from '#tests/ingest/builders.ts';
import { everySource, type SourceFiles } from '#tests/ingest/sources/every-source.ts';
import { fixture } from '#tests/ingest/sources/fixtures.ts';
import { withStore } from '#tests/server/temp-store.ts';
import { importInto, request, smallQuestionnaire, statsOf } from './request.ts';

const questionnaire = fixture('questionnaire.csv');

describe('palier import of a tool’s export', () => {
  const imported = ({ files, map = [], answers = [] }: SourceFiles) =>
    withStore(async (store) => {
      const options = {
        map: map.map(({ field, heading }) => `${field}=${heading}`),
        answer: answers.map(({ said }) => `${said}=NA`)
      };
      const { exit, report } = await importInto(store, { questionnaire, files: await files(), options });
      return { exit, accepted: report.accepted, stats: await statsOf(store) };
    });
  let expected: Awaited<ReturnType<typeof imported>>;
  beforeAll(async () => {
    expected = await imported({ name: 'canonical', files: () => [fixture('canonical.csv')] });
    expect(expected).toMatchObject({ exit: 0, accepted: { products: 3, vendors: 2, answers: 8 } });
  });

  test.each(everySource)('$name gives the figures of the canonical file', async (source) => {
    const { stats, ...others } = expected;
    const products = stats.products.map((one) => (source.uncorridored ? { ...one, corridor: '' } : one));
    expect(await imported(source)).toEqual({ ...others, stats: { ...stats, products } });
  });

  test('says what it was recognised as and why, in either language, and what is not kept', () =>
    withStore(async (store) => {
      const files = { _: [fixture('microsoft-forms/answers.csv')], questionnaire: [questionnaire] };
      const options = { campaign: ['v1'], map: ['product=Nom du produit'], 'dry-run': ['true'] };
      const said = async (locale: 'fr' | 'en') =>
        (await execute(store, request('import', { options, files, locale }))).messages;
      expect(await said('fr')).toEqual(
        expect.arrayContaining([
          'answers.csv: reconnu comme Microsoft Forms\u00a0: colonnes «\u00a0ID\u00a0», «\u00a0Heure de début\u00a0», «\u00a0Heure de fin\u00a0»',
          'answers.csv: non conservé (données personnelles)\u00a0: «\u00a0Adresse de messagerie\u00a0», «\u00a0Nom\u00a0»',
          'answers.csv: non conservé (ajouté par l’outil)\u00a0: «\u00a0ID\u00a0», «\u00a0Heure de début\u00a0»'
        ])
      );
      expect(await said('en')).toContain(
        'answers.csv: recognised as Microsoft Forms: columns “ID”, “Heure de début”, “Heure de fin”'
      );
    }));

  test('tells in --json the source, the reason, what is left out and what holds for the whole file', () =>
    withStore(async (store) => {
      const { report, messages } = await importInto(store, {
        questionnaire: smallQuestionnaire,
        files: [file('critère,réponse\nQ1,2\nTitre,\nQ2,1\n', 'Acme - Suite.csv')],
        options: { product: ['Autre'] }
      });
      expect(report.files).toMatchObject([
        {
          source: 'one-product',
          reason: 'recognised as file of one product: columns “critère”, “réponse”',
          constants: [
            { field: 'product', value: 'Autre', from: 'option' },
            { field: 'vendor', value: 'Acme', from: 'file' }
          ],
          passedOver: 1
        }
      ]);
      expect(messages).toContain('Acme - Suite.csv: product = “Autre” (by --product)');
      expect(messages).toContain('Acme - Suite.csv: vendor = “Acme” (by the file’s name)');
      expect(messages).toContain(
        'Acme - Suite.csv: 1\u00a0row without an answer to a criterion (titles, header)'
      );
    }));

  test('reads it as another where --source says so, and keeps that in a profile, but not whose it is', () =>
    withStore(async (store) => {
      const files = [file('Timestamp,produit,éditeur,Q1,Q2\nx,P,V,1,2\n', 'a.csv')];
      const canonical = { source: ['Canonical'], 'save-profile': ['mien'], vendor: ['Autre'] };
      const first = await importInto(store, { questionnaire: smallQuestionnaire, files, options: canonical });
      expect(first).toMatchObject({
        exit: 0,
        report: { files: [{ source: 'canonical' }], accepted: { products: 1 } }
      });
      const again = await importInto(store, { files, options: { profile: ['mien'] }, flags: ['dry-run'] });
      expect(again.report.files).toMatchObject([{ source: 'canonical', constants: [] }]);
    }));

  test.each<[string, Record<string, string[]>, RegExp]>([
    ['an unknown source', { source: ['excel'] }, /canonical, limesurvey, .*one-product/],
    ['a blank vendor', { vendor: [' '] }, /--vendor needs a name/],
    ['one product for two files', { product: ['X'] }, /--product is for one file/]
  ])('refuses %s as a misuse', (_, options, message) =>
    withStore(async (store) => {
      const two = [file('a', 'a.csv'), file('b', 'b.csv')];
      const { exit, messages } = await importInto(store, { questionnaire, files: two, options });
      expect(exit).toBe(2);
      expect(messages.join()).toMatch(message);
    })
  );

  test('says which level an answer resembles, and how to confirm it', () =>
    withStore(async (store) => {
      const { exit, report } = await importInto(store, {
        questionnaire: smallQuestionnaire,
        files: [file(delimited([{ product: 'P', vendor: 'V', Q1: 'en parties', Q2: 'bleu' }]), 'a.csv')]
      });
      expect(exit).toBe(1);
      expect(report.issues.map(({ message }) => message)).toEqual([
        expect.stringMatching(/If it is level 2 \(“En partie”\), confirm by --answer "Q1:en parties=2"\.$/),
        expect.not.stringContaining('--answer')
      ]);
      expect(criterionRow()['level_2_fr']).toBe('En partie');
    }));
});
