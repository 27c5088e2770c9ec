import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { readAnswers } from '#lib/ingest/answers.ts';
import type { ParsedResponse } from '#lib/ingest/types.ts';
import { BLANK, NOT_APPLICABLE } from '#lib/maturity/answer.ts';
import { drawn, type Drawn, type DrawnProduct } from './drawn.ts';
import { writers } from './writers.ts';
import { repetitions } from '#tests/repetitions.ts';

const numRuns = 4 * repetitions(15);
const seed = Number(process.env.FUZZ_SEED ?? Date.now() % 1_000_000);

/** A few letters of Mac OS Roman may as well be Windows-1252: recognising them has tests of its own. */
function saidEncoding({ dialect: { encoding } }: Drawn): string | undefined {
  return encoding === 'macintosh' ? encoding : undefined;
}

function expected(
  one: DrawnProduct,
  bare: boolean,
  size: string
): Omit<ParsedResponse, 'answers'> & { answers: number[] } {
  return {
    line: expect.any(Number) as number,
    product: one.product,
    vendor: one.vendor,
    corridor: bare ? '' : one.corridor,
    submittedAt: bare ? null : one.moment,
    attributes: bare || one.size === '' ? {} : { [size]: one.size },
    answers: one.answers.map((answer) =>
      answer === 'blank' ? BLANK : answer === 'na' ? NOT_APPLICABLE : answer
    )
  };
}

describe(`random responses as each tool writes them (FUZZ_SEED=${seed})`, () => {
  it.each(writers)('$source is recognised and read back the same', ({ source, bare = false, write }) => {
    fc.assert(
      fc.property(drawn, fc.nat({ max: 1000 }), (drawn, choice) => {
        const written = write(drawn, choice);
        const size = written[0]?.size ?? 'Taille';
        const read = written.map(({ file, options }) =>
          readAnswers(file, drawn, { ...options, encoding: saidEncoding(drawn) })
        );
        const problems = read.flatMap(({ problems }) => problems);
        expect(problems.filter(({ severity }) => severity === 'error')).toEqual([]);
        for (const { recognised } of read) {
          expect(recognised).toMatchObject({ source, reason: { by: 'columns' } });
          expect(recognised.delimiter).toBe(drawn.dialect.delimiter);
        }
        const responses = read.flatMap(({ responses }) => responses);
        expect(responses.map((response) => ({ ...response, answers: [...response.answers] }))).toEqual(
          drawn.products.map((one) => expected(one, bare, size))
        );
      }),
      { numRuns, seed }
    );
  });
});
