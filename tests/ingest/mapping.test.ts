import { describe, expect, it } from 'vitest';
import { readAnswers } from '#lib/ingest/answers.ts';
import { combined } from '#lib/ingest/combined.ts';
import { readAnswerMapping, readColumnMapping } from '#lib/ingest/mapping.ts';
import { mappingProblems } from '#lib/ingest/mapping-problems.ts';
import { addresseeOf } from '#lib/ingest/said.ts';
import type { ReadOptions } from '#lib/ingest/types.ts';
import { brief, criterionRow, file, questionnaire } from './builders.ts';

const criteria = questionnaire();

/** As the command line gives them. */
function options(map: string[], answers: string[] = []): ReadOptions {
  return {
    map: map.flatMap((text) => readColumnMapping(text) ?? []),
    answers: answers.flatMap((text) => readAnswerMapping(text) ?? [])
  };
}

describe('readColumnMapping', () => {
  it.each([
    ['product=Nom', { field: 'product', heading: 'Nom' }],
    [' Q1 = a=b: c ', { field: 'Q1', heading: 'a=b: c' }],
    ['Q1', undefined],
    ['=Nom', undefined],
    ['product= ', undefined]
  ])('reads %j', (text, expected) => expect(readColumnMapping(text)).toEqual(expected));
});

describe('readAnswerMapping', () => {
  it.each([
    ['NSP=NA', { said: 'NSP', means: 'not_applicable' }],
    ['x=sans objet', { said: 'x', means: 'not_applicable' }],
    ['x = Sans réponse', { said: 'x', means: 'unanswered' }],
    ['x=BLANK', { said: 'x', means: 'blank' }],
    ['x=vide', { said: 'x', means: 'blank' }],
    ['a=b=3', { said: 'a=b', means: 3 }],
    ['Q1:a:b=0', { said: 'Q1:a:b', means: 0 }],
    ['x=oui', undefined],
    ['x=-1', undefined],
    ['x=1.5', undefined],
    ['x=', undefined],
    ['=NA', undefined],
    ['x', undefined]
  ])('reads %j', (text, expected) => expect(readAnswerMapping(text)).toEqual(expected));
});

describe('what an answer is said of', () => {
  const odd = questionnaire(
    criterionRow(),
    criterionRow({ code: 'Q1:a' }),
    criterionRow({ code: 'Accès 3' })
  );
  it.each([
    ['Oui', { criterion: 'all', label: 'Oui' }],
    ['q1:Oui', { criterion: 0, label: 'Oui' }],
    ['Q1: Oui', { criterion: 0, label: ' Oui' }],
    ['Q1:a:b', { criterion: 1, label: 'b' }],
    ['accès 3:b:c', { criterion: 2, label: 'b:c' }],
    ['Q9:Oui', { unknown: 'Q9' }],
    ['Q9: Oui', { unknown: 'Q9' }],
    ['nope:Oui', { unknown: 'nope' }],
    ['Autre : précisez', { criterion: 'all', label: 'Autre : précisez' }],
    ['Other: specify', { criterion: 'all', label: 'Other: specify' }],
    [':10:30', { criterion: 'all', label: '10:30' }],
    [':Q1:a', { criterion: 'all', label: 'Q1:a' }]
  ])('%j', (said, expected) => expect(addresseeOf(said, odd)).toEqual(expected));
});

describe('--map', () => {
  const text = 'RespondentID,Location (Region),When,Q1,Second\n7,North,2025-03-14,3,4\n';

  it('says which column holds what; one may serve two fields', () => {
    const map = [
      'product=RespondentID',
      'vendor=respondentid',
      'corridor=Location (Region)',
      'submitted_at=When',
      'q2=Second'
    ];
    const { responses, problems, recognised } = readAnswers(file(text), criteria, options(map));
    expect(problems).toEqual([]);
    expect(responses).toMatchObject([
      { product: '7', vendor: '7', corridor: 'North', submittedAt: '2025-03-14', attributes: {} }
    ]);
    expect([...(responses[0]?.answers ?? [])]).toEqual([3, 4]);
    expect(recognised.matched).toEqual([
      { field: 'product', heading: 'RespondentID', by: 'map' },
      { field: 'vendor', heading: 'RespondentID', by: 'map' },
      { field: 'corridor', heading: 'Location (Region)', by: 'map' },
      { field: 'submitted_at', heading: 'When', by: 'map' },
      { field: 'Q1', heading: 'Q1', by: 'code' },
      { field: 'Q2', heading: 'Second', by: 'map' }
    ]);
  });

  it('counts before a field’s name, whose column is then an attribute', () => {
    const { responses, recognised } = readAnswers(
      file('product,vendor,Nom,Q1,Q2\nA,B,C,1,2\n'),
      criteria,
      options(['product=Nom'])
    );
    expect(responses).toMatchObject([{ product: 'C', attributes: { product: 'A' } }]);
    expect(recognised.attributes).toEqual(['product']);
  });

  it('counts before a code, and a column said to hold one criterion holds no other', () => {
    const { responses, problems } = readAnswers(
      file('product,vendor,Q1,Q2\nA,B,1,3\n'),
      criteria,
      options(['Q1=Q2'])
    );
    expect([...(responses[0]?.answers ?? [])]).toEqual([3, -2]);
    expect(problems.map(brief)).toEqual(['warning missing_column 1 Q2=Q2']);
  });

  it('lets a column by its name serve another field too', () => {
    const { responses } = readAnswers(
      file('product,Q1,Q2\nA,1,3\n'),
      criteria,
      options(['vendor=product', 'corridor=Q1'])
    );
    expect(responses).toMatchObject([{ product: 'A', vendor: 'A', corridor: '1' }]);
    expect([...(responses[0]?.answers ?? [])]).toEqual([1, 3]);
  });

  it('means the field where a criterion has its name for a code', () => {
    const odd = questionnaire(criterionRow(), criterionRow({ code: 'corridor' }));
    const { responses } = readAnswers(file('product,vendor,Q1,x\nA,B,1,2\n'), odd, options(['corridor=x']));
    expect(responses).toMatchObject([{ corridor: '2' }]);
  });

  it('in a long file says whose answers they are', () => {
    const { responses, recognised } = readAnswers(
      file('Name,Maker,criterion,answer\nA,B,Q1,3\n'),
      criteria,
      options(['product=Name', 'vendor=Maker'])
    );
    expect(recognised.layout).toBe('long');
    expect(responses).toMatchObject([{ product: 'A', vendor: 'B' }]);
  });

  it.each([
    ['product=RespondantID', { reason: 'none', near: 'RespondentID' }],
    ['product=zzz', { reason: 'none' }]
  ])('%s: there is no such heading', (map, detail) => {
    const { problems, responses } = readAnswers(file(text), criteria, options(['vendor=RespondentID', map]));
    expect(problems[0]).toMatchObject({
      code: 'unknown_heading',
      severity: 'error',
      line: 1,
      value: map.slice(8),
      detail
    });
    expect(problems[0]?.detail).toEqual(detail);
    expect(responses).toEqual([]);
  });

  it('refuses a heading that several columns have', () => {
    const { problems } = readAnswers(
      file('product,vendor,Note,Note,Q2\nA,B,1,2,3\n'),
      criteria,
      options(['Q1=Note'])
    );
    expect(problems[0]).toMatchObject({ code: 'unknown_heading', detail: { reason: 'several' } });
  });

  it.each([
    ['Q9=x', 'unknown_field', undefined],
    ['Q01=x', 'unknown_field', 'Q1'],
    ['prodct=x', 'unknown_field', 'product']
  ])('%s: there is no such field', (map, code, near) => {
    const [problem, ...others] = mappingProblems(criteria, options([map]));
    expect(others).toEqual([]);
    expect(problem).toMatchObject({ code, severity: 'error', value: map.split('=')[0] });
    if (near !== undefined) expect(problem?.detail).toEqual({ near });
  });
});

describe('--answer', () => {
  const answersOf = (cells: string, ...answers: string[]) => {
    const { responses, problems } = readAnswers(
      file(`product,vendor,Q1,Q2\nA,B,${cells}\n`),
      criteria,
      options([], answers)
    );
    return responses[0] ? [...responses[0].answers] : problems.map(brief);
  };

  it.each<[string, string[], number[]]>([
    ['NSP,nsp.', ['NSP=NA'], [-1, -1]],
    ['Bof,BOF', ['bof=2'], [2, 2]],
    ['Bof,Bof', ['bof=2', 'q2:bof=4'], [2, 4]],
    ['Bof,Bof', ['Q2:bof=4', 'bof=unanswered'], [0, 4]],
    ['Oui,Oui', ['Q1:Oui=blank'], [-2, 3]],
    ['3,3', ['3=1'], [1, 1]],
    ['NA,NA', ['NA=unanswered'], [0, 0]],
    ['?,?', ['?=unanswered'], [0, 0]],
    [',', ['x=1'], [-2, -2]]
  ])('%s with %j', (cells, answers, expected) => expect(answersOf(cells, ...answers)).toEqual(expected));

  it('tells signs apart, of which folding leaves nothing', () => {
    expect(answersOf('?,!', '?=unanswered')).toEqual(['error unknown_answer 2 Q2=!']);
  });

  it('does not reach a criterion without that level', () => {
    expect(answersOf('Bof,Bof', 'bof=4')).toEqual(['error level_out_of_range 2 Q1=Bof']);
  });

  it('counts as a mark on a common criterion, with a warning', () => {
    const { problems } = readAnswers(
      file('product,vendor,Q1,Q2\nA,B,x,1\n'),
      criteria,
      options([], ['x=NA'])
    );
    expect(problems.map(brief)).toEqual(['warning not_applicable_on_common 2 Q1=x']);
  });

  it('works in a long file, and is reported where it was used', () => {
    const { responses, recognised } = readAnswers(
      file('product,vendor,criterion,answer\nA,B,Q1,x\nA,B,Q2,y\n'),
      criteria,
      options([], ['x=3', 'Q2:y=4', 'z=1'])
    );
    expect([...(responses[0]?.answers ?? [])]).toEqual([3, 4]);
    expect(recognised.answers.map(({ said }) => said)).toEqual(['x', 'Q2:y']);
  });

  it.each([
    ['x=5', 'unknown_level', { levels: 4 }],
    ['x=0', 'unknown_level', { levels: 4 }],
    ['Q1:x=4', 'unknown_level', { levels: 3 }],
    ['Q01:x=1', 'unknown_criterion', { said: 'Q01:x', near: 'Q1' }]
  ])('%s speaks of what does not exist', (answer, code, detail) => {
    expect(mappingProblems(criteria, options([], [answer]))).toMatchObject([
      { severity: 'error', code, detail }
    ]);
  });

  it('may name the highest level that some criterion has', () => {
    expect(mappingProblems(criteria, options([], ['x=4', 'Q2:x=4', 'x=blank']))).toEqual([]);
  });
});

describe('a saved mapping with one given beside it', () => {
  it('gives way for the same field or answer, and keeps the rest', () => {
    const saved = { ...options(['product=a', 'Q1=b'], ['x=1', 'y=2']), encoding: 'utf-8', ignore: ['i'] };
    const given = { ...options(['PRODUCT=c'], ['X.=3']), delimiter: ';', ignore: ['i', 'j'] };
    expect(combined(saved, given)).toEqual({
      ...options(['Q1=b', 'PRODUCT=c'], ['y=2', 'X.=3']),
      encoding: 'utf-8',
      delimiter: ';',
      ignore: ['i', 'j']
    });
  });
});
