import { describe, expect, it, test } from 'vitest';
import { readComments } from '#lib/ingest/comments.ts';
import { brief, delimited, file, type Row } from './builders.ts';
import { commentRow } from './comment-row.ts';
import { encode } from './encode.ts';

const read = (content: string | Uint8Array) => readComments(file(content, 'c.csv'), ['Q1', 'Q2']);
const briefs = (...rows: Row[]) => read(delimited(rows.map(commentRow))).problems.map(brief);

describe('readComments', () => {
  it('reads each comment with its line, texts trimmed, codes as the questionnaire writes them', () => {
    const rows = [
      commentRow({ criterion: ' q1 ', comment: 'Deux\nlignes ' }),
      commentRow({ code: '', organisation: 'Clinique  du  Lac', stance: 'OPPOSED', date: '' })
    ];
    expect(read(delimited(rows)).rows).toEqual([
      {
        line: 2,
        requirement: 'SSI/GEN.18',
        criterion: 'Q1',
        organisation: 'Fédération des Quais',
        organisationType: 'Fédération',
        stance: 'favourable',
        comment: 'Deux\nlignes',
        date: '2026-05-04'
      },
      expect.objectContaining({
        line: 4,
        requirement: '',
        organisation: 'Clinique du Lac',
        stance: 'opposed',
        date: null
      })
    ]);
  });

  it.each(['utf-8', 'windows-1252', 'utf-16le', 'macintosh'] as const)(
    'takes French headings, words and dates in %s with semicolons',
    (encoding) => {
      const text =
        'Exigence;Critère;Organisme;Type d’organisme;Position;Commentaire;Date\r\n' +
        'IAM/1;Q2;Établissement Bérul;Établissement de santé;réservé;À préciser;04/05/2026\r\n' +
        'IAM/1;;Orveal;Éditeur;Opposé;;\r\n' +
        ';Q1;Orveal;Éditeur;favorable;;\r\n';
      const { rows, problems } = read(encode(text, encoding, encoding === 'utf-16le'));
      expect(problems).toEqual([]);
      expect(rows.map(({ stance, criterion, date }) => [stance, criterion, date])).toEqual([
        ['reserved', 'Q2', '2026-05-04'],
        ['opposed', '', null],
        ['favourable', 'Q1', null]
      ]);
      expect(rows[0]?.organisation).toBe('Établissement Bérul');
    }
  );

  it('reports all that is wrong, each with line, column and value', () => {
    expect(
      briefs(
        { stance: 'neutre', date: '31/02/2026', criterion: 'Q9' },
        { organisation: ' ', stance: '' },
        { code: '', criterion: '' },
        { criterion: 'Q2' },
        { criterion: 'Q1' }
      )
    ).toEqual([
      'error unknown_criterion 2 criterion=Q9',
      'error unknown_stance 2 stance=neutre',
      'error bad_date 2 date=31/02/2026',
      'error missing_value 3 stance=',
      'error missing_value 3 organisation= ',
      'error missing_value 4 code=',
      'error conflicting_criterion 5 criterion=Q2'
    ]);
  });

  test.each([
    ['no code and no criterion', 'organisation,stance,comment\nA,opposed,x\n', 'missing_column 1 code=null'],
    ['no stance', 'code,organisation,comment\nA,B,x\n', 'missing_column 1 stance=null'],
    [
      'a column twice',
      'code,organisation,avis,position,comment\nA,B,opposed,opposed,x\n',
      'duplicate_column 1 position=position'
    ],
    ['headings alone', 'code,organisation,stance,comment\n', 'empty_file null null=null'],
    ['a row too long', 'code,organisation,stance,comment\nA,B,opposed,x,y\n', 'ragged_row 2 null=null'],
    [
      'its headings again',
      'code,organisation,stance,comment\ncode,organisation,stance,comment\n',
      'repeated_header 2 null=null'
    ]
  ])('%s is an error', (_, text, expected) => {
    expect(read(text).problems.map(brief)).toEqual([`error ${expected}`]);
  });

  it('does with the columns that the format asks for, and leaves others alone', () => {
    const { rows, problems } = read('criterion,organisation,stance,comment,phone\nQ1,A,opposed,x,1\n');
    expect(problems).toEqual([]);
    expect(rows).toEqual([
      expect.objectContaining({ requirement: '', criterion: 'Q1', organisationType: '' })
    ]);
  });
});
