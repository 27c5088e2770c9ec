import fc from 'fast-check';
import { expect, test } from 'vitest';
import { readAnswers, readLargeFile } from '#lib/ingest/answers.ts';
import type { Encoding } from '#lib/ingest/decode.ts';
import { mostListed } from '#lib/ingest/problem-list.ts';
import { delimited, file, longRow, questionnaire, type Row } from './builders.ts';
import { encode } from './encode.ts';
import { repetitions } from '#tests/repetitions.ts';

const runs = 25 * repetitions(8);
const criteria = questionnaire();

const cell = {
  product: fc.constantFrom('Alpha', ' alpha ', 'Bêta', 'B"q"', 'Gamma, bis', 'a\r\nb', '', '«»', "'=1"),
  vendor: fc.constantFrom('Acme', 'ACME', 'Été', '', 'V;1'),
  corridor: fc.constantFrom('Hôpital', 'Hôpital ', '', 'Imagerie', "'-2", '-2'),
  date: fc.constantFrom('2025-03-14', '14/03/2025', '', 'hier'),
  note: fc.constantFrom('', 'x', 'ligne\nligne', ' é y'),
  criterion: fc.constantFrom('Q1', 'q1', 'Q2', 'Q9', ''),
  answer: fc.constantFrom('1', '2', '3', 'Oui', 'NA', '', '9', 'bof', 'en partie')
};
const row: fc.Arbitrary<Row> = fc.record(cell);
const columns = fc.subarray(['corridor', 'date', 'note'] as const);

/** Rows often repeat whose answers they hold, as exports do. */
const rows = fc.array(fc.tuple(row, fc.boolean()), { minLength: 1, maxLength: 30 }).map((list) =>
  list.map(([one, repeats], i): Row => {
    const { product = '', vendor = '' } = list[i - 1]?.[0] ?? one;
    return repeats ? { ...one, product, vendor, corridor: '', date: '', note: '' } : one;
  })
);

const written = fc.record({
  rows,
  columns,
  delimiter: fc.constantFrom(',', ';', '\t', '|'),
  lineBreak: fc.constantFrom('\n', '\r\n', '\r'),
  encoding: fc.constantFrom<Encoding>('utf-8', 'utf-16le', 'windows-1252'),
  mark: fc.boolean()
});

function textOf({
  rows,
  columns,
  delimiter,
  lineBreak
}: typeof written extends fc.Arbitrary<infer W> ? W : never) {
  const kept = new Set<string>(['product', 'vendor', 'criterion', 'answer', ...columns]);
  const cells = rows.map((one) => Object.fromEntries(Object.entries(one).filter(([name]) => kept.has(name))));
  return delimited(cells, delimiter, lineBreak);
}

test('record by record a file gives what it gives read whole', () => {
  let streamed = 0;
  fc.assert(
    fc.property(written, (how) => {
      const input = file(encode(textOf(how), how.encoding, how.mark && how.encoding !== 'windows-1252'));
      const large = readAnswers(input, criteria, {}, 0);
      expect(large).toEqual(readAnswers(input, criteria, {}, Infinity));
      if (readLargeFile(input, criteria, {})) streamed++;
    }),
    { numRuns: runs }
  );
  expect(streamed).toBeGreaterThan(runs / 2);
});

test('and so does one with anything put in, taken out or repeated', () => {
  const scraps = fc.constantFrom(
    '"',
    '""',
    '\n',
    '\r',
    '\r\n',
    ',',
    ';',
    ' ',
    '" ',
    '\u0000',
    '\ufeff',
    '\n\n',
    'é'
  );
  const cuts = fc.array(fc.tuple(fc.nat(2000), scraps, fc.nat(6)), { minLength: 1, maxLength: 4 });
  fc.assert(
    fc.property(written, cuts, (how, changes) => {
      const text = changes.reduce((all, [at, scrap, length]) => {
        const place = at % (all.length + 1);
        return all.slice(0, place) + scrap + all.slice(place + length);
      }, textOf(how));
      const input = file(encode(text, 'utf-8'));
      expect(readAnswers(input, criteria, {}, 0)).toEqual(readAnswers(input, criteria, {}, Infinity));
    }),
    { numRuns: 2 * runs }
  );
});

test('of a kind of problem with very many the first are listed and the others counted', () => {
  const wrong = Array.from({ length: mostListed + 5 }, (_, i) => longRow({ product: `P${i}`, answer: '9' }));
  const { problems, rejected } = readAnswers(file(delimited(wrong)), criteria, {}, 0);
  expect(problems).toHaveLength(mostListed + 1);
  expect(problems.at(-1)).toMatchObject({
    severity: 'error',
    code: 'more_problems',
    detail: { of: 'level_out_of_range', count: 5 }
  });
  expect(rejected.products).toBe(mostListed + 5);
});
