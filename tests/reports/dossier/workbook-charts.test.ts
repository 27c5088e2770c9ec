import { expect, test } from 'vitest';
import { execute } from '#lib/commands/registry.ts';
import { loadSample } from '#lib/commands/load-sample.ts';
import { readContainer } from '#lib/ingest/containers/reading.ts';
import { request } from '#tests/commands/request.ts';
import { withStore } from '#tests/server/temp-store.ts';
import { partsOf } from '../parts.ts';

/** Every reference of a chart with the values that it keeps, by their places in it. */
function referencesOf(xml: string): { column: string; row: number; values: Map<number, string> }[] {
  const found = xml.matchAll(
    /<c:f>Graphiques!\$([A-Z]+)\$(\d+)[^<]*<\/c:f><c:(?:num|str)Cache>(.*?)<\/c:(?:num|str)Cache>/gs
  );
  return [...found].map(([, column = '', row = '', cache = '']) => ({
    column,
    row: Number(row),
    values: new Map(
      [...cache.matchAll(/<c:pt idx="(\d+)"><c:v>([^<]*)<\/c:v>/g)].map(([, i, value = '']) => [
        Number(i),
        value
      ])
    )
  }));
}

/** Numbers as far as a workbook is read. */
function shown(value: string): string {
  return value.trim() !== '' && Number.isFinite(Number(value)) ? Number(value).toPrecision(12) : value.trim();
}

test('a workbook’s charts draw what stands in the cells that they name', () =>
  withStore(async (store) => {
    await loadSample(store, 'data/sample');
    const options = { campaign: ['v2'], audience: ['internal'], format: ['xlsx'], output: ['x'] };
    const { files } = await execute(store, { ...request('report', { options }), locale: 'fr' });
    const bytes = files?.[0]?.bytes ?? new Uint8Array();
    const parts = await partsOf(bytes);
    const charts = [...parts].filter(([name]) => name.startsWith('xl/charts/')).map(([, xml]) => String(xml));
    const drawings = [...parts.keys()].filter((name) => /^xl\/drawings\/drawing\d+\.xml$/.test(name));
    expect(charts.length).toBeGreaterThan(10);
    // without it LibreOffice leaves out every second label where the theme's font is wide
    for (const xml of charts) expect(xml).toMatch(/<c:catAx>.*?<a:bodyPr rot="0" vert="horz"/s);
    expect(drawings).toHaveLength(charts.length);
    const read = await readContainer({ zip: bytes, sheet: 'Graphiques' });
    if (!('grid' in read)) throw new Error(JSON.stringify(read));
    const { rows, lines } = read.grid;
    const cell = (column: string, line: number) => {
      const row = rows[lines.indexOf(line)] ?? [];
      return row[column.charCodeAt(0) - 65] ?? '';
    };
    for (const xml of charts) {
      const references = referencesOf(xml);
      expect(references.length).toBeGreaterThan(2);
      for (const { column, row, values } of references)
        for (const [i, value] of values)
          expect([column, row + i, shown(cell(column, row + i))]).toEqual([column, row + i, shown(value)]);
    }
  }));
