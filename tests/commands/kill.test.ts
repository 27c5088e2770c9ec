import { writeFileSync } from 'node:fs';
import path from 'node:path';
import { setTimeout } from 'node:timers/promises';
import { expect, test } from 'vitest';
import * as imports from '#lib/server/imports.ts';
import { openStore } from '#lib/server/store.ts';
import { all } from '#lib/server/sql.ts';
import { criterionRow, delimited } from '#tests/ingest/builders.ts';
import { inTempDir } from '#tests/server/temp-store.ts';
import { ended, palier, startPalier } from './processes.ts';

const kills = Number(process.env['PALIER_KILLS'] ?? 5);
const products = 3000;
const criteria = 60;

function writeFiles(dir: string) {
  const codes = Array.from({ length: criteria }, (_, i) => `Q${i + 1}`);
  const questionnaire = path.join(dir, 'questionnaire.csv');
  writeFileSync(questionnaire, delimited(codes.map((code) => criterionRow({ code }))));
  const answers = path.join(dir, 'answers.csv');
  // long and large, so that it is read in a thread of its own
  const rows = Array.from({ length: products }, (_, p) =>
    codes.map((code, i) => `P${p},V${p % 100},${code},${1 + ((p + i) % 3)}`).join('\n')
  );
  writeFileSync(answers, ['product,vendor,criterion,answer', ...rows, ''].join('\n'));
  return ['import', '--campaign', 'v1', '--questionnaire', questionnaire, answers];
}

interface Counts {
  campaigns: number;
  imports: number;
  responses: number;
  inForce: number;
  answers: number;
}

async function counts(dir: string): Promise<Counts> {
  const store = await openStore(dir);
  try {
    const [row] = await store.read((db) =>
      all<Counts>(
        db,
        `select (select count(*) from campaign)::int as campaigns, (select count(*) from import)::int as imports,
           (select count(*) from response)::int as responses, (select count(*) from answer)::int as answers,
           (select count(*) from response where in_force)::int as "inForce"`
      )
    );
    if (!row) throw new Error('no counts');
    return row;
  } finally {
    store.close();
  }
}

/** Takes the one import back, sees that nothing of it counts any more, and puts it back. */
async function undoAndRedo(dir: string): Promise<number> {
  const store = await openStore(dir);
  try {
    const inForce = () =>
      store.read((db) => all<{ n: number }>(db, 'select count(*)::int as n from response where in_force'));
    const [record] = await store.read((db) => imports.list(db));
    expect(await store.write((db) => imports.undo(db, record?.id ?? 0))).toBe('done');
    const left = (await inForce())[0]?.n ?? -1;
    expect(await store.write((db) => imports.redo(db, record?.id ?? 0))).toBe('done');
    return left;
  } finally {
    store.close();
  }
}

const nothing: Counts = { campaigns: 0, imports: 0, responses: 0, inForce: 0, answers: 0 };
const whole: Counts = {
  campaigns: 1,
  imports: 1,
  responses: products,
  inForce: products,
  answers: products * criteria
};

test(
  `an import killed at any moment is wholly there or not at all, and can be undone, ${kills} times`,
  { timeout: 60_000 + kills * 15_000 },
  () =>
    inTempDir(async (parent) => {
      const words = writeFiles(parent);
      const begun = Date.now();
      expect(await palier(path.join(parent, 'unharmed'), ...words)).toMatchObject({ exit: 0 });
      const whole0 = await counts(path.join(parent, 'unharmed'));
      expect(whole0).toEqual(whole);
      const takesMs = Date.now() - begun;
      const outcomes: string[] = [];
      for (let i = 0; i < kills; i++) {
        const dir = path.join(parent, `killed-${i}`);
        const child = startPalier(dir, words);
        const end = ended(child);
        // starting Node and tsx takes the first part, in which there is nothing to break
        const atMs = Math.round(takesMs * (0.4 + 0.7 * Math.random()));
        await setTimeout(atMs);
        child.kill('SIGKILL');
        await end;
        const found = await counts(dir);
        expect([nothing, whole], `killed after ${atMs} ms: ${JSON.stringify(found)}`).toContainEqual(found);
        outcomes.push(`${atMs} ms: ${found.responses === 0 ? 'nothing' : 'whole'}`);
        expect(await palier(dir, ...words)).toMatchObject({ exit: 0 });
        expect(await counts(dir)).toEqual(whole);
        expect(await undoAndRedo(dir)).toBe(0);
        expect(await counts(dir)).toEqual(whole);
      }
      if (process.env['PALIER_KILLS']) console.log(outcomes.join('\n'));
    })
);
