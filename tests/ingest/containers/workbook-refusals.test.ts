import { describe, expect, it } from 'vitest';
import { readContainer } from '#lib/ingest/containers/reading.ts';
import { sheetOf, workbook, workbookParts, type WorkbookToWrite } from './workbook-writer.ts';
import { zip } from './zip-writer.ts';

describe('a workbook is refused', () => {
  const rows = [['a'], ['1']];
  const sheets = [{ name: 'S', rows }];

  it.each<[string, string, WorkbookToWrite]>([
    ['with macros', 'macros', { sheets, parts: [{ name: 'xl/vbaProject.bin', data: 'x' }] }],
    [
      'with macros in sheets',
      'macros',
      { sheets, parts: [{ name: 'xl/macrosheets/sheet1.xml', data: 'x' }] }
    ],
    [
      'with values from other workbooks',
      'external_links',
      { sheets, parts: [{ name: 'xl/externalLinks/externalLink1.xml', data: 'x' }] }
    ],
    [
      'beyond the last column',
      'columns',
      { sheets: [{ name: 'S', xml: sheetOf('<row r="1"><c r="XFE1"><v>1</v></c></row>') }] }
    ],
    [
      'with a cell in column ZZZZZZZ',
      'columns',
      { sheets: [{ name: 'S', xml: sheetOf('<row r="1"><c r="ZZZZZZZ1"><v>1</v></c></row>') }] }
    ],
    ['with an over-long cell', 'long_cell', { sheets: [{ name: 'S', rows: [['a'], ['x'.repeat(32_768)]] }] }],
    [
      'with an over-long shared text',
      'long_cell',
      { isShared: true, sheets: [{ name: 'S', rows: [['a'], ['x'.repeat(32_768)]] }] }
    ],
    [
      'with a text that is not there',
      'workbook_damaged',
      { sheets: [{ name: 'S', rows: [['a'], [{ xml: '<c t="s"><v>7</v></c>' }]] }] }
    ],
    [
      'with a number that is none',
      'workbook_damaged',
      { sheets: [{ name: 'S', rows: [['a'], [{ xml: '<c><v>1e999</v></c>' }]] }] }
    ],
    [
      'with rows going back',
      'workbook_damaged',
      { sheets: [{ name: 'S', xml: sheetOf('<row r="2"/><row r="1"/>') }] }
    ],
    [
      'with a row beyond the last',
      'workbook_damaged',
      { sheets: [{ name: 'S', xml: sheetOf('<row r="1048577"/>') }] }
    ],
    [
      'with a sheet that is no XML',
      'workbook_damaged',
      { sheets: [{ name: 'S', xml: '<worksheet><sheetData>' }] }
    ],
    ['with a sheet that is no UTF-8', 'workbook_damaged', { sheets, parts: [] }],
    [
      'with a document type',
      'workbook_damaged',
      { sheets: [{ name: 'S', xml: `<!DOCTYPE w [<!ENTITY a "aaaa">]>${sheetOf('')}` }] }
    ],
    [
      'with entities of its own',
      'workbook_damaged',
      { sheets: [{ name: 'S', xml: sheetOf('<row><c t="str"><v>&a;</v></c></row>') }] }
    ],
    [
      'with deep nesting',
      'workbook_damaged',
      { sheets: [{ name: 'S', xml: sheetOf('<a>'.repeat(100) + '</a>'.repeat(100)) }] }
    ]
  ])('%s', async (name, reason, written) => {
    const bytes = name.endsWith('UTF-8')
      ? zip(
          ...workbookParts(written).map((part) =>
            part.name.endsWith('sheet1.xml') ? { ...part, data: Uint8Array.of(0x3c, 0xff) } : part
          )
        )
      : workbook(written);
    const result = await readContainer({ zip: bytes });
    expect('refusal' in result && result.refusal.reason).toBe(reason);
  });

  it.each(
    workbookParts({ sheets, isShared: true })
      .slice(1)
      .map(({ name }) => name)
  )('without %s', async (missing) => {
    const parts = workbookParts({ sheets, isShared: true }).filter(({ name }) => name !== missing);
    const result = await readContainer({ zip: zip(...parts) });
    expect('refusal' in result && result.refusal.reason).toBe('workbook_damaged');
  });

  it.each<[string, string[]]>([
    ['office', ['[Content_Types].xml', 'word/document.xml']],
    ['xlsb', ['[Content_Types].xml', 'xl/workbook.bin']],
    ['ods', ['mimetype', 'META-INF/manifest.xml', 'content.xml']]
  ])('when it is something else: %s', async (reason, names) => {
    const result = await readContainer({ zip: zip(...names.map((name) => ({ name, data: 'x' }))) });
    expect(result).toEqual({ refusal: { reason } });
  });
});
