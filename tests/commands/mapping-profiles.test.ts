import path from 'node:path';
import { describe, expect, test } from 'vitest';
import { contents, openStore, type Store } from '#lib/server/store.ts';
import * as profiles from '#lib/server/profiles.ts';
import { criterionRow, delimited, file } from '#tests/ingest/builders.ts';
import { inTempDir, withStore } from '#tests/server/temp-store.ts';
import { importInto } from './request.ts';

const questionnaire = file(
  delimited([criterionRow(), criterionRow({ code: 'Q2', scope: 'conditional' })]),
  'questionnaire.csv'
);

/** One respondent; `;` and Windows-1252 would be read wrongly if not asked for. */
function survey(id: string, extra = '') {
  return file(`Nom|Maison|Un|Deux|Q9${extra}\n${id}|Acme|Oui|NSP|x${extra && '|z'}\n`, `${id}.csv`);
}

const mapping = {
  map: ['product=Nom', 'vendor=Maison', 'Q1=Un', 'Q2=Deux'],
  answer: ['NSP=NA'],
  ignore: ['Q9'],
  delimiter: ['|'],
  encoding: ['utf-8']
};

async function names(store: Store) {
  return store.read(profiles.names);
}

describe('--save-profile', () => {
  test('saves the mapping with the import, and --profile reads the next file with it', () =>
    withStore(async (store) => {
      const saved = await importInto(store, {
        questionnaire,
        files: [survey('7')],
        options: { ...mapping, 'save-profile': ['Sphinx'] }
      });
      expect(saved).toMatchObject({ exit: 0, report: { stored: true, issues: [] } });
      expect(saved.messages).toContain('profile “Sphinx” saved');
      const bare = await importInto(store, { files: [survey('8')] });
      expect(bare.exit).toBe(1);
      const { exit, report } = await importInto(store, {
        files: [survey('8')],
        options: { profile: [' SPHINX '] }
      });
      expect({ exit, stored: report.stored, issues: report.issues, accepted: report.accepted }).toEqual({
        exit: 0,
        stored: true,
        issues: [],
        accepted: { vendors: 1, products: 1, answers: 1 }
      });
    }));

  test('keeps it when the store is opened again', () =>
    inTempDir(async (dir) => {
      const first = await openStore(path.join(dir, 'store'));
      await importInto(first, {
        questionnaire,
        files: [survey('7')],
        options: { ...mapping, 'save-profile': ['a'] }
      });
      first.close();
      const second = await openStore(path.join(dir, 'store'));
      expect(await names(second)).toEqual(['a']);
      second.close();
    }));

  test('saves it too where all answers were stored before', () =>
    withStore(async (store) => {
      await importInto(store, { questionnaire, files: [survey('7')], options: mapping });
      const { exit, report } = await importInto(store, {
        files: [survey('7')],
        options: { ...mapping, 'save-profile': ['a'] }
      });
      expect({ exit, stored: report.stored, codes: report.issues.map(({ code }) => code) }).toEqual({
        exit: 0,
        stored: false,
        codes: ['already_imported']
      });
      expect(await names(store)).toEqual(['a']);
    }));

  test.each<[string, Record<string, string[]>, string[]]>([
    ['was only checked', mapping, ['dry-run']],
    ['was refused', { ...mapping, ignore: [] }, []],
    ['is mistaken', { ...mapping, map: [...mapping.map, 'Q8=Nom'] }, ['partial']]
  ])('saves nothing where the import %s, and says so', (_, options, flags) =>
    withStore(async (store) => {
      const before = await store.read(contents);
      const { messages } = await importInto(store, {
        questionnaire,
        files: [survey('7')],
        options: { ...options, 'save-profile': ['a'] },
        flags
      });
      expect(await store.read(contents)).toEqual(before);
      expect(messages).toContain('profile “a” not saved: nothing was imported');
    })
  );

  test('with --profile saves both together, in the place of one of that name', () =>
    withStore(async (store) => {
      await importInto(store, {
        questionnaire,
        files: [survey('7')],
        options: { ...mapping, 'save-profile': ['a'] }
      });
      const options = { profile: ['a'], map: ['corridor=Zone'], 'save-profile': ['A'] };
      const { exit } = await importInto(store, { files: [survey('8', '|Zone')], options });
      expect(exit).toBe(0);
      expect(await names(store)).toEqual(['A']);
      const saved = await store.read((db) => profiles.find(db, 'a'));
      expect(saved?.map?.map(({ field }) => field)).toEqual(['product', 'vendor', 'Q1', 'Q2', 'corridor']);
      expect(saved).toMatchObject({ ignore: ['Q9'], delimiter: '|', encoding: 'utf-8' });
    }));
});

describe('--profile', () => {
  test('gives way to what is said beside it', () =>
    withStore(async (store) => {
      const options = { ...mapping, 'save-profile': ['a'] };
      await importInto(store, { questionnaire, files: [survey('7')], options });
      const beside = { profile: ['a'], map: ['product=Maison'], answer: ['nsp=3'] };
      const { report, messages } = await importInto(store, { files: [survey('8')], options: beside });
      expect(report.accepted).toEqual({ vendors: 1, products: 1, answers: 2 });
      expect(messages).toContain('8.csv: product = “Maison” (by --map)');
    }));

  test('may explain answers that a file does not give', () =>
    withStore(async (store) => {
      const options = { ...mapping, 'save-profile': ['a'] };
      await importInto(store, { questionnaire, files: [survey('7')], options });
      const plain = file('Nom|Maison|Un|Deux|Q9\n8|Acme|Oui|Non|x\n', 'plain.csv');
      const { report } = await importInto(store, { files: [plain], options: { profile: ['a'] } });
      expect(report).toMatchObject({ stored: true, issues: [] });
    }));

  test('that does not exist is refused, and those that do are named', () =>
    withStore(async (store) => {
      const unknown = async () =>
        importInto(store, { questionnaire, files: [survey('8')], options: { profile: ['b'] } });
      const none = await unknown();
      expect(none).toMatchObject({
        exit: 1,
        report: { stored: false, issues: [{ code: 'unknown_profile', value: 'b' }] }
      });
      expect(none.messages.join()).toContain('There is no profile “b”. No profile is saved.');
      for (const name of ['Zèbre', 'a']) {
        await importInto(store, {
          questionnaire,
          files: [survey(name)],
          options: { ...mapping, 'save-profile': [name] }
        });
      }
      expect((await unknown()).messages.join()).toContain(
        'There is no profile “b”. Saved profiles: a, Zèbre.'
      );
    }));
});
