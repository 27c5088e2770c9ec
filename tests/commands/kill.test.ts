import { existsSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { setTimeout } from 'node:timers/promises';
import { expect, test } from 'vitest';
import { fileOnDisk } from '#lib/commands/file-on-disk.ts';
import { importFiles } from '#lib/commands/import-files.ts';
import * as imports from '#lib/server/imports.ts';
import { openStore, type Store } from '#lib/server/store.ts';
import { all } from '#lib/server/sql.ts';
import { criterionRow, delimited } from '#tests/ingest/builders.ts';
import { inTempDir } from '#tests/server/temp-store.ts';
import { ended, startPalier } from './processes.ts';
import { repetitions } from '#tests/repetitions.ts';

const kills = repetitions(5);
const products = 750;
const criteria = 40;

interface Files {
  /** What Node is to run. */
  questionnaire: string;
  answers: string;
}

function writeFiles(dir: string): Files {
  const codes = Array.from({ length: criteria }, (_, i) => `Q${i + 1}`);
  const questionnaire = path.join(dir, 'questionnaire.csv');
  writeFileSync(questionnaire, delimited(codes.map((code) => criterionRow({ code }))));
  const answers = path.join(dir, 'answers.csv');
  // long and large, so that it is read in a thread of its own
  const rows = Array.from({ length: products }, (_, p) =>
    codes.map((code, i) => `Produit numéro ${p},Éditeur ${p % 100},${code},${1 + ((p + i) % 3)}`).join('\n')
  );
  writeFileSync(answers, ['product,vendor,criterion,answer', ...rows, ''].join('\n'));
  return { questionnaire, answers };
}

function startImport(dir: string, { questionnaire, answers }: Files) {
  return startPalier(dir, ['import', '--campaign', 'v1', '--questionnaire', questionnaire, answers]);
}

/** The same import in this process. */
async function importHere(store: Store, { questionnaire, answers }: Files): Promise<void> {
  const { issues } = await importFiles(store, {
    campaign: 'v1',
    questionnaire: fileOnDisk(questionnaire, 'questionnaire.csv'),
    files: [fileOnDisk(answers, 'answers.csv')],
    partial: false,
    dryRun: false,
    read: {},
    origin: 'command'
  });
  expect(issues.filter(({ severity }) => severity === 'error')).toEqual([]);
}

interface Counts {
  campaigns: number;
  imports: number;
  responses: number;
  inForce: number;
  answers: number;
  scored: number;
}

async function counts(store: Store): Promise<Counts> {
  const [row] = await store.read((db) =>
    all<Counts>(
      db,
      `select (select count(*) from campaign)::int as campaigns, (select count(*) from import)::int as imports,
         (select count(*) from response)::int as responses, (select count(*) from answer)::int as answers,
         (select count(*) from response where in_force)::int as "inForce",
         (select count(distinct response_id) from score)::int as scored`
    )
  );
  if (!row) throw new Error('no counts');
  return row;
}

async function withStoreIn<T>(dir: string, work: (store: Store) => Promise<T>): Promise<T> {
  const store = await openStore(dir);
  try {
    return await work(store);
  } finally {
    store.close();
  }
}

/** Takes the one import back, sees that nothing of it counts any more, and puts it back. */
async function undoAndRedo(store: Store): Promise<void> {
  const [record] = await store.read((db) => imports.list(db));
  expect(await store.write((db) => imports.undo(db, record?.id ?? 0))).toBe('done');
  expect(await counts(store)).toEqual({ ...whole, inForce: 0 });
  expect(await store.write((db) => imports.redo(db, record?.id ?? 0))).toBe('done');
}

const nothing: Counts = { campaigns: 0, imports: 0, responses: 0, inForce: 0, answers: 0, scored: 0 };
const whole: Counts = {
  campaigns: 1,
  imports: 1,
  responses: products,
  inForce: products,
  answers: products * criteria,
  scored: products
};

/** Waits until the process has begun to make its store: before that there is nothing to break. */
async function hasBegun(dir: string): Promise<void> {
  while (!existsSync(path.join(dir, 'palier.duckdb'))) await setTimeout(5);
}

/** How long a whole import takes from then on. */
async function milliseconds(dir: string, files: Files): Promise<number> {
  const end = ended(startImport(dir, files));
  await hasBegun(dir);
  const begun = performance.now();
  expect(await end).toMatchObject({ exit: 0 });
  await withStoreIn(dir, async (store) => expect(await counts(store)).toEqual(whole));
  return performance.now() - begun;
}

test(
  `an import killed at any moment is wholly there or not at all, and can be undone, ${kills} times`,
  { timeout: 60_000 + kills * 15_000 },
  () =>
    inTempDir(async (parent) => {
      const files = writeFiles(parent);
      const takesMs = await milliseconds(path.join(parent, 'unharmed'), files);
      const outcomes: string[] = [];
      for (let i = 0; i < kills; i++) {
        const dir = path.join(parent, `killed-${i}`);
        const child = startImport(dir, files);
        const end = ended(child);
        await hasBegun(dir);
        const atMs = Math.round(takesMs * 1.05 * Math.random());
        await setTimeout(atMs);
        child.kill('SIGKILL');
        await end;
        await withStoreIn(dir, async (store) => {
          const found = await counts(store);
          expect([nothing, whole], `killed after ${atMs} ms: ${JSON.stringify(found)}`).toContainEqual(found);
          outcomes.push(
            `${atMs} of ${Math.round(takesMs)} ms: ${found.responses === 0 ? 'nothing' : 'whole'}`
          );
          await importHere(store, files);
          expect(await counts(store)).toEqual(whole);
          await undoAndRedo(store);
          expect(await counts(store)).toEqual(whole);
        });
      }
      if (repetitions(1) > 1) console.log(outcomes.join('\n'));
    })
);
