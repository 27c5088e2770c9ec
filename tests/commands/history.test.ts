import { createHash } from 'node:crypto';
import { describe, expect, test } from 'vitest';
import { execute } from '#lib/commands/registry.ts';
import type { ImportRecord } from '#lib/server/imports.ts';
import type { Store } from '#lib/server/store.ts';
import { withStore } from '#tests/server/temp-store.ts';
import { answersFile, importInto, request, smallQuestionnaire, statsOf } from './request.ts';

const questionnaire = smallQuestionnaire;

async function history(store: Store): Promise<ImportRecord[]> {
  return (await execute(store, request('imports'))).json as ImportRecord[];
}

describe('the history of an import', () => {
  test('keeps who, the digest of each file, what was left out and how it was read', () =>
    withStore(async (store) => {
      const files = [
        answersFile('a.csv', { answer: 'Yes' }, { product: 'Faux', answer: '99' }),
        answersFile('b.csv', { product: 'Bêta', criterion: 'Q2', answer: '3' })
      ];
      await importInto(store, {
        questionnaire,
        files,
        flags: ['partial'],
        options: { by: ['  Ana\n Lyste '], answer: ['Yes=3'], map: ['corridor=product'] }
      });
      const [record] = await history(store);
      expect(record).toMatchObject({
        files: ['a.csv', 'b.csv'],
        accepted: { vendors: 1, products: 2, answers: 2 },
        undone: false,
        by: 'Ana Lyste',
        origin: 'command',
        details: {
          rejected: { products: 1, rows: 1 },
          partial: true,
          profile: null,
          mapping: {
            map: [{ field: 'corridor', heading: 'product' }],
            answers: [{ said: 'Yes', means: 3 }]
          }
        },
        acts: []
      });
      expect(record?.details?.sources.map(({ name, sha256, rows }) => [name, sha256, rows])).toEqual(
        files.map(({ name, bytes }, i) => [
          name,
          createHash('sha256').update(bytes).digest('hex'),
          i === 0 ? 2 : 1
        ])
      );
    }));

  test('says nothing of a file that brought nothing new', () =>
    withStore(async (store) => {
      const first = answersFile('a.csv', { answer: '3' });
      await importInto(store, { questionnaire, files: [first] });
      await importInto(store, { files: [first, answersFile('b.csv', { product: 'Bêta' })] });
      const [latest] = await history(store);
      expect(latest?.details?.sources.map(({ name }) => name)).toEqual(['b.csv']);
      expect(latest).toMatchObject({ files: ['b.csv'], by: null });
    }));

  test('keeps every undo and restoration with its author; doing one twice is one act', () =>
    withStore(async (store) => {
      await importInto(store, { questionnaire, files: [answersFile('a.csv', { answer: '3' })] });
      const before = await statsOf(store);
      const act = (command: string, by: string) =>
        execute(store, request(command, { positionals: ['1'], options: { by: [by] } }));
      expect((await act('undo', 'A')).text).toBe('import 1 undone\n');
      expect(await act('undo', 'B')).toMatchObject({
        exit: 0,
        text: 'import 1 was undone before: nothing changed\n'
      });
      expect((await statsOf(store)).overview.products).toBe(0);
      expect(await act('redo', 'C')).toMatchObject({ exit: 0, json: { id: 1, undone: false } });
      expect(await statsOf(store)).toEqual(before);
      expect((await history(store))[0]).toMatchObject({
        undone: false,
        acts: [
          { act: 'undo', by: 'A' },
          { act: 'redo', by: 'C' }
        ]
      });
    }));

  test('an unknown import can’t be restored', () =>
    withStore(async (store) => {
      expect(await execute(store, request('redo', { positionals: ['7'] }))).toMatchObject({ exit: 1 });
    }));
});
