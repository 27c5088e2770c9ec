import fc from 'fast-check';
import Papa from 'papaparse';
import { describe, expect, test } from 'vitest';
import { toCsv } from '#lib/reports/csv.ts';
import type { Cell } from '#lib/reports/table.ts';

function parsed(csv: string, delimiter: string): string[][] {
  return Papa.parse<string[]>(csv, { delimiter, skipEmptyLines: false }).data.slice(0, -1);
}

function asRead(cell: Cell): string {
  if (typeof cell !== 'string') return cell === null ? '' : String(cell);
  return /^[=+\-@\t\r]/.test(cell) ? `'${cell}` : cell;
}

const cell: fc.Arbitrary<Cell> = fc.oneof(
  fc.string({ unit: 'grapheme' }),
  fc.constantFrom('a,b', 'a;b', '"cité"', 'deux\nlignes', ' bord ', '=1+1', '-Foo', '@x', '+33', 'é'),
  fc.double({ noNaN: true, noDefaultInfinity: true }),
  fc.integer(),
  fc.constant(null)
);

const rows = fc.array(fc.tuple(cell, cell, cell), { maxLength: 8 });
const columns = ['a', 'b', 'c'];

describe('toCsv', () => {
  test('is read back as it was by a parser', () => {
    fc.assert(
      fc.property(rows, (given) => {
        expect(parsed(toCsv({ columns, rows: given }), ',')).toEqual([
          columns,
          ...given.map((row) => row.map(asRead))
        ]);
      })
    );
  });

  test('for a French spreadsheet too, with decimal commas and a byte order mark', () => {
    fc.assert(
      fc.property(rows, (given) => {
        const csv = toCsv({ columns, rows: given }, 'spreadsheet-fr');
        expect(csv.startsWith('\ufeff')).toBe(true);
        const read = (c: Cell) => (typeof c === 'number' ? String(c).replace('.', ',') : asRead(c));
        expect(parsed(csv.slice(1), ';')).toEqual([columns, ...given.map((row) => row.map(read))]);
      })
    );
  });

  test('is plain, unrounded, and ends its lines as RFC 4180 asks', () => {
    expect(toCsv({ columns, rows: [[1 / 3, null, 'x']] })).toBe('a,b,c\r\n0.3333333333333333,,x\r\n');
    expect(toCsv({ columns, rows: [] })).toBe('a,b,c\r\n');
  });

  test.each(['=1+1', '+1', '-1', '@SUM(A1)', '\tx', '\rx', "=cmd|' /C calc'!A0"])(
    'keeps a spreadsheet from running « %s »',
    (text) => {
      for (const dialect of ['api', 'spreadsheet-fr'] as const) {
        const [, [first] = []] = parsed(
          toCsv({ columns: ['a'], rows: [[text]] }, dialect).replace('\ufeff', ''),
          ';'
        );
        expect(first).toBe(`'${text}`);
        const [[heading] = []] = parsed(
          toCsv({ columns: [text], rows: [] }, dialect).replace('\ufeff', ''),
          ';'
        );
        expect(heading).toBe(`'${text}`);
      }
    }
  );

  test('leaves negative numbers numbers', () => {
    expect(toCsv({ columns: ['a'], rows: [[-0.5]] })).toBe('a\r\n-0.5\r\n');
    expect(toCsv({ columns: ['a'], rows: [[-0.5]] }, 'spreadsheet-fr')).toBe('\ufeffa\r\n-0,5\r\n');
  });
});
