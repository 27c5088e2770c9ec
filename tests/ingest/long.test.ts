import { describe, expect, it } from 'vitest';
import { readAnswers } from '#lib/ingest/answers.ts';
import { brief, file, longRow, questionnaire, tableFile, type Row } from './builders.ts';

const criteria = questionnaire();
const read = (...rows: Row[]) => readAnswers(tableFile(...rows), criteria);
const readText = (text: string) => readAnswers(file(text), criteria);
const problems = (...rows: Row[]) => read(...rows).problems.map(brief);
const products = (...rows: Row[]) => read(...rows).responses.map(({ product }) => product);

describe('a long file gives', () => {
  it('blank for a criterion without a row', () => {
    expect([...(read(longRow()).responses[0]?.answers ?? [])]).toEqual([2, -2]);
  });

  it('one response for products and vendors spelt alike but for case and accents, under their first spelling', () => {
    const { responses } = read(
      longRow({ product: 'Été' }),
      longRow({ product: ' ETE', vendor: 'ACME', criterion: 'Q2' })
    );
    expect(responses).toMatchObject([{ product: 'Été', vendor: 'Acme' }]);
    expect([...(responses[0]?.answers ?? [])]).toEqual([2, 2]);
  });

  it('two responses for one product name of two vendors, and for two dates', () => {
    const dated = (submitted_at: string, vendor = 'Acme') => longRow({ submitted_at, vendor });
    const { responses } = read(
      dated('2025-01-01'),
      dated('2025-02-01'),
      dated('2025-01-01', 'Other'),
      dated('01/02/2025', 'Third')
    );
    expect(responses.map(({ vendor, submittedAt }) => `${vendor} ${submittedAt}`)).toEqual([
      'Acme 2025-01-01',
      'Acme 2025-02-01',
      'Other 2025-01-01',
      'Third 2025-02-01'
    ]);
  });

  it('one response for one date written in two ways', () => {
    const { responses } = read(
      longRow({ date: '2025-02-01' }),
      longRow({ date: '01/02/2025', criterion: 'Q2' })
    );
    expect(responses).toHaveLength(1);
  });

  it('the line on which each response starts', () => {
    const text = 'product,vendor,criterion,answer,note\nA,B,Q1,1,"x\ny"\n\nC,B,Q1,1,\n';
    expect(readText(text).responses.map(({ line }) => line)).toEqual([2, 5]);
  });

  it('a not-applicable mark on a common criterion, with a warning', () => {
    const { responses, problems } = read(
      longRow({ answer: 'NA' }),
      longRow({ criterion: 'Q2', answer: 'NA' })
    );
    expect([...(responses[0]?.answers ?? [])]).toEqual([-1, -1]);
    expect(problems.map(brief)).toEqual(['warning not_applicable_on_common 2 answer=NA']);
  });

  it('blank for the cells that a short row lacks, with a warning', () => {
    const { responses, problems } = readText('product,vendor,criterion,answer,note\nA,B,Q1,2\nA,B,Q2\n');
    expect([...(responses[0]?.answers ?? [])]).toEqual([2, -2]);
    expect(problems.map(brief)).toEqual(['warning short_row 2 null=null', 'warning short_row 3 null=null']);
  });

  it('what a row longer by blank cells holds', () => {
    expect(readText('product,vendor,criterion,answer\nA,B,Q1,2,, \n')).toMatchObject({
      problems: [],
      rejected: { rows: 0 }
    });
  });
});

describe('a long file reports', () => {
  const good = longRow({ product: 'Beta' });
  it.each<[string, Row[], string[]]>([
    ['an unknown criterion', [longRow({ criterion: 'Q99' })], ['unknown_criterion 2 criterion=Q99']],
    ['a blank criterion', [longRow({ criterion: ' ' })], ['missing_value 2 criterion= ']],
    ['a level out of range', [longRow({ answer: '4' })], ['level_out_of_range 2 answer=4']],
    ['an unknown answer', [longRow({ answer: ' oui ? non' })], ['unknown_answer 2 answer= oui ? non']],
    ['an impossible date', [longRow({ submitted_at: '2025-02-30' })], ['bad_date 2 submitted_at=2025-02-30']],
    [
      'a criterion answered twice',
      [longRow(), longRow({ criterion: 'q1' })],
      ['duplicate_answer 3 criterion=q1']
    ],
    ['a blank product', [longRow({ product: ' ' })], ['missing_value 2 product= ']],
    ['a blank vendor', [longRow({ vendor: '\u00a0' })], ['missing_value 2 vendor=\u00a0']],
    [
      'two corridors',
      [longRow({ corridor: 'a' }), longRow({ criterion: 'Q2', corridor: 'A' })],
      ['conflicting_attribute 3 corridor=A']
    ],
    [
      'an attribute given once only',
      [longRow({ size: 'a' }), longRow({ criterion: 'Q2' })],
      ['conflicting_attribute 3 size=']
    ],
    [
      'several things in a row',
      [longRow({ vendor: '', date: 'x', answer: '9' })],
      ['missing_value 2 vendor=', 'bad_date 2 date=x', 'level_out_of_range 2 answer=9']
    ]
  ])('%s, and keeps the other products', (_, rows, expected) => {
    const parsed = read(...rows, good);
    expect(parsed.problems.map(brief)).toEqual(expected.map((problem) => `error ${problem}`));
    expect(parsed.responses.map(({ product }) => product)).toEqual(['Beta']);
    expect(parsed.rejected.rows).toBe(rows.length);
  });

  it('one problem for each row and column in conflict', () => {
    const row = (criterion: string, corridor: string, size: string) => longRow({ criterion, corridor, size });
    expect(problems(row('Q1', 'a', 's'), row('Q2', 'b ', 't'))).toEqual([
      'error conflicting_attribute 3 corridor=b ',
      'error conflicting_attribute 3 size=t'
    ]);
  });

  it('no conflict between values that differ by blanks, nor between two dates', () => {
    expect(problems(longRow({ corridor: 'a' }), longRow({ criterion: 'Q2', corridor: ' a ' }))).toEqual([]);
    expect(
      problems(longRow({ date: '2025-01-01', size: 'a' }), longRow({ date: '2025-01-02', size: 'b' }))
    ).toEqual([]);
  });

  it('a row with too many cells, and only that of the row', () => {
    const parsed = readText('product,vendor,criterion,answer\nA,B,Q1,9,x\nA,B,Q2,1\nC,B,Q1,1\n');
    expect(parsed.problems.map(brief)).toEqual(['error ragged_row 2 null=null']);
    expect(parsed).toMatchObject({ responses: [{ product: 'C' }], rejected: { products: 1, rows: 2 } });
  });

  it('the headings where they come again', () => {
    const parsed = readText(
      'product,vendor,criterion,answer\nA,B,Q1,1\nproduct,vendor,criterion,answer\nA,B,Q2,1\n'
    );
    expect(parsed.problems.map(brief)).toEqual(['error repeated_header 3 null=null']);
    expect(parsed).toMatchObject({ responses: [{ product: 'A' }], rejected: { products: 0, rows: 1 } });
  });

  it('where a record starts, quoted line breaks and blank lines counted', () => {
    const text =
      '\r\nproduct,vendor,criterion,answer\r\n"A\r\na",B,Q1,1\r\n\r\n,,,\r\nC,B,Q1,"9\r\n9"\r\nD,B,Q1,8\r\n';
    expect(readText(text).problems.map(({ code, line }) => `${code} ${line}`)).toEqual([
      'unknown_answer 7',
      'level_out_of_range 9'
    ]);
  });
});

describe('a long file rejects', () => {
  it('every response of a product with an error, before and after it', () => {
    const dated = (date: string, answer: string) => longRow({ date, answer });
    const parsed = read(
      dated('2025-01-01', '1'),
      dated('2025-01-02', '9'),
      dated('2025-01-03', '1'),
      longRow({ vendor: 'Other' })
    );
    expect(parsed.responses).toMatchObject([{ vendor: 'Other' }]);
    expect(parsed.rejected).toEqual({ products: 1, rows: 3 });
  });

  it('the products of a name that stands without a vendor', () => {
    const parsed = read(
      longRow(),
      longRow({ vendor: 'Other' }),
      longRow({ vendor: '', product: 'ALPHA' }),
      longRow({ product: 'Beta' })
    );
    expect(parsed.responses.map(({ product }) => product)).toEqual(['Beta']);
    expect(parsed.rejected).toEqual({ products: 2, rows: 3 });
  });

  it('a product that has no vendor anywhere, as one product', () => {
    expect(read(longRow({ vendor: '' }), longRow({ vendor: '', criterion: 'Q2' })).rejected).toEqual({
      products: 1,
      rows: 2
    });
  });

  it('a row without a product by itself', () => {
    const rows = [longRow(), longRow({ product: '', criterion: 'Q2' })];
    expect(products(...rows)).toEqual(['Alpha']);
    expect(read(...rows).rejected).toEqual({ products: 0, rows: 1 });
  });

  it('nothing for a warning', () => {
    expect(read(longRow({ answer: 'sans objet' })).rejected).toEqual({ products: 0, rows: 0 });
  });
});
