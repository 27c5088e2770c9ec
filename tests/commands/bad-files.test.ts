import { describe, expect, test } from 'vitest';
import type { InputFile } from '#lib/ingest/types.ts';
import { contents } from '#lib/server/store.ts';
import { criterionRow, delimited, file, tableFile } from '#tests/ingest/builders.ts';
import { withStore } from '#tests/server/temp-store.ts';
import { answersFile, importInto, smallQuestionnaire, type Report } from './request.ts';

type Place = Pick<Report['issues'][number], 'code' | 'line' | 'column' | 'value'>;

interface Case {
  name: string;
  answers: InputFile;
  /** The first error and its place. */
  error: Place;
  /** What the message says. */
  says: RegExp;
}

function wholeFile(code: string, line: number | null = null): Place {
  return { code, line, column: null, value: null } as Place;
}

function at(code: string, line: number, column: string, value: string): Place {
  return { code, line, column, value } as Place;
}

const header = 'product,vendor,criterion,answer\n';

const badAnswers: Case[] = [
  { name: 'empty', answers: file(''), error: wholeFile('empty_file'), says: /no data/ },
  { name: 'blank', answers: file(' \r\n\r\n'), error: wholeFile('empty_file'), says: /no data/ },
  {
    name: 'binary',
    answers: file(Uint8Array.of(1, 0, 2, 3, 0, 255, 0, 7)),
    error: wholeFile('unreadable_file'),
    says: /binary/
  },
  {
    name: 'a workbook',
    answers: file(Uint8Array.of(0x50, 0x4b, 3, 4, 20, 0)),
    error: wholeFile('unreadable_file'),
    says: /xlsx/
  },
  {
    name: 'HTML',
    answers: file('<!DOCTYPE html><html><body>no</body></html>'),
    error: wholeFile('unreadable_file'),
    says: /web page/
  },
  {
    name: 'a header only',
    answers: file(header),
    error: wholeFile('empty_file'),
    says: /heading row is needed/
  },
  {
    name: 'a column twice',
    answers: file('product,vendor,criterion,answer,réponse\nAlpha,Acme,Q1,1,2\n'),
    error: at('duplicate_column', 1, 'réponse', 'réponse'),
    says: /same thing as column “answer”/
  },
  {
    name: 'its header again among the rows',
    answers: file(`${header}Alpha,Acme,Q1,1\n${header}`),
    error: wholeFile('repeated_header', 3),
    says: /heading row comes again/
  },
  {
    name: 'no vendor column',
    answers: file('product,criterion,answer\nAlpha,Q1,1\n'),
    error: { ...at('missing_column', 1, 'vendor', ''), value: null },
    says: /“vendor” is missing/
  },
  {
    name: 'a blank vendor',
    answers: answersFile('f', {}, { product: 'B', vendor: ' ' }),
    error: at('missing_value', 3, 'vendor', ' '),
    says: /blank/
  },
  {
    name: 'an unknown criterion',
    answers: answersFile('f', {}, { criterion: 'Q99' }),
    error: at('unknown_criterion', 3, 'criterion', 'Q99'),
    says: /“Q99” is no criterion/
  },
  {
    name: 'an unknown criterion among its columns',
    answers: tableFile({ product: 'A', vendor: 'V', Q1: '1', Q2: '1', Q3: '1' }),
    error: at('unknown_criterion', 1, 'Q3', 'Q3'),
    says: /“Q3” is no criterion/
  },
  {
    name: 'a level above the highest',
    answers: answersFile('f', { answer: '4' }),
    error: at('level_out_of_range', 2, 'answer', '4'),
    says: /Q1 has 3 levels/
  },
  {
    name: 'level 0',
    answers: answersFile('f', { answer: '0' }),
    error: at('level_out_of_range', 2, 'answer', '0'),
    says: /1 to 3/
  },
  {
    name: 'a level below 0',
    answers: answersFile('f', { answer: '-1' }),
    error: at('level_out_of_range', 2, 'answer', '-1'),
    says: /1 to 3/
  },
  {
    name: 'an answer in words of its own',
    answers: answersFile('f', { answer: 'peut-être' }),
    error: at('unknown_answer', 2, 'answer', 'peut-être'),
    says: /Non \/ En partie \/ Oui/
  },
  {
    name: 'an answer twice',
    answers: answersFile('f', { answer: '1' }, { answer: '1' }),
    error: at('duplicate_answer', 3, 'criterion', 'Q1'),
    says: /line 2/
  },
  {
    name: 'rows of one response that disagree',
    answers: answersFile('f', { corridor: 'Hôpital' }, { criterion: 'Q2', corridor: 'Imagerie' }),
    error: at('conflicting_attribute', 3, 'corridor', 'Imagerie'),
    says: /“Hôpital” further up/
  },
  {
    name: 'an impossible date',
    answers: answersFile('f', { submitted_at: '2025-02-30' }),
    error: at('bad_date', 2, 'submitted_at', '2025-02-30'),
    says: /2025-03-14/
  },
  {
    name: 'a quote that is never closed',
    answers: file(`${header}Alpha,Acme,Q1,1\nBeta,"Acme,Q1,1\nGamma,Acme,Q1,1\n`),
    error: wholeFile('unreadable_file', 3),
    says: /quote opened in this record is not closed/
  },
  {
    name: 'too many cells in a row',
    answers: file(`${header}Alpha,Acme,Q1,1,2\n`),
    error: wholeFile('ragged_row', 2),
    says: /5 cells for 4 columns/
  }
];

function criterion(changes: Record<string, string>): InputFile {
  return file(delimited([criterionRow({ code: 'Q0' }), criterionRow(changes)]), 'questionnaire.csv');
}

const eleven = Object.fromEntries(
  Array.from({ length: 11 }, (_, i) => [`level_${i + 1}_fr`, `Niveau n° ${i + 1}`])
);

const badQuestionnaires: (Omit<Case, 'answers'> & { questionnaire: InputFile })[] = [
  {
    name: 'empty',
    questionnaire: file('', 'questionnaire.csv'),
    error: wholeFile('empty_file'),
    says: /no data/
  },
  {
    name: 'with a duplicate criterion, whatever its case',
    questionnaire: criterion({ code: 'q0' }),
    error: at('duplicate_criterion', 3, 'code', 'q0'),
    says: /line 2/
  },
  {
    name: 'with a target beyond the levels',
    questionnaire: criterion({ target: '4' }),
    error: at('bad_target', 3, 'target', '4'),
    says: /from 1 to 3/
  },
  {
    name: 'with target 0',
    questionnaire: criterion({ target: '0' }),
    error: at('bad_target', 3, 'target', '0'),
    says: /from 1 to 3/
  },
  {
    name: 'with one level',
    questionnaire: criterion({ level_2_fr: '', level_3_fr: '', target: '1' }),
    error: at('bad_levels', 3, 'level_2_fr', ''),
    says: /fewer than 2 levels/
  },
  {
    name: 'with 11 levels',
    questionnaire: criterion(eleven),
    error: at('bad_levels', 3, 'level_11_fr', 'Niveau n° 11'),
    says: /more than 10 levels/
  },
  {
    name: 'with a hole in its levels',
    questionnaire: criterion({ level_2_fr: '' }),
    error: at('bad_levels', 3, 'level_2_fr', ''),
    says: /Level 2 is blank/
  },
  {
    name: 'with an unknown scope',
    questionnaire: criterion({ scope: 'parfois' }),
    error: at('bad_scope', 3, 'scope', 'parfois'),
    says: /conditional/
  }
];

async function expectRefused(
  questionnaire: InputFile,
  answers: InputFile,
  { error, says }: Pick<Case, 'error' | 'says'>
) {
  await withStore(async (store) => {
    await importInto(store, {
      campaign: 'earlier',
      questionnaire: smallQuestionnaire,
      files: [answersFile('ok.csv', {})]
    });
    const before = await store.read(contents);
    const { exit, report, messages } = await importInto(store, { questionnaire, files: [answers] });
    expect(exit).toBe(1);
    expect(report).toMatchObject({ stored: false, accepted: { vendors: 0, products: 0, answers: 0 } });
    const first = report.issues.find(({ severity }) => severity === 'error');
    expect(first).toMatchObject(error);
    expect(first?.message).toMatch(says);
    const position = [error.line, error.column].filter((part) => part !== null).join(':');
    expect(messages.some((message) => message.includes(position) && says.test(message))).toBe(true);
    expect(await store.read(contents)).toEqual(before);
  });
}

describe('a file of answers is refused, with its place, and changes nothing', () => {
  test.each(badAnswers)('$name', (bad) => expectRefused(smallQuestionnaire, bad.answers, bad));
});

describe('a questionnaire is refused, with its place, and changes nothing', () => {
  test.each(badQuestionnaires)('$name', (bad) =>
    expectRefused(bad.questionnaire, answersFile('answers.csv', {}), bad)
  );
});

test('all mistakes of all files are reported at once', () =>
  withStore(async (store) => {
    const files = [
      answersFile('one.csv', { answer: '9' }, { criterion: 'Q99' }, { product: '' }),
      answersFile('two.csv', { answer: 'rien' })
    ];
    const { report } = await importInto(store, { questionnaire: smallQuestionnaire, files });
    expect(report.issues.map(({ file, line, code }) => `${file}:${line} ${code}`)).toEqual([
      'one.csv:2 level_out_of_range',
      'one.csv:3 unknown_criterion',
      'one.csv:4 missing_value',
      'two.csv:2 unknown_answer'
    ]);
  }));

test('messages come in the language asked for', () =>
  withStore(async (store) => {
    const { execute } = await import('#lib/commands/registry.ts');
    const { request } = await import('./request.ts');
    const result = await execute(
      store,
      request('import', {
        options: { campaign: ['v1'] },
        files: { questionnaire: [smallQuestionnaire], _: [answersFile('a.csv', { answer: '9' })] },
        locale: 'fr'
      })
    );
    expect(result.messages.join()).toMatch(/Q1 a 3 niveaux/);
  }));
