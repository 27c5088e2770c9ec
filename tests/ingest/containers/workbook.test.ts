import { describe, expect, it } from 'vitest';
import { readContainer } from '#lib/ingest/containers/reading.ts';
import { sheetOf, workbook, type CellToWrite, type WorkbookToWrite } from './workbook-writer.ts';

async function read(written: WorkbookToWrite | CellToWrite[][], sheet?: string) {
  return readContainer({ zip: workbook(written), sheet });
}

async function gridOf(written: WorkbookToWrite | CellToWrite[][], sheet?: string) {
  const result = await read(written, sheet);
  if (!('grid' in result)) throw new Error(JSON.stringify(result));
  return result.grid;
}

async function refusalOf(written: WorkbookToWrite | CellToWrite[][], sheet?: string) {
  const result = await read(written, sheet);
  return 'refusal' in result ? result.refusal : undefined;
}

const day = (text: string) => new Date(`${text}Z`);

describe('cells become the text that a person would type', () => {
  it.each<[string, CellToWrite, string]>([
    ['a whole number', 3, '3'],
    ['a fraction', 0.5, '0.5'],
    ['a fraction at 15 digits', 0.1 + 0.2, '0.3'],
    ['an identifier', 123456789012345, '123456789012345'],
    ['a truth value', true, 'true'],
    ['another', false, 'false'],
    ['a date', day('2025-03-14T00:00:00'), '2025-03-14'],
    ['a moment', day('2025-03-14T10:20:30'), '2025-03-14T10:20:30'],
    ['a text with a line break', 'a\r\nb', 'a\nb'],
    ['a text that looks like a formula', '=1+1', '=1+1'],
    ['signs of XML', '<&>"', '<&>"'],
    ['an escaped character', { xml: '<c t="str"><v>a_x000D__x0041_</v></c>' }, 'a\nA'],
    [
      'runs of a text',
      { xml: '<c t="inlineStr"><is><r><t>a</t></r><r><t>b</t></r><rPh><t>c</t></rPh></is></c>' },
      'ab'
    ],
    ['a formula with its result', { xml: '<c><f>1+1</f><v>2</v></c>' }, '2'],
    ['a formula whose result is blank', { xml: '<c t="str"><f>""</f><v></v></c>' }, ''],
    ['a date written as text by its type', { xml: '<c t="d"><v>2025-03-14T00:00:00</v></c>' }, '2025-03-14'],
    ['a time', { xml: '<c s="2"><v>0.4305555556</v></c>' }, '10:20:00'],
    ['a date by a format of its own', { xml: '<c s="3"><v>45730</v></c>' }, '2025-03-14'],
    ['a number with days in quotes', { xml: '<c s="4"><v>45730</v></c>' }, '45730'],
    ['a number in red', { xml: '<c s="5"><v>45730</v></c>' }, '45730'],
    ['a date before 1900’s 29 February', { xml: '<c s="3"><v>1</v></c>' }, '1900-01-01'],
    ['a date after it', { xml: '<c s="3"><v>61</v></c>' }, '1900-03-01'],
    ['a negative number in a date’s format', { xml: '<c s="3"><v>-4</v></c>' }, '-4']
  ])('%s', async (_, cell, text) => {
    const formats = ['[h]:mm:ss', '[$-40C]dd\\ mmmm\\ yyyy;@', '0 "days"', '[Red]0.00'];
    for (const isShared of [false, true]) {
      const { rows } = await gridOf({
        isShared,
        formats,
        sheets: [
          {
            name: 'S',
            rows: [
              ['a', 'b'],
              ['x', cell]
            ]
          }
        ]
      });
      expect(rows).toEqual([
        ['a', 'b'],
        ['x', text]
      ]);
    }
  });

  it('counts days from 1904 where the workbook does', async () => {
    const rows: CellToWrite[][] = [['a'], [{ xml: '<c s="1"><v>44268</v></c>' }]];
    expect((await gridOf({ is1904: true, sheets: [{ name: 'S', rows }] })).rows).toEqual([
      ['a'],
      ['2025-03-14']
    ]);
  });

  it('also where elements have a prefix', async () => {
    const { rows } = await gridOf({
      prefix: 'x:',
      isShared: true,
      sheets: [{ name: 'S', rows: [['a'], ['é'], [4]] }]
    });
    expect(rows).toEqual([['a'], ['é'], ['4']]);
  });

  it('and a cell without a value is reported with its place', async () => {
    const { rows, lines, flaws } = await gridOf([
      ['a', 'b'],
      ['x', { xml: '<c><f>A1+1</f></c>' }],
      [],
      [{ xml: '<c><f>NA()</f><v></v></c>' }, { xml: '<c t="e"><f>1/0</f><v>#DIV/0!</v></c>' }]
    ]);
    expect({ rows, lines }).toEqual({
      rows: [
        ['a', 'b'],
        ['x', ''],
        ['', '']
      ],
      lines: [1, 2, 4]
    });
    expect(flaws).toEqual([
      { line: 2, column: 1, reason: 'formula', value: '=A1+1' },
      { line: 4, column: 0, reason: 'formula', value: '=NA()' },
      { line: 4, column: 1, reason: 'error', value: '#DIV/0!' }
    ]);
  });
});

describe('rows', () => {
  it('have the sheet’s numbers; blank ones are left out, short ones as wide as the headings', async () => {
    const { rows, lines } = await gridOf([
      [],
      ['a', 'b', 'c'],
      [],
      ['x'],
      [null, ' '],
      ['y', null, 'z', 'too far']
    ]);
    expect(rows).toEqual([
      ['a', 'b', 'c'],
      ['x', '', ''],
      ['y', '', 'z', 'too far']
    ]);
    expect(lines).toEqual([2, 4, 6]);
  });

  it('may leave out where they and their cells stand', async () => {
    const rows = '<row><c t="str"><v>a</v></c><c t="str"><v>b</v></c></row><row><c/><c><v>1</v></c></row>';
    expect(await gridOf({ sheets: [{ name: 'S', xml: sheetOf(rows) }] })).toMatchObject({
      rows: [
        ['a', 'b'],
        ['', '1']
      ],
      lines: [1, 2]
    });
  });

  it('leave blank cells blank, whatever stands outside of cells', async () => {
    const xml = sheetOf(
      '<row><v>9</v><f>A1</f><c/><c t="str"><v>b</v></c></row><row><c/><c><v>1</v></c></row>'
    );
    expect(await gridOf({ sheets: [{ name: 'S', xml }] })).toMatchObject({
      rows: [
        ['', 'b'],
        ['', '1']
      ],
      flaws: []
    });
  });

  it('have a merged heading in its first cell, with blanks after it', async () => {
    const xml = sheetOf(
      '<row r="1"><c r="A1" t="str"><v>group</v></c><c r="B1"/></row><row r="2"><c r="A2"><v>1</v></c><c r="B2"><v>2</v></c></row>'
    );
    const merged = xml.replace(
      '</worksheet>',
      '<mergeCells><mergeCell ref="A1:B1"/></mergeCells></worksheet>'
    );
    expect((await gridOf({ sheets: [{ name: 'S', xml: merged }] })).rows).toEqual([
      ['group', ''],
      ['1', '2']
    ]);
  });
});

describe('sheets', () => {
  const sheets = [
    { name: 'Vide', rows: [] },
    { name: 'Blancs', rows: [[' ']] },
    { name: 'Cachée', rows: [['h'], ['0']], state: 'hidden' },
    { name: 'Réponses', rows: [['a'], ['1']] },
    { name: 'Notes', rows: [['b'], ['2']] }
  ];

  it('the first visible one that holds data is read, the others are named', async () => {
    expect(await gridOf({ sheets })).toMatchObject({
      sheet: 'Réponses',
      otherSheets: ['Cachée', 'Notes'],
      rows: [['a'], ['1']]
    });
    expect(await gridOf({ sheets: sheets.slice(0, 3) })).toMatchObject({ sheet: 'Cachée', otherSheets: [] });
    expect(await gridOf({ sheets: sheets.slice(0, 2) })).toMatchObject({ sheet: null, rows: [] });
  });

  it('one asked for by name is read, whatever the case of letters', async () => {
    expect(await gridOf({ sheets }, ' NOTES')).toMatchObject({
      sheet: 'Notes',
      otherSheets: ['Cachée', 'Réponses'],
      rows: [['b'], ['2']]
    });
    expect(await gridOf({ sheets }, 'vide')).toMatchObject({ sheet: 'Vide', rows: [] });
    expect(await refusalOf({ sheets }, 'Autre')).toEqual({
      reason: 'sheet',
      value: 'Autre',
      detail: { sheets: 'Vide, Blancs, Cachée, Réponses, Notes' }
    });
  });
});
