import { describe, expect, test } from 'vitest';
import { readScenario } from '#lib/ingest/scenario.ts';
import { problemMessage } from '#lib/i18n/problems.ts';
import { requirementOf } from '#lib/maturity/requirements.ts';
import { brief, delimited, file, questionnaire, type Row } from './builders.ts';
import { encode } from './encode.ts';

const { criteria } = questionnaire();
const read = (content: string | Uint8Array) => readScenario(file(content, 's.csv'), criteria);
const lines = (...rows: Row[]) => {
  const { rows: found, problems } = read(delimited(rows));
  expect(problems).toEqual([]);
  return found;
};
const problems = (...rows: Row[]) => read(delimited(rows)).problems;

describe('readScenario', () => {
  test('takes the target, mandatory and weight 1 where nothing is said', () => {
    expect(lines({ criterion: 'q1' }, { criterion: 'Q2' })).toEqual([
      requirementOf('Q1', 2),
      requirementOf('Q2', 2)
    ]);
  });

  test('reads every field', () => {
    const line = {
      criterion: 'Q1',
      level: '3',
      theme: 'SSI',
      status: 'recommended',
      weight: '2',
      code: ' SSI/GEN.18 ',
      wording: 'Le produit\nchiffre les flux',
      proof: 'Test d’intrusion',
      effective_from: '14/03/2027',
      note: '=1+1',
      promised: '80 %'
    };
    expect(lines(line)).toEqual([
      {
        criterion: 'Q1',
        level: 3,
        theme: 'ssi',
        status: 'recommended',
        weight: 2,
        code: 'SSI/GEN.18',
        wording: 'Le produit\nchiffre les flux',
        proof: 'Test d’intrusion',
        effectiveFrom: '2027-03-14',
        note: '=1+1',
        promised: 80
      }
    ]);
  });

  test('reads French headings and words, in the encoding and with the delimiter of a French Excel', () => {
    const text = delimited(
      [
        {
          Critère: 'Q1',
          'Niveau exigé': 'Oui',
          Thème: 'Identification électronique',
          Statut: 'Recommandée',
          Poids: '3',
          'Date d’effet': '2027-01-01',
          'Moyens de preuve': 'Capture'
        }
      ],
      ';'
    );
    expect(read(encode(text, 'windows-1252')).rows).toEqual([
      requirementOf('Q1', 3, {
        theme: 'ie',
        status: 'recommended',
        weight: 3,
        effectiveFrom: '2027-01-01',
        proof: 'Capture'
      })
    ]);
  });

  test.each([
    ['yes', 'mandatory'],
    ['Oui', 'mandatory'],
    ['', 'mandatory'],
    ['no', 'recommended'],
    ['non', 'recommended']
  ])('mandatory: %s', (mandatory, status) => {
    expect(lines({ criterion: 'Q1', mandatory })).toEqual([
      requirementOf('Q1', 2, { status: status as 'mandatory' })
    ]);
  });

  test('keeps a line without criterion, whose attainment is unknown', () => {
    expect(lines({ criterion: '', code: 'IE.4' }, { criterion: 'Q1', code: '' })).toEqual([
      { ...requirementOf('', 1), criterion: null, level: null, code: 'IE.4' },
      requirementOf('Q1', 2)
    ]);
  });

  test('reports all that is wrong at once, with line, column and value', () => {
    const found = problems(
      {
        criterion: 'Q9',
        level: '2',
        theme: 'x',
        status: 'peut-être',
        weight: '4',
        code: 'A',
        promised: '101'
      },
      { criterion: 'Q1', level: '4', code: 'a' },
      { criterion: 'Q1', level: '0' },
      { criterion: 'Q2', status: 'candidate', mandatory: 'oui' },
      { criterion: '', level: '11', mandatory: 'bof', effective_from: '2027-02-30' }
    );
    expect(found.map(brief)).toEqual([
      'error unknown_criterion 2 criterion=Q9',
      'error unknown_theme 2 theme=x',
      'error unknown_status 2 status=peut-être',
      'error bad_weight 2 weight=4',
      'error bad_promise 2 promised=101',
      'error level_out_of_range 3 level=4',
      'error duplicate_requirement 3 code=a',
      'error duplicate_criterion 4 criterion=Q1',
      'error conflicting_status 5 mandatory=oui',
      'error level_out_of_range 6 level=11',
      'error unknown_yes_no 6 mandatory=bof',
      'error bad_date 6 effective_from=2027-02-30'
    ]);
  });

  test('says in both languages what would do', () => {
    const [unknown, high] = problems({ criterion: 'Q9' }, { criterion: 'Q1', level: '4' });
    if (!unknown || !high) throw new Error('no problem');
    expect(problemMessage(unknown, 'en')).toBe('“Q9” is no criterion of the campaign’s questionnaire.');
    expect(problemMessage(high, 'en')).toMatch(/Q1 has 3 levels/);
    expect(problemMessage(high, 'fr')).toMatch(/Q1 a 3 niveaux/);
  });

  test.each([
    ['', 'error empty_file null null=null'],
    ['criterion\n', 'error empty_file null null=null'],
    ['level,code\n2,A\n', 'error missing_column 1 criterion=null'],
    ['criterion,critère\nQ1,Q1\n', 'error duplicate_column 1 critère=critère']
  ])('%j has no line', (content, problem) => {
    expect(read(content).problems.map(brief)).toEqual([problem]);
  });
});
