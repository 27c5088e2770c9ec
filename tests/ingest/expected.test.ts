import { describe, expect, it } from 'vitest';
import { readExpected } from '#lib/ingest/expected.ts';
import { brief, file } from './builders.ts';

const read = (text: string) => readExpected(file(text, 'expected.csv'));
const briefs = (text: string) => read(text).problems.map(brief);

describe('readExpected', () => {
  it('reads products, vendors and corridors, each product once', () => {
    const text = 'Solution;Éditeur;Couloir\r\nAlpha;Acme;Hôpital\r\n\r\nBeta;Acme;\r\nALPHA;acme;Hôpital\r\n';
    expect(read(text)).toEqual({
      expected: [
        { product: 'Alpha', vendor: 'Acme', corridor: 'Hôpital' },
        { product: 'Beta', vendor: 'Acme', corridor: '' }
      ],
      problems: []
    });
  });

  it('does without corridors, and leaves other columns alone', () => {
    expect(read('vendor,product,note\nAcme,Alpha,x\n').expected).toEqual([
      { product: 'Alpha', vendor: 'Acme', corridor: '' }
    ]);
  });

  it.each([
    ['no vendor column', 'product\nA\n', 'missing_column 1 vendor=null'],
    ['a column twice', 'product,vendor,éditeur\nA,B,C\n', 'duplicate_column 1 éditeur=éditeur'],
    ['a blank vendor', 'product,vendor\nA,\n', 'missing_value 2 vendor='],
    [
      'two corridors for a product',
      'product,vendor,corridor\nA,B,x\nA,B,y\n',
      'conflicting_attribute 3 corridor=y'
    ],
    ['an empty file', '', 'empty_file null null=null'],
    ['a row with too many cells', 'product,vendor\nA,B,C\n', 'ragged_row 2 null=null']
  ])('reports %s', (_, text, expected) => {
    expect(briefs(text)).toEqual([`error ${expected}`]);
    expect(read(text).expected).toEqual([]);
  });
});
