import { describe, expect, it } from 'vitest';
import { readAnswers } from '#lib/ingest/answers.ts';
import type { ReadOptions } from '#lib/ingest/types.ts';
import { brief, criterionRow, file, questionnaire } from './builders.ts';

const criteria = questionnaire(
  criterionRow({ label_fr: 'Les comptes sont-ils nominatifs ?' }),
  criterionRow({ code: 'Q2', scope: 'conditional', label_fr: 'Deux facteurs ?', level_4_fr: 'Toujours' })
);
const respondent: ReadOptions = {
  map: [
    { field: 'product', heading: 'RespondentID' },
    { field: 'vendor', heading: 'RespondentID' }
  ]
};

function read(lines: string[], options: ReadOptions = {}) {
  const { responses, problems, recognised } = readAnswers(file(lines.join('\n')), criteria, options);
  return {
    answers: responses.map(({ answers }) => [...answers]),
    responses,
    problems: problems.map(brief),
    recognised,
    rows: recognised.headingRows
  };
}

describe('two heading rows are read as one', () => {
  const product = 'Produit,Éditeur';
  it.each<[string, string[], ReadOptions?]>([
    [
      '« Response » under each question',
      [
        'RespondentID,Les comptes sont-ils nominatifs ?,Deux facteurs ?',
        ',Response,Response',
        '7,Oui,Toujours'
      ],
      respondent
    ],
    [
      '« Réponse », also under product and vendor',
      [
        `${product},Les comptes sont-ils nominatifs ?,Deux facteurs ?`,
        'Réponse,réponse,Réponse,Réponse',
        'A,B,Oui,Toujours'
      ]
    ],
    ['codes under a theme', [`${product},Accès,`, ',,Q1,Q2', 'A,B,3,4']],
    [
      'codes under themes, with the fields in the second row',
      ['Identité,,Accès,Réseau', `${product},Q1,Q2`, 'A,B,3,4']
    ],
    ['codes under themes, the fields in both', [`${product},Accès,`, `${product},Q1,Q2`, 'A,B,3,4']],
    [
      'labels under a theme',
      [`${product},Accès,`, ',,Les comptes sont-ils nominatifs ?,Deux facteurs ?', 'A,B,3,4']
    ],
    [
      'labels under codes',
      [`${product},Q1,Q2`, 'Nom,Société,Les comptes sont-ils nominatifs ?,Deux facteurs ?', 'A,B,3,4']
    ],
    ['a title above', ['Export du questionnaire,,,', `${product},Q1,Q2`, 'A,B,3,4']],
    [
      'parts of a question that is no criterion',
      [`${product},Q1,Q2,Contexte,`, ',,,,Taille,Pays', 'A,B,3,4,9,FR']
    ],
    [
      '« Response » and a comment beside an answer',
      [`${product},Q1,,Q2`, ',,Response,Autre (précisez),Response', 'A,B,3,x,4']
    ]
  ])('%s', (_, lines, options) => {
    const { answers, problems, rows, responses } = read(lines, options);
    expect(problems).toEqual([]);
    expect(rows).toBe(2);
    expect(answers).toEqual([[3, 4]]);
    expect(responses[0]?.line).toBe(3);
  });

  it('with `first > second` as heading, or the first alone', () => {
    const { recognised, responses } = read([
      'Produit,Éditeur,Q1,,Q2,Contexte,',
      ',,Response,Autre,Response,Taille,Pays',
      'A,B,3,x,4,9,FR'
    ]);
    expect(recognised.attributes).toEqual(['Q1 > Autre', 'Contexte > Taille', 'Contexte > Pays']);
    expect(responses[0]?.attributes).toEqual({
      'Q1 > Autre': 'x',
      'Contexte > Taille': '9',
      'Contexte > Pays': 'FR'
    });
    expect(recognised.matched.map(({ heading }) => heading)).toEqual(['Produit', 'Éditeur', 'Q1', 'Q2']);
  });

  const matrix = [
    'Produit,Éditeur,Mots de passe,,Jetons,',
    ',,Longueur,Secrets,Durée,Secrets',
    'A,B,1,2,3,4'
  ];
  it.each([
    ['the whole heading', 'Mots de passe > Longueur', 'Jetons > Secrets', [1, 4]],
    ['the second part where it is unique', 'Longueur', 'Durée', [1, 3]]
  ])('and a column is named by %s', (_, first, second, expected) => {
    const options = {
      map: [
        { field: 'Q1', heading: first },
        { field: 'Q2', heading: second }
      ]
    };
    const { answers, problems } = read(matrix, options);
    expect(problems).toEqual([]);
    expect(answers).toEqual([expected]);
  });

  it('and a column is named by the first part where it is unique', () => {
    const lines = ['Qui,Société,Un,Deux', 'Nom,Nom,Combien,Combien', 'A,B,3,4'];
    const map = [
      ['product', 'Qui'],
      ['vendor', 'Société'],
      ['Q1', 'Un'],
      ['Q2', 'Deux > Combien']
    ].map(([field = '', heading = '']) => ({ field, heading }));
    expect(read(lines, { map }).rows).toBe(1);
    const known = ['Qui,Société,Un,Deux', ',,Q1,Q2', 'A,B,3,4'];
    expect(read(known, { map }).problems).toEqual(['error unknown_heading 1 null=Deux > Combien']);
    expect(read(known, { map: map.slice(0, 3) }).answers).toEqual([[3, 4]]);
  });

  it('and by no part that two columns share', () => {
    const { problems } = read(matrix, {
      map: [
        { field: 'Q1', heading: 'Longueur' },
        { field: 'Q2', heading: 'Secrets' }
      ]
    });
    expect(problems).toContain('error unknown_heading 1 null=Secrets');
  });

  it('with physical line numbers, blank lines and quoted breaks counted', () => {
    const { problems } = read(['Produit,Éditeur,"Acc\nès",', '', ',,Q1,Q2', '', 'A,B,9,4']);
    expect(problems).toEqual(['error level_out_of_range 6 Acc\nès > Q1=9']);
  });

  it('and a later row like either is a repeated heading', () => {
    const rows = ['Produit,Éditeur,Accès,', ',,Q1,Q2'];
    const { problems, answers } = read([...rows, 'A,B,3,4', ...rows, 'C,D,1,1']);
    expect(problems).toEqual(['error repeated_header 4 null=null', 'error repeated_header 5 null=null']);
    expect(answers).toEqual([
      [3, 4],
      [1, 1]
    ]);
  });

  it('of one column the two parts must not name two criteria', () => {
    const { problems } = read(['Produit,Éditeur,Q1,x', ',,Deux facteurs ?,Response', 'A,B,3,4']);
    expect(problems[0]).toBe('error ambiguous_heading 1 Q1 > Deux facteurs ?=Q1 > Deux facteurs ?');
  });

  it('unless a person says what it holds, or to ignore it', () => {
    const lines = ['Produit,Éditeur,Q1,x,Autre', ',,Deux facteurs ?,Response,Response', 'A,B,3,4,1'];
    const column = 'Q1 > Deux facteurs ?';
    const heading = (field: string, heading: string) => ({ field, heading });
    const map = [heading('Q1', column), heading('Q2', 'x')];
    expect(read(lines, { map })).toMatchObject({ problems: [], answers: [[3, 4]] });
    const others = { map: [heading('Q1', 'Autre'), heading('Q2', 'x')], ignore: [column] };
    expect(read(lines, others)).toMatchObject({ problems: [], answers: [[1, 4]] });
  });

  it('where only a mapping names the second', () => {
    const lines = ['Enquête,,,', 'Nom,Maison,Un,Deux', 'A,B,3,4'];
    const map = [
      { field: 'product', heading: 'Nom' },
      { field: 'vendor', heading: 'Maison' },
      { field: 'Q1', heading: 'Un' },
      { field: 'Q2', heading: 'Deux' }
    ];
    expect(read(lines, { map })).toMatchObject({ rows: 2, problems: [], answers: [[3, 4]] });
  });

  it('with boxes to tick under a question, which is then no column', () => {
    const lines = ['Produit,Éditeur,Les comptes sont-ils nominatifs ?,,Q2', ',,Oui,Non,Response', 'A,B,x,,4'];
    const { rows, problems, answers } = read(lines);
    expect({ rows, problems, answers }).toEqual({
      rows: 2,
      problems: ['warning missing_column 1 Q1=Q1'],
      answers: [[-2, 4]]
    });
  });

  it('with « Response » under the fields and codes under a theme', () => {
    const lines = ['Produit,Éditeur,Accès,', 'Response,Response,Q1,Q2', 'A,B,3,4'];
    expect(read(lines)).toMatchObject({ rows: 2, problems: [], answers: [[3, 4]] });
  });

  it('without a heading for a column that is blank throughout, and with the carried one where it is not', () => {
    const lines = ['Produit,Éditeur,Q1,,Q2', ',,Response,,Response'];
    expect(read([...lines, 'A,B,3,,4'])).toMatchObject({ problems: [], answers: [[3, 4]] });
    expect(read([...lines, 'A,B,3,x,4']).problems).toEqual(['error duplicate_column 1 Q1=Q1']);
  });

  it('with a part that both say once', () => {
    const lines = ['Produit,Éditeur,Accès,', 'PRODUIT,Éditeur,Q1,Q2', 'A,B,3,4'];
    expect(read(lines).recognised.matched.map(({ heading }) => heading)).toEqual([
      'Produit',
      'Éditeur',
      'Accès > Q1',
      'Accès > Q2'
    ]);
  });

  it('and a part that looks like a code is an unknown criterion', () => {
    const lines = ['Produit,Éditeur,Q1,Q2,Q9,', ',,Response,Response,a,b', 'A,B,3,4,x,y'];
    expect(read(lines).problems).toEqual([
      'error unknown_criterion 1 Q9 > a=Q9 > a',
      'error unknown_criterion 1 Q9 > b=Q9 > b'
    ]);
    expect(read(lines, { ignore: ['Q9'] }).problems).toEqual([]);
  });

  it('an empty file where nothing follows', () => {
    expect(read(['Produit,Éditeur,Accès,', ',,Q1,Q2']).problems).toEqual(['error empty_file null null=null']);
  });

  it('in a long file where the second only says « Response »', () => {
    const lines = ['Produit,Éditeur,Critère,Réponse', 'Response,Response,Response,Response', 'A,B,Q1,3'];
    expect(read(lines)).toMatchObject({ rows: 2, answers: [[3, -2]], problems: [] });
  });

  it('and tell the delimiter where the first knows nothing', () => {
    const lines = ['a,b,c,d,e;;;', 'Produit;Éditeur;Q1;Q2', 'A;B;3;4'];
    expect(read(lines)).toMatchObject({ rows: 2, answers: [[3, 4]], recognised: { delimiter: ';' } });
  });
});

describe('a second row stays data, and what is wrong with it is reported', () => {
  const headings = 'Produit,Éditeur,Q1,Q2,Note,';
  it.each<[string, string, string[]]>([
    ['answers', 'A,B,1,1,Q1', []],
    ['answers and a stray cell', 'A,B,1,1,x,stray', ['error ragged_row 2 null=null']],
    ['a product and no answer', 'A,B,,,Q1', []],
    ['a product and « Response » as an attribute', 'A,B,,,Response', []],
    ['answers without product', ',,1,1,Response', ['missing_value Éditeur', 'missing_value Produit']],
    ['labels without product', ',,Oui,Non,Q1', ['missing_value Éditeur', 'missing_value Produit']],
    ['answers that are none', 'A,B,bof,bof,Q1', ['unknown_answer Q1', 'unknown_answer Q2']],
    ['a note alone', ',,,,note', ['missing_value Éditeur', 'missing_value Produit']],
    ['a stray cell alone', ',,,,,stray', ['error ragged_row 2 null=null']],
    [
      'other codes, as where another file follows',
      'Produit,Éditeur,Q2,Q1,Note',
      ['unknown_answer Q1', 'unknown_answer Q2']
    ],
    ['the headings again', 'Produit,Éditeur,Q1,Q2,Note', ['error repeated_header 2 null=null']]
  ])('%s', (_, second, expected) => {
    const { problems, rows } = read([headings, second, 'C,D,1,1,y']);
    expect(rows).toBe(1);
    const full = expected.map((problem) => {
      const [code, column] = problem.split(' ');
      return problem.startsWith('error') ? problem : expect.stringContaining(`error ${code} 2 ${column}=`);
    });
    expect(problems).toEqual(full);
  });

  it('wrong answers beside what could be a group', () => {
    const lines = ['Produit,Éditeur,Q1,Q2,Contexte,', ',,bof,,Taille,Pays', 'A,B,1,1,x,y'];
    expect(read(lines).rows).toBe(1);
  });

  it('where it is not known whose answers they are', () => {
    const lines = ['Nom,Maison,Contexte,,Q1,Q2', 'A,B,9,FR,,', 'C,D,9,FR,1,1'];
    expect(read(lines)).toMatchObject({ rows: 1, recognised: { rows: 2 } });
  });

  it('in a long file, whatever it says', () => {
    const { problems, rows } = read(['product,vendor,criterion,answer', ',,Q1,Response', 'A,B,Q1,3']);
    expect(rows).toBe(1);
    expect(problems).toHaveLength(3);
  });
});
