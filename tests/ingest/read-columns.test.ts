import { describe, expect, it } from 'vitest';
import { readAnswers } from '#lib/ingest/answers.ts';
import { answerSuggestion } from '#lib/ingest/suggestions.ts';
import type { ReadOptions } from '#lib/ingest/types.ts';
import { brief, file, questionnaire } from './builders.ts';

const criteria = questionnaire();

function columns(text: string, options: ReadOptions = {}) {
  return readAnswers(file(text), criteria, options).recognised.columns;
}

describe('every column with a heading is listed with what it holds', () => {
  it('by itself and by a person’s word; what it looks like is no more than suggested', () => {
    const text = 'Nom du produit,vendor,Q01,Q2,taille,,taille\nAlpha,Acme,2,3,9,,9\n';
    expect(columns(text)).toEqual([
      {
        heading: 'Nom du produit',
        holds: [],
        byItself: [],
        dropped: false,
        repeated: false,
        suggested: 'product'
      },
      { heading: 'vendor', holds: ['vendor'], byItself: ['vendor'], dropped: false, repeated: false },
      { heading: 'Q01', holds: [], byItself: [], dropped: false, repeated: false, suggested: 'Q1' },
      { heading: 'Q2', holds: ['Q2'], byItself: ['Q2'], dropped: false, repeated: false },
      { heading: 'taille', holds: [], byItself: [], dropped: false, repeated: true },
      { heading: 'taille', holds: [], byItself: [], dropped: false, repeated: true }
    ]);
    const map = [
      { field: 'product', heading: 'Nom du produit' },
      { field: 'Q1', heading: 'Q01' }
    ];
    expect(columns(text, { map }).slice(0, 3)).toMatchObject([
      { holds: ['product'], byItself: [] },
      { holds: ['vendor'] },
      { holds: ['Q1'], byItself: [] }
    ]);
  });

  it('also where product or vendor is missing, so that no row can be read', () => {
    expect(columns('a,Q1\nx,2\n').map(({ heading }) => heading)).toEqual(['a', 'Q1']);
  });
});

describe('a column that a person wants left out', () => {
  const text = 'product,vendor,Q1,Q2,Q9,e-mail\nAlpha,Acme,2,3,x,a@b.example\n';

  it('is no answer and no attribute, and no code that is unknown', () => {
    const { responses, problems, recognised } = readAnswers(file(text), criteria, {
      drop: ['Q9', 'E-MAIL', 'q2']
    });
    expect(responses[0]?.attributes).toEqual({});
    expect(problems.map(brief)).toEqual(['warning missing_column 1 Q2=Q2']);
    expect(recognised.attributes).toEqual([]);
    expect(recognised.columns.filter(({ dropped }) => dropped).map(({ heading }) => heading)).toEqual([
      'Q2',
      'Q9',
      'e-mail'
    ]);
  });

  it('may be one that has a field’s name; ignored, it is an attribute', () => {
    const dated = 'product,vendor,date,Q1,Q2\nAlpha,Acme,soon,2,3\n';
    expect(readAnswers(file(dated), criteria, {}).problems.map(brief)).toEqual([
      'error bad_date 2 date=soon'
    ]);
    expect(readAnswers(file(dated), criteria, { drop: ['date'] }).responses).toMatchObject([
      { attributes: {}, submittedAt: null }
    ]);
    expect(readAnswers(file(dated), criteria, { ignore: ['date'] }).responses).toMatchObject([
      { attributes: { date: 'soon' }, submittedAt: null }
    ]);
  });
});

describe('texts that are no answer are counted, criterion by criterion', () => {
  const text = 'product,vendor,Q1,Q2\nA,V,Ouais,Ouais\nB,V, ouais.,Oui\nC,V,7,NA\nD,V,Oui,Ouais\n';
  const counted = [
    { criterion: 'Q1', text: 'Ouais', count: 2 },
    { criterion: 'Q2', text: 'Ouais', count: 2 },
    { criterion: 'Q1', text: '7', count: 1 }
  ];

  it('before and after a person has explained them', () => {
    expect(readAnswers(file(text), criteria).recognised.strange).toEqual(counted);
    const answers = [{ said: 'Q1:Ouais', means: 3 }];
    const { recognised, problems } = readAnswers(file(text), criteria, { answers });
    expect(recognised.strange).toEqual(counted);
    expect(problems.map(({ code, line }) => `${code} ${line}`)).toEqual([
      'unknown_answer 2',
      'level_out_of_range 4',
      'unknown_answer 5'
    ]);
  });
});

describe('answerSuggestion', () => {
  const [one = { levels: [] }] = criteria.criteria;
  it.each([
    ['Ouii', 3],
    ['en  partie seulement', 2],
    ['NSP', 'unanswered'],
    ["Don't know", 'unanswered'],
    ['S.O.', 'not_applicable'],
    ['-', 'blank'],
    ['?', 'blank'],
    ['bleu', undefined],
    ['', undefined]
  ])('%j → %j', (text, means) => expect(answerSuggestion(text, one)).toBe(means));
});

describe('a long file whose headings are others', () => {
  const text = 'Nom;Maison;Question;Niveau atteint\nAlpha;Acme;Q1;2\nAlpha;Acme;Q2;3\n';
  it('is read once its columns for criterion and answer are named', () => {
    const map = ['product=Nom', 'vendor=Maison', 'criterion=Question', 'answer=Niveau atteint'];
    const { responses, recognised } = readAnswers(file(text), criteria, {
      map: map.map((one) => ({ field: one.split('=')[0] ?? '', heading: one.split('=')[1] ?? '' }))
    });
    expect(recognised.layout).toBe('long');
    expect(responses.map(({ answers }) => [...answers])).toEqual([[2, 3]]);
  });
});
