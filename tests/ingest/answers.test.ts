import { describe, expect, it } from 'vitest';
import { readAnswers } from '#lib/ingest/answers.ts';
import type { ReadOptions } from '#lib/ingest/types.ts';
import {
  brief,
  criterionRow,
  delimited,
  file,
  longRow,
  questionnaire,
  tableFile,
  wideRow,
  type Row
} from './builders.ts';
import { encode } from './encode.ts';

const criteria = questionnaire();
const read = (text: string, options?: ReadOptions) => readAnswers(file(text), criteria, options);
const readTable = (rows: Row[], options?: ReadOptions) => readAnswers(tableFile(...rows), criteria, options);
const briefs = (text: string, options?: ReadOptions) => read(text, options).problems.map(brief);

/** What is recognised of a file that no tool wrote. */
const canonical = {
  source: 'canonical',
  reason: { by: 'none', columns: [] },
  leftOut: [],
  constants: [],
  passedOver: 0
};

describe('readAnswers recognises', () => {
  it('a long file, its columns in any order', () => {
    const rows = [longRow({ answer: 'Oui', submitted_at: '2025-03-14', corridor: 'Hôpital', size: 'big' })];
    const reversed = rows.map((row) => Object.fromEntries(Object.entries(row).reverse()));
    for (const order of [rows, reversed]) {
      expect(readTable(order)).toEqual({
        recognised: {
          name: 'file.csv',
          layout: 'long',
          container: 'csv',
          sheet: null,
          otherSheets: [],
          archive: null,
          delimiter: ',',
          encoding: 'utf-8',
          rows: 1,
          headingRows: 1,
          matched: [
            { field: 'product', heading: 'product', by: 'name' },
            { field: 'vendor', heading: 'vendor', by: 'name' },
            { field: 'corridor', heading: 'corridor', by: 'name' },
            { field: 'submitted_at', heading: 'submitted_at', by: 'name' },
            { field: 'criterion', heading: 'criterion', by: 'name' },
            { field: 'answer', heading: 'answer', by: 'name' }
          ],
          answers: [],
          attributes: ['size'],
          columns: expect.any(Array),
          strange: [],
          ...canonical
        },
        responses: [
          {
            product: 'Alpha',
            vendor: 'Acme',
            corridor: 'Hôpital',
            submittedAt: '2025-03-14',
            attributes: { size: 'big' },
            answers: Int8Array.of(3, -2),
            line: 2
          }
        ],
        rejected: { products: 0, rows: 0 },
        problems: []
      });
    }
  });

  it('a wide file, its columns in any order', () => {
    const row = wideRow({ couloir: 'Imagerie', date: '14/03/2025 9:05', taille: '' });
    for (const order of [row, Object.fromEntries(Object.entries(row).reverse())]) {
      expect(readTable([order])).toEqual({
        recognised: {
          name: 'file.csv',
          layout: 'wide',
          container: 'csv',
          sheet: null,
          otherSheets: [],
          archive: null,
          delimiter: ',',
          encoding: 'utf-8',
          rows: 1,
          headingRows: 1,
          matched: [
            { field: 'product', heading: 'product', by: 'name' },
            { field: 'vendor', heading: 'vendor', by: 'name' },
            { field: 'corridor', heading: 'couloir', by: 'name' },
            { field: 'submitted_at', heading: 'date', by: 'name' },
            { field: 'Q1', heading: 'Q1', by: 'code' },
            { field: 'Q2', heading: 'Q2', by: 'code' }
          ],
          answers: [],
          attributes: ['taille'],
          columns: expect.any(Array),
          strange: [],
          ...canonical
        },
        responses: [
          {
            product: 'Alpha',
            vendor: 'Acme',
            corridor: 'Imagerie',
            submittedAt: '2025-03-14T09:05:00',
            attributes: {},
            answers: Int8Array.of(2, 3),
            line: 2
          }
        ],
        rejected: { products: 0, rows: 0 },
        problems: []
      });
    }
  });

  it.each([
    ['produit', 'éditeur', 'critère', 'réponse'],
    ['Solution', 'INDUSTRIEL', 'Code', 'Niveau']
  ])('the headings %s, %s, %s, %s', (product, vendor, criterion, answer) => {
    const parsed = readTable([{ [product]: 'A', [vendor]: 'B', [criterion]: ' q2 ', [answer]: '4' }]);
    expect(parsed.responses.map(({ answers }) => [...answers])).toEqual([[-2, 4]]);
  });

  it('a wide file that has columns named criterion and answer besides the codes', () => {
    const { recognised, responses } = readTable([wideRow({ niveau: 'N1', code: 'x' })]);
    expect(recognised).toMatchObject({ layout: 'wide', attributes: ['niveau', 'code'] });
    expect(responses[0]?.attributes).toEqual({ niveau: 'N1', code: 'x' });
  });

  it.each([
    ['Windows-1252 with semicolons', encode(french(';', '\r\n'), 'windows-1252'), 'windows-1252', ';'],
    ['Mac OS Roman, CR only', encode(french(';', '\r'), 'macintosh'), 'macintosh', ';'],
    ['UTF-8 with a byte order mark, CRLF', encode(french(',', '\r\n'), 'utf-8', true), 'utf-8', ','],
    [
      'UTF-16 LE with a byte order mark, tabs',
      encode(french('\t', '\r\n'), 'utf-16le', true),
      'utf-16le',
      '\t'
    ],
    ['UTF-16 BE without one', encode(french('|', '\n'), 'utf-16be'), 'utf-16be', '|']
  ])('%s', (_, bytes, encoding, delimiter) => {
    const { recognised, responses, problems } = readAnswers(file(bytes), criteria);
    expect(recognised).toMatchObject({ encoding, delimiter, layout: 'long', rows: 2 });
    expect(problems).toEqual([]);
    expect(responses).toMatchObject([{ product: 'Été', vendor: 'Société', corridor: 'Hôpital', line: 2 }]);
    expect([...(responses[0]?.answers ?? [])]).toEqual([3, 4]);
  });

  it('criteria by codes such as Q12[SQ003] and C.1.10, without regard to case', () => {
    const codes = questionnaire(
      criterionRow({ code: 'Q12[SQ003]' }),
      criterionRow({ code: 'C.1.10' }),
      criterionRow({ code: 'C.1.1' })
    );
    const wide = readAnswers(
      tableFile({ product: 'A', vendor: 'B', 'c.1.1': '1', 'C.1.10': '2', 'q12[sq003]': '3' }),
      codes
    );
    const long = readAnswers(
      tableFile(
        longRow({ criterion: 'C.1.1', answer: '1' }),
        longRow({ criterion: 'c.1.10' }),
        longRow({ criterion: 'Q12[sq003]', answer: '3' })
      ),
      codes
    );
    for (const { responses, problems } of [wide, long]) {
      expect(problems).toEqual([]);
      expect(responses.map(({ answers }) => [...answers])).toEqual([[3, 2, 1]]);
    }
  });

  it('nothing but what is asked for, where encoding and delimiter are', () => {
    const text = 'product;vendor;Q1;Q2\nA,b;Acmé;1;2\n';
    const { recognised, responses } = readAnswers(file(encode(text, 'windows-1252')), criteria, {
      encoding: 'mac',
      delimiter: ';'
    });
    expect(recognised).toMatchObject({ encoding: 'macintosh', delimiter: ';' });
    expect(responses[0]).toMatchObject({ product: 'A,b', vendor: 'AcmÈ' });
    expect(read(text, { delimiter: ',' }).recognised.delimiter).toBe(',');
  });
});

describe('readAnswers refuses the file as a whole', () => {
  it.each([
    ['zero bytes', '', 'empty_file null null=null'],
    ['blank lines', '\n\n  \n', 'empty_file null null=null'],
    ['headings only', 'product,vendor,Q1,Q2\n\n', 'empty_file null null=null'],
    ['a web page', '<html><body>product,vendor', 'unreadable_file null null=null'],
    ['NULs', 'product,vendor\n\0\0\0', 'unreadable_file null null=null'],
    ['a cut quote', 'product,vendor,Q1,Q2\nA,B,1,2\n"C,B,1', 'unreadable_file 3 null=null'],
    ['no product column', 'vendor,Q1,Q2\nB,1,2\n', 'missing_column 1 product=null'],
    ['no vendor column', '\nproduct,Q1,Q2\nA,1,2\n', 'missing_column 2 vendor=null'],
    ['no vendor column in a long file', 'product,criterion,answer\nA,Q1,2\n', 'missing_column 1 vendor=null'],
    ['no criterion column', 'product,vendor,size\nA,B,1\n', 'missing_column 1 criterion=null'],
    ['half a long file', 'product,vendor,critère\nA,B,Q1\n', 'missing_column 1 answer=null'],
    ['a field twice', 'product,vendor,Produit,Q1,Q2\nA,B,C,1,2\n', 'duplicate_column 1 Produit=Produit'],
    [
      'a field under two names',
      'product,vendor,solution,criterion,answer\nA,B,C,Q1,2\n',
      'duplicate_column 1 solution=solution'
    ],
    ['a criterion twice', 'product,vendor,Q1,Q2, q1\nA,B,1,2,3\n', 'duplicate_column 1 q1=q1'],
    [
      'a heading that looks like a code',
      'product,vendor,Q1,Q2,q99\nA,B,1,2,3\n',
      'unknown_criterion 1 q99=q99'
    ]
  ])('%s', (_, text, expected) => {
    const { responses, problems } = read(text);
    expect(problems.map(brief)).toEqual([`error ${expected}`]);
    expect(responses).toEqual([]);
  });

  it('and still says what is wrong with its rows, and counts them', () => {
    const parsed = read('product,vendor,Q1,Q2,Q99\nA,B,1,9,2\nC,B,1,1,1\n');
    expect(parsed.problems.map(brief)).toEqual([
      'error unknown_criterion 1 Q99=Q99',
      'error level_out_of_range 2 Q2=9'
    ]);
    expect(parsed.rejected).toEqual({ products: 2, rows: 2 });
  });

  it.each([
    ['an encoding', { encoding: 'klingon' }, { reason: 'unknown_encoding', encoding: 'klingon' }],
    ['a delimiter', { delimiter: 'xx' }, { reason: 'delimiter', delimiter: 'xx' }]
  ])('where it is asked for %s that does not exist', (_, options, detail) => {
    expect(read('product,vendor,Q1\nA,B,1\n', options).problems).toMatchObject([
      { code: 'unreadable_file', detail }
    ]);
  });

  it('and says what an unreadable one looks like', () => {
    expect(readAnswers(file(Uint8Array.of(0x50, 0x4b, 3, 4, 0)), criteria).problems).toMatchObject([
      { code: 'unreadable_file', detail: { reason: 'zip' } }
    ]);
  });
});

describe('a heading that is no code is', () => {
  const withHeading = (heading: string, options?: ReadOptions) =>
    briefs(`product,vendor,Q1,Q2,${heading}\nA,B,1,2,x\n`, options);

  it('an error where it looks like a code, unless ignored', () => {
    expect(withHeading('Q99')).toHaveLength(1);
    expect(withHeading('Q99', { ignore: [' q99'] })).toEqual([]);
    expect(
      read('product,vendor,Q1,Q2,Q99\nA,B,1,2,x\n', { ignore: ['Q99'] }).responses[0]?.attributes
    ).toEqual({ Q99: 'x' });
  });

  it('an attribute where it does not', () => {
    for (const heading of ['size', 'Q', '99', 'Q-9', 'Q9x']) expect(withHeading(heading)).toEqual([]);
  });

  it('compared letter by letter with codes that are words', () => {
    const words = questionnaire(criterionRow({ code: 'MFA' }));
    const heading = (name: string) =>
      readAnswers(file(`product,vendor,MFA,${name}\nA,B,1,x\n`), words).problems.map(brief);
    expect(heading('VPN')).toEqual(['error unknown_criterion 1 VPN=VPN']);
    for (const name of ['Age', 'size', 'TAILLE', 'age']) expect(heading(name)).toEqual([]);
  });

  it('numbered where an attribute comes twice, and left out where it is blank', () => {
    const { recognised, responses } = read('product,vendor,Q1,Q2,Note,,Note,,\nA,B,1,2,x,y,z,,\n');
    expect(recognised.attributes).toEqual(['Note', 'Note (2)']);
    expect(responses[0]?.attributes).toEqual({ Note: 'x', 'Note (2)': 'z' });
  });

  it('no column where it is blank and at the end', () => {
    expect(briefs('product,vendor,Q1,Q2,,\nA,B,1,2\nC,D,1,2,,x\n')).toEqual(['error ragged_row 3 null=null']);
  });

  it('kept even where it is called __proto__', () => {
    const attributes = read('product,vendor,Q1,Q2,__proto__\nA,B,1,2,x\n').responses[0]?.attributes;
    expect(Object.entries(attributes ?? {})).toEqual([['__proto__', 'x']]);
  });
});

function french(delimiter: string, lineBreak: string): string {
  const row = { éditeur: 'Société', produit: 'Été', couloir: 'Hôpital', critère: 'Q1', réponse: 'Oui' };
  return delimited([row, { ...row, critère: 'Q2', réponse: 'Toujours' }], delimiter, lineBreak);
}
