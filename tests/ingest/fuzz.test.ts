import { beforeAll, describe, expect, it } from 'vitest';
import { problemMessage } from '#lib/i18n/problems.ts';
import { readAudits } from '#lib/ingest/audits.ts';
import { readComments } from '#lib/ingest/comments.ts';
import { readAnswers } from '#lib/ingest/answers.ts';
import { readControls } from '#lib/ingest/controls.ts';
import { readExpected } from '#lib/ingest/expected.ts';
import { readQuestionnaire } from '#lib/ingest/questionnaire.ts';
import { sourceNames } from '#lib/ingest/sources/names.ts';
import type { InputFile } from '#lib/ingest/types.ts';
import type { Problem } from '#lib/maturity/problem.ts';
import { mutated, randomFrom, type Random } from './containers/mutations.ts';
import { auditRow, controlRow } from './audit-row.ts';
import { commentRow } from './comment-row.ts';
import { criterionRow, delimited, file, longRow, questionnaire, wideRow } from './builders.ts';
import { encode } from './encode.ts';
import * as fixtures from './sources/fixtures.ts';
import { repetitions } from '#tests/repetitions.ts';

const criteria = questionnaire();
const seed = Number(process.env.FUZZ_SEED ?? Date.now() % 1_000_000);

const texts = [
  delimited(
    [longRow({ product: 'Été, "bis"', date: '2025-03-14' }), longRow({ criterion: 'Q2', answer: 'Oui' })],
    ';',
    '\r\n'
  ),
  delimited([wideRow({ corridor: 'Hôpital', size: 'a\nb' }), wideRow({ product: 'Bêta', Q1: 'en partie' })]),
  delimited([criterionRow(), criterionRow({ code: 'Q2', label_fr: 'deux\n"lignes"' })], '\t'),
  delimited([commentRow({ comment: 'Trop\n"tôt"' }), commentRow({ criterion: '', stance: 'réservé' })], ';'),
  delimited([auditRow(), auditRow({ control: 'C-02', result: 'Non conforme', auditor: 'Vigie "d\'Été"' })]),
  delimited([controlRow(), controlRow({ control: 'C-02', severity: 'moyenne' })])
];
const { rows: controls } = readControls(file(texts.at(-1) ?? ''), ['Q1', 'Q2']);
const originals = texts.flatMap((text) => [
  encode(text, 'utf-8', true),
  encode(text, 'windows-1252'),
  encode(text, 'macintosh'),
  encode(text, 'utf-16le', true),
  encode(text, 'utf-16be')
]);

/** Each tool's exports as they are, with the questionnaire that they answer. */
const exports = fixtures.exports.flatMap(({ files }) => files.map(([name]) => fixtures.fixture(name).bytes));
const runs = repetitions(12);

const mostMilliseconds = 5_000;

/** The first of these signs are those by which a table is split. */
function withSign(bytes: Uint8Array, random: Random): Uint8Array {
  return bytes.with(random(bytes.length), [0x22, 0x2c, 0x3b, 0x0a, 0x0d, 0, 0xff][random(7)] ?? 0);
}

describe(`mutated files (FUZZ_SEED=${seed})`, () => {
  const random = randomFrom(seed);
  const mutatedOf = (originals: Uint8Array[]) => {
    const original = originals[random(originals.length)] ?? new Uint8Array();
    return file(random(4) === 0 ? withSign(original, random) : mutated(original, random));
  };
  const files = Array.from({ length: Math.min(2000, 12 * runs) }, () => mutatedOf(originals));
  /** Reads within the time limit. */
  const inTime = <T>(input: InputFile, read: (file: InputFile) => T): T => {
    const start = performance.now();
    const result = read(input);
    const took = performance.now() - start;
    if (took > mostMilliseconds) expect.fail(`${took} ms for ${JSON.stringify([...input.bytes])}`);
    return result;
  };
  beforeAll(() => console.info(`FUZZ_SEED=${seed}: ${files.length * 6 + 30 * runs} readings`));

  it.each<[string, (file: InputFile) => { found: number; problems: Problem[] }]>([
    [
      'answers',
      (file) => {
        const { responses, problems } = readAnswers(file, criteria);
        return { found: responses.length, problems };
      }
    ],
    [
      'questionnaires',
      (file) => {
        const { questionnaire, problems } = readQuestionnaire(file);
        return { found: questionnaire?.criteria.length ?? 0, problems };
      }
    ],
    [
      'lists of expected products',
      (file) => {
        const { expected, problems } = readExpected(file);
        return { found: expected.length, problems };
      }
    ],
    [
      'comments of a consultation',
      (file) => {
        const { rows, problems } = readComments(file, ['Q1', 'Q2']);
        return { found: rows.length, problems };
      }
    ],
    [
      'audit forms',
      (file) => {
        const { rows, problems } = readAudits(file, controls);
        return { found: rows.length, problems };
      }
    ],
    [
      'maps of controls',
      (file) => {
        const { rows, problems } = readControls(file, ['Q1', 'Q2']);
        return { found: rows.length, problems };
      }
    ]
  ])('read as %s end with something read or a problem, and never throw', (_, read) => {
    for (const file of files) {
      const { found, problems } = inTime(file, read);
      if (found === 0 && problems.length === 0)
        expect.fail(`nothing said of ${JSON.stringify([...file.bytes])}`);
      for (const problem of problems) expect(problemMessage(problem, 'fr')).not.toContain('undefined');
    }
  });

  it('exported by a tool end with responses or a problem, read as any source', () => {
    for (let run = 0; run < 30 * runs; run++) {
      const input = mutatedOf(exports);
      const source = sourceNames[random(2 * sourceNames.length)];
      const said = random(3) === 0 ? { product: 'Produit', vendor: 'Éditeur' } : {};
      const { responses, problems } = inTime(input, (file) =>
        readAnswers(file, fixtures.criteria, { source, ...said })
      );
      if (responses.length === 0 && problems.length === 0)
        expect.fail(`nothing said of ${JSON.stringify([...input.bytes])} as ${source}`);
      for (const problem of problems) {
        for (const locale of ['fr', 'en'] as const)
          expect(problemMessage(problem, locale)).not.toContain('undefined');
      }
    }
  });
});
