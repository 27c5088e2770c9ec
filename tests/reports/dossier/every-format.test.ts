import Papa from 'papaparse';
import { describe, expect, test } from 'vitest';
import { execute } from '#lib/commands/registry.ts';
import { loadSample } from '#lib/commands/load-sample.ts';
import type { Store } from '#lib/server/store.ts';
import { answersFile, importInto, request, smallQuestionnaire, statsOf } from '#tests/commands/request.ts';
import { withStore } from '#tests/server/temp-store.ts';
import { partsOf } from '../parts.ts';
import { pdfText } from '../pdf-text.ts';
import { chartLabels, criteriaReaders } from './criteria-readers.ts';

type Options = Record<string, string[]>;

async function fileOf(store: Store, command: string, options: Options): Promise<Uint8Array> {
  const result = await execute(store, request(command, { options: { output: ['x'], ...options } }));
  const [file] = result.files ?? [];
  if (!file) throw new Error(result.messages.join());
  return file.bytes;
}

function report(store: Store, format: string, more: Options = {}): Promise<Uint8Array> {
  return fileOf(store, 'report', { campaign: ['v2'], audience: ['internal'], format: [format], ...more });
}

test('every criterion’s counts are the same on the interface and in the five formats', () =>
  withStore(async (store) => {
    await loadSample(store, 'data/sample');
    const { criteria } = await statsOf(store, { campaign: ['v2'] });
    const expected = criteria.map(({ code, attained, applicable }) => `${code} ${attained}/${applicable}`);
    for (const [format, read] of Object.entries(criteriaReaders)) {
      const found = new Set(await read(await report(store, format)));
      expect([format, expected.filter((line) => !found.has(line))]).toEqual([format, []]);
    }
    const labels = await chartLabels(await report(store, 'pptx'));
    expect(
      criteria.filter(({ attained, applicable }) => !labels.has(`${attained} of ${applicable}`))
    ).toEqual([]);
  }));

test('the calibration section says what the scenario says, and to nobody outside', () =>
  withStore(async (store) => {
    await loadSample(store, 'data/sample');
    const parts = await partsOf(await report(store, 'csv', { sections: ['calibration'] }));
    const { data } = Papa.parse<string[]>(String(parts.get('scenarios.csv')));
    const [, row = []] = data;
    const named = { campaign: ['v2'], name: [row[0] ?? ''] };
    const { json } = await execute(store, request('scenario show', { options: named }));
    const { applicable, passing } = json as { applicable: number; passing: number };
    expect(row.slice(3, 5)).toEqual([String(applicable), String(passing)]);
    expect(applicable).toBeGreaterThan(0);
    const refused = await execute(
      store,
      request('report', {
        options: {
          campaign: ['v2'],
          audience: ['public'],
          format: ['csv'],
          sections: ['calibration'],
          output: ['x']
        }
      })
    );
    expect(refused.exit).toBe(2);
  }));

const hostile = { product: '=1+1', vendor: '@vendor', corridor: '+corridor', criterion: 'Q1', answer: '2' };
const starts = /^[=+\-@\t\r]/;

/** Every cell of a CSV that a spreadsheet would run. */
function runs(csv: string): string[] {
  const { data } = Papa.parse<string[]>(csv.replace(/^\ufeff/, ''), {
    delimiter: csv.split('\n')[0]?.includes(';') ? ';' : ','
  });
  return data.flat().filter((cell) => starts.test(cell) && !/^-?[\d.,]+$/.test(cell));
}

async function formulasIn(name: string, bytes: Uint8Array): Promise<string[]> {
  if (name.endsWith('.csv')) return runs(Buffer.from(bytes).toString());
  if (name.endsWith('.xml'))
    return (
      Buffer.from(bytes)
        .toString()
        .match(/<f[ >]|t="str"/g) ?? []
    );
  if (!/\.(zip|xlsx)$/.test(name)) return [];
  const parts = await partsOf(bytes);
  const found = await Promise.all([...parts].map(([part, data]) => formulasIn(part, new Uint8Array(data))));
  return found.flat();
}

describe('no text runs as a formula', () => {
  const exports: [name: string, command: string, options: Options][] = [
    ...['csv', 'xlsx'].flatMap((format): [string, string, Options][] => [
      [`report.${format === 'csv' ? 'zip' : format}`, 'report', { audience: ['internal'], format: [format] }],
      [`products.zip`, 'product', { all: ['true'], format: [format] }]
    ]),
    ['bundle.zip', 'export', { format: ['bundle'] }],
    ['ciso.zip', 'export', { format: ['ciso-assistant'] }]
  ];
  test.each(exports)('in %s of %s %j', (name, command, options) =>
    withStore(async (store) => {
      await importInto(store, { questionnaire: smallQuestionnaire, files: [answersFile('a.csv', hostile)] });
      const bytes = await fileOf(store, command, { campaign: ['v1'], ...options });
      expect(await formulasIn(name, bytes)).toEqual([]);
      expect(runs('a,b\n=1+1,-2\n')).toEqual(['=1+1']);
    })
  );

  test.each(['criteria', 'products'])('in the table of %s', (table) =>
    withStore(async (store) => {
      await importInto(store, { questionnaire: smallQuestionnaire, files: [answersFile('a.csv', hostile)] });
      const options = { campaign: ['v1'], format: ['csv'], table: [table] };
      const { text } = await execute(store, request('stats', { options }));
      expect(runs(text)).toEqual([]);
    })
  );
});

/** What people read in a file, in all its layers: no coordinates, no names of parts. */
async function read(name: string, bytes: Uint8Array): Promise<string> {
  const text = Buffer.from(bytes).toString();
  if (text.startsWith('%PDF')) return pdfText(bytes);
  if (text.startsWith('PK')) {
    const parts = await partsOf(bytes);
    return (await Promise.all([...parts].map(([part, data]) => read(part, new Uint8Array(data))))).join('\n');
  }
  return /\.(xml|html|rels)$/.test(name) ? text.replace(/<(script|style).*?<\/\1>|<[^>]*>/gs, '\n') : text;
}

test('a withheld count stands in no layer of any public file', () =>
  withStore(async (store) => {
    // two vendors of 331 products alone in their corridor, of which 187 attain: 187 and 144 must not be read anywhere
    const rows = Array.from({ length: 900 }, (_, i) => ({
      product: `Produit ${i}`,
      vendor: i < 331 ? `Petit ${i % 2}` : `Éditeur ${i % 12}`,
      corridor: i < 331 ? 'Officine' : i < 611 ? 'Hôpital' : 'Imagerie',
      criterion: 'Q1',
      answer: i < 187 || (i >= 331 && i % 3 === 0) ? '2' : '1'
    }));
    await importInto(store, { questionnaire: smallQuestionnaire, files: [answersFile('a.csv', ...rows)] });
    const result = await execute(store, request('publish', { options: { campaign: ['v1'], output: ['x'] } }));
    expect(result.files?.length).toBeGreaterThan(8);
    for (const { name, bytes } of result.files ?? []) {
      const text = await read(name, bytes);
      expect([name, /(?<![\w.])(187|144)(?![\w.])/.exec(text)?.[0]]).toEqual([name, undefined]);
      expect(text).not.toMatch(/Petit|Éditeur \d|Produit \d/);
    }
  }));
