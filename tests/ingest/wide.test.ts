import { describe, expect, it } from 'vitest';
import { readAnswers } from '#lib/ingest/answers.ts';
import { brief, file, questionnaire, tableFile, wideRow, type Row } from './builders.ts';

const criteria = questionnaire();
const read = (...rows: Row[]) => readAnswers(tableFile(...rows), criteria);
const readText = (text: string) => readAnswers(file(text), criteria);

describe('a wide file gives', () => {
  it('each answer by label or level, mark or blank', () => {
    const { responses } = read(
      wideRow({ product: 'a', Q1: 'en partie', Q2: 'N/A' }),
      wideRow({ product: 'b', Q1: 'sans réponse', Q2: ' ' })
    );
    expect(responses.map(({ answers }) => [...answers])).toEqual([
      [2, -1],
      [0, -2]
    ]);
  });

  it('blank for a criterion without a column, with a warning', () => {
    const { responses, problems } = readText('product,vendor,Q2\nA,B,1\n');
    expect([...(responses[0]?.answers ?? [])]).toEqual([-2, 1]);
    expect(problems.map(brief)).toEqual(['warning missing_column 1 Q1=Q1']);
  });

  it('two responses of a product for two dates', () => {
    const { responses, problems } = read(
      wideRow({ date: '2025-01-01' }),
      wideRow({ date: '2025-01-02', Q1: '1' })
    );
    expect(problems).toEqual([]);
    expect(responses.map(({ answers }) => answers[0])).toEqual([2, 1]);
  });

  it('a not-applicable mark on a common criterion, with a warning', () => {
    const { responses, problems } = read(wideRow({ Q1: 'Sans objet' }));
    expect(responses[0]?.answers[0]).toBe(-1);
    expect(problems.map(brief)).toEqual(['warning not_applicable_on_common 2 Q1=Sans objet']);
  });

  it('blank for the cells that a short row lacks, with a warning', () => {
    const { responses, problems } = readText('product,vendor,Q1,Q2\nA,B,1\n');
    expect([...(responses[0]?.answers ?? [])]).toEqual([1, -2]);
    expect(problems.map(brief)).toEqual(['warning short_row 2 null=null']);
  });

  it('no attribute for a blank cell', () => {
    expect(read(wideRow({ size: ' ', kind: ' x ' })).responses[0]?.attributes).toEqual({ kind: 'x' });
  });
});

describe('a wide file reports', () => {
  const good = wideRow({ product: 'Beta' });
  it.each<[string, Row[], string[]]>([
    [
      'levels out of range, all of a row',
      [wideRow({ Q1: '0', Q2: '7' })],
      ['level_out_of_range 2 Q1=0', 'level_out_of_range 2 Q2=7']
    ],
    ['an unknown answer', [wideRow({ Q2: 'bof' })], ['unknown_answer 2 Q2=bof']],
    ['an impossible date', [wideRow({ date: '31/06/2025' })], ['bad_date 2 date=31/06/2025']],
    ['a blank product', [wideRow({ product: '' })], ['missing_value 2 product=']],
    ['a blank vendor', [wideRow({ vendor: '' })], ['missing_value 2 vendor=']],
    ['a product twice', [wideRow(), wideRow({ product: 'ALPHA' })], ['duplicate_answer 3 product=ALPHA']],
    [
      'a product twice, in two corridors',
      [wideRow({ corridor: 'a' }), wideRow({ corridor: 'b' })],
      ['conflicting_attribute 3 corridor=b', 'duplicate_answer 3 product=Alpha']
    ]
  ])('%s, and keeps the other products', (_, rows, expected) => {
    const parsed = read(...rows, good);
    expect(parsed.problems.map(brief)).toEqual(expected.map((problem) => `error ${problem}`));
    expect(parsed.responses.map(({ product }) => product)).toEqual(['Beta']);
    expect(parsed.rejected.rows).toBe(rows.length);
  });

  it('a row with too many cells', () => {
    const parsed = readText('product,vendor,Q1,Q2\nA,B,1,2,x\nC,B,1,1\n');
    expect(parsed.problems.map(brief)).toEqual(['error ragged_row 2 null=null']);
    expect(parsed).toMatchObject({ responses: [{ product: 'C' }], rejected: { products: 1, rows: 1 } });
  });

  it('what was expected', () => {
    expect(read(wideRow({ Q1: '7' })).problems[0]?.detail).toEqual({
      criterion: 'Q1',
      levels: 3,
      labelsFr: 'Non / En partie / Oui',
      labelsEn: 'Non / En partie / Oui'
    });
  });
});
