import fc from 'fast-check';
import { expect, test } from 'vitest';
import { readAnswers, readLargeFile } from '#lib/ingest/answers.ts';
import type { ReadOptions } from '#lib/ingest/types.ts';
import { criterionRow, file, questionnaire } from './builders.ts';
import { repetitions } from '#tests/repetitions.ts';

/*
 * Rows that go on with the response of the row before are taken by their bytes: here nearly all do, and what is changed
 * in them is what could be mistaken for it.
 */

const runs = 10 * repetitions(8);
const codes = ['Q1', 'Q2', 'Q3'];
const headings = ['product', 'vendor', 'note', 'criterion', 'answer'];

/** The last one's code and label are headings of the file. */
const criteria = questionnaire(
  ...codes.map((code, i) => criterionRow({ code, scope: i % 2 ? 'conditional' : 'common' })),
  criterionRow({ code: 'criterion', level_3_fr: 'answer' })
);

/** Some begin with others, so that a cell that only begins alike is met. */
const identity = fc.record({
  product: fc.constantFrom('A', 'AB'),
  vendor: fc.constant('V'),
  note: fc.constantFrom('', 'x')
});
const answer = fc.constantFrom('1', '2', '3', '', 'NA', 'é');
const response = fc.record({
  identity,
  asked: fc.shuffledSubarray(codes, { minLength: 1 }),
  answers: fc.array(answer, { minLength: 3, maxLength: 3 })
});

const drawn = fc.record({
  responses: fc.array(response, { minLength: 2, maxLength: 8 }),
  order: fc.shuffledSubarray(headings, { minLength: headings.length }),
  lineBreak: fc.constantFrom('\n', '\r\n', '\r')
});
type Drawn = typeof drawn extends fc.Arbitrary<infer D> ? D : never;

function linesOf({ responses, order, lineBreak }: Drawn): { lines: string[]; lineBreak: string } {
  const rows = responses.flatMap(({ identity, asked, answers }) =>
    asked.map((criterion, i): Record<string, string> => ({
      ...identity,
      criterion,
      answer: answers[i] ?? ''
    }))
  );
  return {
    lines: [order, ...rows.map((row) => order.map((name) => row[name] ?? ''))].map((line) => line.join()),
    lineBreak
  };
}

function expectSame(text: string, options: ReadOptions = {}): void {
  const input = file(text);
  expect(readAnswers(input, criteria, options, 0)).toEqual(readAnswers(input, criteria, options, Infinity));
}

test('rows that go on with a response are read as when each is read by itself', () => {
  let streamed = 0;
  fc.assert(
    fc.property(drawn, (how) => {
      const { lines, lineBreak } = linesOf(how);
      const text = lines.join(lineBreak);
      if (readLargeFile(file(text), criteria, {})) streamed++;
      expectSame(text);
      expectSame(text, { answers: [{ said: '2', means: 3 }] });
    }),
    { numRuns: runs }
  );
  expect(streamed).toBeGreaterThan(runs / 2);
});

test('a row of headings is none of them, though its cells mean something elsewhere', () => {
  const rows = ['A,V,criterion,answer', 'product,vendor,Q1,1', 'product,vendor,criterion,answer'];
  const text = ['product,vendor,criterion,answer', ...rows].join('\n');
  const options = { source: 'canonical' } as const;
  expectSame(text, options);
  const { problems } = readAnswers(file(text), criteria, options, 0);
  expect(problems).toMatchObject([{ code: 'repeated_header', line: 4 }]);
});

test.each(['\n', '\r\n'])('a last cell that only begins as the one before is another (%j)', (lineBreak) => {
  const rows = ['A,V,Q1,1,', 'A,V,Q2,1,', 'B,V,Q1,1,', 'B,V,Q2,1,x', 'C,V,Q1,1,x', 'C,V,Q2,1,xy'];
  const text = ['product,vendor,criterion,answer,note', ...rows].join(lineBreak);
  const options = { source: 'canonical' } as const;
  expectSame(text, options);
  const { problems } = readAnswers(file(text), criteria, options, 0);
  expect(problems.filter(({ severity }) => severity === 'error')).toMatchObject([
    { code: 'conflicting_attribute', line: 5 },
    { code: 'conflicting_attribute', line: 7 }
  ]);
});

test('and so they are with rows repeated, cells cut, joined and quoted', () => {
  const scraps = fc.constantFrom('', ';', '\n', ',,', ' ,', '"', '""', 'B,', 'V');
  const change = fc.record({ row: fc.nat(20), cell: fc.nat(4), scrap: scraps, quotes: fc.boolean() });
  const repeats = fc.array(fc.tuple(fc.nat(20), fc.nat(20)), { maxLength: 2 });
  fc.assert(
    fc.property(
      drawn,
      repeats,
      fc.array(change, { minLength: 1, maxLength: 4 }),
      (how, repeated, changes) => {
        const { lines, lineBreak } = linesOf(how);
        for (const [from, to] of repeated)
          lines.splice(to % (lines.length + 1), 0, lines[from % lines.length] ?? '');
        for (const { row, cell, scrap, quotes } of changes) {
          const cells = (lines[row % lines.length] ?? '').split(',');
          const delimiters = cells.map((_, i) => (i === cell && !quotes ? scrap : ','));
          if (quotes) cells[cell] = `"${cells[cell]}"`;
          lines[row % lines.length] = cells.map((one, i) => one + (i < 4 ? delimiters[i] : '')).join('');
        }
        expectSame(lines.join(lineBreak));
      }
    ),
    { numRuns: 3 * runs }
  );
});
