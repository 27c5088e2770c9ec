import { afterAll, describe, expect, it } from 'vitest';
import { importFiles, type ImportReport } from '#lib/commands/import-files.ts';
import { problemMessage } from '#lib/i18n/problems.ts';
import type { InputFile } from '#lib/ingest/types.ts';
import { all } from '#lib/server/sql.ts';
import type { Store } from '#lib/server/store.ts';
import { mutated, randomFrom, type Random } from '#tests/ingest/containers/mutations.ts';
import { everySource, type SourceFiles } from '#tests/ingest/sources/every-source.ts';
import { criteria, fixture } from '#tests/ingest/sources/fixtures.ts';
import { withStore } from '#tests/server/temp-store.ts';
import { repetitions } from '#tests/repetitions.ts';

const seed = Number(process.env['FUZZ_SEED'] ?? Date.now() % 1_000_000);
/** So many files a source: hundreds in all by default, thousands in the long tests. */
const runs = repetitions(4);
const mostMilliseconds = 10_000;

interface Stored {
  imports: number;
  responses: number;
  answers: number;
  levels: number;
  scored: number;
}

async function stored(store: Store): Promise<Stored> {
  const [row] = await store.read((db) =>
    all<Stored>(
      db,
      `select (select count(*) from import)::int as imports, (select count(*) from response)::int as responses,
         (select count(*) from answer)::int as answers, (select count(*) from answer where answer > 0)::int as levels,
         (select count(distinct response_id) from score)::int as scored`
    )
  );
  if (!row) throw new Error('no counts');
  return row;
}

/** One of a source's files damaged, the others as they are. */
function damaged(files: InputFile[], random: Random): InputFile[] {
  const hit = random(files.length);
  return files.map((one, i) => (i === hit ? { ...one, bytes: mutated(one.bytes, random) } : one));
}

function request(files: InputFile[], { map, answers }: SourceFiles, partial: boolean) {
  return {
    campaign: 'v1',
    questionnaire: fixture('questionnaire.csv'),
    files,
    partial,
    dryRun: false,
    read: { map, answers },
    origin: 'command' as const
  };
}

function expectWhole(report: ImportReport, before: Stored, after: Stored): void {
  if (!report.stored) return expect(after).toEqual(before);
  const responses = after.responses - before.responses;
  expect(after.imports - before.imports).toBe(1);
  expect(responses).toBeGreaterThanOrEqual(report.accepted.products);
  expect(after.answers - before.answers).toBe(responses * criteria.criteria.length);
  expect(after.levels - before.levels).toBe(report.accepted.answers);
  expect(after.scored).toBe(after.responses);
}

function expectSaid({ issues, stored }: ImportReport): void {
  expect(stored || issues.length > 0).toBe(true);
  for (const issue of issues)
    for (const locale of ['fr', 'en'] as const)
      expect(problemMessage(issue, locale)).not.toMatch(/undefined|\[object/);
}

describe(`mutated files imported (FUZZ_SEED=${seed})`, () => {
  const outcomes = { imported: 0, refused: 0 };
  afterAll(() => {
    console.info(`FUZZ_SEED=${seed}: ${outcomes.imported} imported, ${outcomes.refused} refused`);
    // damage that nothing survives would show nothing of what is stored
    if (outcomes.refused > 50) expect(outcomes.imported).toBeGreaterThan(0);
  });

  it.each(everySource)(
    '$name: stored whole or refused with a problem, in time',
    (source) =>
      withStore(async (store) => {
        const random = randomFrom(seed);
        const whole = await source.files();
        let before = await stored(store);
        for (let i = 0; i < runs; i++) {
          const files = damaged(whole, random);
          const start = performance.now();
          const report = await importFiles(store, request(files, source, random(2) === 0));
          const took = performance.now() - start;
          const after = await stored(store);
          const what = files.map(({ bytes }) => Buffer.from(bytes).toString('base64')).join(' ');
          if (took > mostMilliseconds) expect.fail(`${took} ms for ${what}`);
          outcomes[report.stored ? 'imported' : 'refused']++;
          expectSaid(report);
          expectWhole(report, before, after);
          before = after;
        }
      }),
    30_000 + runs * 3_000
  );
});
