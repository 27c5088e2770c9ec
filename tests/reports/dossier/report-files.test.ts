import { mkdtemp, rm } from 'node:fs/promises';
import os from 'node:os';
import path from 'node:path';
import Papa from 'papaparse';
import { parseHTML } from 'linkedom';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { reportCommand } from '#lib/commands/report.ts';
import { loadSample } from '#lib/commands/load-sample.ts';
import type { Request } from '#lib/commands/command.ts';
import { readContainer } from '#lib/ingest/containers/reading.ts';
import * as attainment from '#lib/server/attainment.ts';
import { viewOf } from '#lib/server/asked-view.ts';
import * as campaigns from '#lib/server/campaigns.ts';
import { openStore, type Store } from '#lib/server/store.ts';
import { compilePdf } from '#lib/reports/writers/pdf/dossier-pdf.ts';
import { typstText } from '#lib/reports/writers/pdf/typst-text.ts';
import { withStore } from '#tests/server/temp-store.ts';
import { partsOf } from '../parts.ts';

function request(options: Record<string, string>): Request {
  const all = { campaign: 'v2', from: 'v1', audience: 'internal', output: 'x', ...options };
  return {
    command: 'report',
    positionals: [],
    options: Object.fromEntries(Object.entries(all).map(([name, value]) => [name, [value]])),
    files: {},
    locale: 'fr'
  };
}

async function fileOf(store: Store, format: string, options: Record<string, string> = {}) {
  const result = await reportCommand.run(store, request({ format, ...options }));
  const [file] = result.files ?? [];
  if (!file) throw new Error(result.messages.join());
  return file.bytes;
}

async function figures(store: Store, query = '') {
  return store.read(async (db) => {
    const campaign = await campaigns.find(db, 'v2');
    if (!campaign) throw new Error('no campaign');
    const { view } = viewOf(campaign, new URLSearchParams(query));
    return {
      overview: await attainment.overview(db, view),
      criteria: await attainment.byCriterion(db, view)
    };
  });
}

let folder = '';
let sample: Store;

beforeAll(async () => {
  folder = await mkdtemp(path.join(os.tmpdir(), 'palier-reports-'));
  sample = await openStore(folder);
  await loadSample(sample, 'data/sample');
});

afterAll(async () => {
  sample.close();
  await rm(folder, { recursive: true });
});

/** No test changes the store, so that one serves all. */
function inSample(work: (store: Store) => Promise<void>): Promise<void> {
  return work(sample);
}

describe('a report says the same as pages and API', () => {
  test('in cells.csv, by criterion and band, filters included', () =>
    inSample(async (store) => {
      for (const query of ['', 'corridor=Imagerie']) {
        const corridor: Record<string, string> = query === '' ? {} : { corridor: 'Imagerie' };
        const parts = await partsOf(await fileOf(store, 'csv', corridor));
        const { data } = Papa.parse<Record<string, string>>(String(parts.get('cells.csv')), { header: true });
        const cell = (measure: string, at: Record<string, string>) =>
          data.find((row) =>
            Object.entries({
              campaign: 'v2',
              measure,
              criterion: '',
              theme: '',
              corridor: '',
              band: '',
              level: '',
              ...at
            }).every(([name, value]) => row[name] === value)
          )?.['value'];
        const { overview, criteria } = await figures(store, query);
        for (const { code, attained, applicable } of criteria) {
          expect(cell('attained', { criterion: code })).toBe(String(attained));
          expect(cell('applicable', { criterion: code })).toBe(String(applicable));
        }
        for (const { from, to, products } of overview.bands)
          expect(cell('products', { band: `${from}-${to}` })).toBe(String(products));
      }
    }));

  test('in the workbook, where numbers are numbers', () =>
    inSample(async (store) => {
      const read = await readContainer({ zip: await fileOf(store, 'xlsx'), sheet: 'bands' });
      if (!('grid' in read)) throw new Error(JSON.stringify(read));
      const { overview } = await figures(store);
      const products = read.grid.rows.filter((row) => row[2] === String(overview.rated)).map((row) => row[1]);
      expect(products).toEqual(overview.bands.map((band) => String(band.products)));
    }));

  test('in the page, which asks nobody for anything', () =>
    inSample(async (store) => {
      const html = Buffer.from(await fileOf(store, 'html')).toString();
      expect(html).not.toMatch(/(src|href)="(?!#)|url\(|@import|fetch\(/);
      const { document } = parseHTML(html);
      const { criteria } = await figures(store);
      const rows = [...document.querySelectorAll('[id^=criteria-] tbody tr')].map((row) =>
        [...row.children].map((cell) => cell.getAttribute('data-v'))
      );
      for (const { code, attained, applicable } of criteria) {
        const row = rows.find(([first]) => first === code);
        expect(row?.slice(3, 5)).toEqual([String(attained), String(applicable)]);
      }
      expect(html).toContain('TLP:AMBER');
      expect(html).toContain('Données fictives');
    }));
});

test('the same report gives the same bytes', () =>
  inSample(async (store) => {
    for (const format of ['csv', 'html', 'xlsx', 'pptx', 'pdf'])
      expect(Buffer.from(await fileOf(store, format)).equals(Buffer.from(await fileOf(store, format)))).toBe(
        true
      );
  }));

test.each([
  [{ format: 'doc' }, '--format'],
  [{ format: 'csv', audience: 'all' }, '--audience'],
  [{ format: 'csv', sections: 'bands,nothing' }, 'unknown section: nothing'],
  [{ format: 'csv', audience: 'public', sections: 'calibration' }, 'internal reports only']
])('%j is refused as usage', (options: Record<string, string>, message) =>
  withStore(async (store) => {
    const { exit, messages } = await reportCommand.run(store, request(options));
    expect(exit).toBe(2);
    expect(messages.join()).toContain(message);
  })
);

describe('slides', () => {
  test('have native charts whose sheets hold what they draw, the finding as title, and notes', () =>
    inSample(async (store) => {
      const parts = await partsOf(await fileOf(store, 'pptx'));
      const { overview } = await figures(store);
      const xml = String(parts.get('ppt/charts/chart1.xml'));
      const drawn = [...xml.matchAll(/<c:numCache>.*?<\/c:numCache>/g)].map(([cache]) =>
        [...cache.matchAll(/<c:v>([^<]*)<\/c:v>/g)].map(([, value]) => Number(value))
      );
      expect(drawn).toEqual([overview.bands.map(({ products }) => products)]);
      const book = parts.get('ppt/embeddings/Microsoft_Excel_Worksheet1.xlsx');
      const read = await readContainer({ zip: new Uint8Array(book ?? []), sheet: undefined });
      if (!('grid' in read)) throw new Error(JSON.stringify(read));
      expect(read.grid.rows.slice(1).map((row) => row[1])).toEqual(
        overview.bands.map(({ products }) => String(products))
      );
      const below = overview.bands.slice(0, 2).reduce((sum, { products }) => sum + products, 0);
      const title = `${below}\u00a0produits sur ${overview.rated} déclarent`;
      expect(String(parts.get('ppt/slides/slide3.xml'))).toContain(title);
      expect(String(parts.get('ppt/notesSlides/notesSlide3.xml'))).toContain('empreinte');
      expect(String(parts.get('ppt/theme/theme1.xml'))).toContain('<a:accent1><a:srgbClr val="2F6AA8"/>');
    }));

  test('take ground, colours and fonts from another theme, and keep its logo’s place free', () =>
    inSample(async (store) => {
      const theme = { colours: { lt1: '1B1030', accent1: '3FD0B6' }, fonts: { head: 'Georgia' } };
      const bytes = new TextEncoder().encode(JSON.stringify(theme));
      const asked = { ...request({ format: 'pptx' }), files: { 'slide-theme': [{ name: 't.json', bytes }] } };
      const { files: [file] = [] } = await reportCommand.run(store, asked);
      const parts = await partsOf(file?.bytes ?? new Uint8Array());
      const xml = String(parts.get('ppt/theme/theme1.xml'));
      expect(xml).toContain('<a:lt1><a:srgbClr val="1B1030"/>');
      expect(xml).toContain('<a:latin typeface="Georgia"');
      const layouts = [...parts].filter(([name]) => /slideLayout\d+\.xml$/.test(name));
      for (const [, data] of layouts) {
        const [ground] = /<p:bg>.*?<\/p:bg>/s.exec(String(data)) ?? [];
        expect(ground).toContain('<a:schemeClr val="bg1"');
      }
      const [, room = ''] =
        /<a:ext cx="(\d+)"/.exec(String(parts.get('ppt/slides/slide2.xml')).split('<p:sp>')[1] ?? '') ?? [];
      expect((0.6 + Number(room) / 914400).toFixed(2)).toBe('11.33');
    }));

  test('write each criterion’s count beside its bar', () =>
    inSample(async (store) => {
      const parts = await partsOf(await fileOf(store, 'pptx'));
      const { criteria } = await figures(store);
      const charts = [...parts]
        .filter(([name]) => /^ppt\/charts\/chart/.test(name))
        .map(([, data]) => String(data));
      for (const { attained, applicable } of criteria)
        expect(charts.some((xml) => xml.includes(`<a:t>${attained} sur ${applicable}</a:t>`))).toBe(true);
    }));
});

test('a PDF is tagged, PDF/UA-1, and nothing in a text runs as markup', () => {
  const hostile = '#panic("x") *a* $b$ \\ " \u0001 [c] @d <e>';
  const source = `#set document(title: "T")\n#set text(font: "Public Sans")\n#text(${typstText(hostile)})`;
  const bytes = compilePdf(source, '2026-09-30');
  const text = Buffer.from(bytes).toString('latin1');
  expect(text.startsWith('%PDF-')).toBe(true);
  expect(text).toContain('/StructTreeRoot');
  expect(text).toContain('pdfuaid');
  // the package's own faces are set, not whatever the machine has
  expect(text).toMatch(/\/BaseFont \/[A-Z]{6}\+PublicSans-/);
});
