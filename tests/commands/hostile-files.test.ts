import { describe, expect, it } from 'vitest';
import { openFiles } from '#lib/commands/open-files.ts';
import { readApart } from '#lib/commands/read-apart.ts';
import { problemMessage } from '#lib/i18n/problems.ts';
import { readAnswers } from '#lib/ingest/answers.ts';
import { file, questionnaire } from '#tests/ingest/builders.ts';
import { workbook } from '#tests/ingest/containers/workbook-writer.ts';
import { hostile } from './hostile.ts';

const criteria = questionnaire();
const most = { milliseconds: 10_000, megabytes: 500 };

describe('a hostile file is refused, in time and without filling memory', () => {
  it.each(hostile)('%s', async (_, reason, make) => {
    const bytes = file(make(), 'answers.xlsx');
    const before = process.memoryUsage().rss;
    const start = performance.now();
    const { files } = await openFiles([bytes], {});
    const problems = files.flatMap((opened) => readAnswers(opened, criteria).problems);
    const took = performance.now() - start;
    const grown = (process.memoryUsage().rss - before) / 1e6;

    expect(problems.map(({ code, detail }) => [code, detail?.['reason']])).toContainEqual([
      'unreadable_file',
      reason
    ]);
    expect(took).toBeLessThan(most.milliseconds);
    expect(grown).toBeLessThan(most.megabytes);
    for (const problem of problems)
      for (const locale of ['fr', 'en'] as const)
        expect(problemMessage(problem, locale)).not.toMatch(/undefined|\(\)| {2}|« ?»/);
  });
});

describe('a reader that takes too much', () => {
  const rows = Array.from({ length: 20_000 }, (_, i) => [`product ${i}`, i, 'x'.repeat(50)]);
  const large = { zip: workbook([['a', 'b', 'c'], ...rows]) };

  it('of time is stopped', async () => {
    const start = performance.now();
    expect(await readApart(large, { seconds: 0.05, heapMebibytes: 500 })).toEqual({
      refusal: { reason: 'too_slow', detail: { seconds: 0.05 } }
    });
    expect(performance.now() - start).toBeLessThan(3_000);
  });

  it('of memory is stopped', async () => {
    expect(await readApart(large, { seconds: 20, heapMebibytes: 8 })).toEqual({
      refusal: { reason: 'too_big' }
    });
  });

  it('leaves the others their turn', async () => {
    const reads = await Promise.all(Array.from({ length: 5 }, () => readApart({ json: '[{"a":1}]' })));
    expect(reads.every((read) => 'grid' in read)).toBe(true);
  });
});
