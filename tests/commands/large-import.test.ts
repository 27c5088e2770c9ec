import { execFile } from 'node:child_process';
import { writeFileSync } from 'node:fs';
import path from 'node:path';
import { promisify } from 'node:util';
import { expect, inject, test } from 'vitest';
import { fileOnDisk } from '#lib/commands/file-on-disk.ts';
import { importFiles } from '#lib/commands/import-files.ts';
import { delegate, listen } from '#lib/commands/remote.ts';
import type { InputFile } from '#lib/ingest/types.ts';
import { contents, openStore } from '#lib/server/store.ts';
import { all } from '#lib/server/sql.ts';
import { criterionRow, delimited, file } from '#tests/ingest/builders.ts';
import { inTempDir, withStore } from '#tests/server/temp-store.ts';
import { palier } from './processes.ts';

const codes = Array.from({ length: 40 }, (_, i) => `Q${i + 1}`);
const products = 1200;

function level(product: number, criterion: number): number {
  return 1 + ((product * 7 + criterion * 5 + ((product * criterion) % 3)) % 3);
}

/** Above a mebibyte, so that it is read apart; rows of a product stand apart from each other. */
function writeFiles(dir: string, wrong = '') {
  const questionnaire = path.join(dir, 'questionnaire.csv');
  writeFileSync(questionnaire, delimited(codes.map((code) => criterionRow({ code }))));
  const rows = codes.flatMap((code, c) =>
    Array.from(
      { length: products },
      (_, p) => `Produit ${p},Éditeur ${p % 90},2026-01-01,${code},${level(p, c)}`
    )
  );
  const answers = path.join(dir, 'answers.csv');
  writeFileSync(answers, ['product,vendor,date,criterion,answer', ...rows, wrong].join('\n'));
  return { questionnaire, answers };
}

function request({ questionnaire, answers }: ReturnType<typeof writeFiles>) {
  return {
    campaign: 'v1',
    questionnaire: fileOnDisk(questionnaire, 'questionnaire.csv'),
    files: [fileOnDisk(answers, 'answers.csv')],
    partial: false,
    dryRun: false,
    read: {},
    origin: 'command' as const
  };
}

interface Stored {
  product: string;
  position: number;
  answer: number;
}

test('a large file is stored as it is written, and known when it comes again', () =>
  inTempDir((dir) =>
    withStore(async (store) => {
      const asked = request(writeFiles(dir));
      expect(asked.files[0]?.path).toBeDefined();
      const report = await importFiles(store, asked);
      expect(report).toMatchObject({
        stored: true,
        accepted: { products, vendors: 90, answers: products * 40 }
      });
      const rows = await store.read((db) =>
        all<Stored>(
          db,
          `select product, position::int as position, answer::int as answer
           from response join answer on response_id = response.id where in_force`
        )
      );
      expect(rows).toHaveLength(products * 40);
      const wrong = rows.filter(
        ({ product, position, answer }) => answer !== level(Number(product.slice(8)), position)
      );
      expect(wrong).toEqual([]);
      const again = await importFiles(store, asked);
      expect(again).toMatchObject({ stored: false, issues: [{ code: 'already_imported' }] });
    })
  ));

test('its problems have their lines, and nothing of it is stored', () =>
  inTempDir((dir) =>
    withStore(async (store) => {
      const report = await importFiles(
        store,
        request(writeFiles(dir, 'Produit 0,Éditeur 0,2026-01-01,Q1,2\n'))
      );
      expect(report.stored).toBe(false);
      expect(report.issues).toMatchObject([
        { code: 'duplicate_answer', line: 2 + products * 40, detail: { first: 2 } }
      ]);
      expect(await store.read((db) => all(db, 'select id from response'))).toEqual([]);
    })
  ));

test.each([
  ['reads it where it lies', (input: InputFile) => input],
  [
    'has it sent where another file lies there',
    (input: InputFile) => ({ ...input, bytes: new Uint8Array(9) })
  ]
])('a running server %s', (_, seen) =>
  inTempDir((dir) =>
    withStore(async (store) => {
      const { questionnaire, answers } = writeFiles(dir);
      const server = await listen(store);
      try {
        const result = await delegate(store.dir, {
          command: 'import',
          positionals: [answers],
          options: { campaign: ['v1'] },
          files: {
            questionnaire: [fileOnDisk(questionnaire, 'questionnaire.csv')],
            _: [seen(fileOnDisk(answers, 'answers.csv'))]
          },
          locale: 'en'
        });
        expect(result).toMatchObject({ exit: 0, json: { accepted: { products, answers: products * 40 } } });
      } finally {
        server.close();
      }
    })
  )
);

/** A limit on the size of files stands for a disk without room: writing then fails in the same way. */
test('a disk without room is reported, and the store is as before', { timeout: 60_000 }, () =>
  inTempDir(async (dir) => {
    const data = path.join(dir, 'data');
    const { questionnaire, answers } = writeFiles(dir);
    const small = path.join(dir, 'small.csv');
    writeFileSync(small, 'product,vendor,Q1\nA,B,1\n');
    const words = ['import', '--campaign', 'v1', '--questionnaire', questionnaire];
    expect(await palier(data, ...words, small)).toMatchObject({ exit: 0 });
    const before = await contentsOf(data);
    // the signal that comes with the limit is ignored, as there is none where a disk is full
    const limited = `trap '' XFSZ; ulimit -f 64; exec "$0" "$@"`;
    const env = { ...process.env, PALIER_DATA: data };
    const run = promisify(execFile)(
      'bash',
      ['-c', limited, process.execPath, inject('command'), ...words, answers],
      { env }
    );
    await expect(run).rejects.toThrow(/no room left/);
    expect(await contentsOf(data)).toEqual(before);
    expect(await palier(data, ...words, answers)).toMatchObject({ exit: 0 });
  })
);

async function contentsOf(dir: string) {
  const store = await openStore(dir);
  try {
    return await store.read(contents);
  } finally {
    store.close();
  }
}

test('the start of a file is all that is loaded of it', () =>
  inTempDir((dir) => {
    const { answers, questionnaire } = writeFiles(dir);
    expect(fileOnDisk(answers, 'a')).toMatchObject({ name: 'a', path: answers });
    expect(fileOnDisk(answers, 'a').bytes).toHaveLength(2 ** 20);
    expect(fileOnDisk(questionnaire, 'q')).toEqual({
      ...file(''),
      name: 'q',
      bytes: expect.any(Uint8Array) as unknown
    });
    return Promise.resolve();
  }));
