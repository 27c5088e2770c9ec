import path from 'node:path';
import { describe, expect, test } from 'vitest';
import { loadSample } from '#lib/commands/load-sample.ts';
import type { Locale } from '#lib/i18n/locale.ts';
import { noFilters } from '#lib/maturity/filters.ts';
import { attachment } from '#lib/reports/attachment.ts';
import type { Figure } from '#lib/reports/figure.ts';
import { figureFiles } from '#lib/reports/figure-file.ts';
import type { Store } from '#lib/server/store.ts';
import { withStore } from '#tests/server/temp-store.ts';
import { GET } from '../../src/routes/figures/[page]/[file]/+server.ts';

const campaign = { name: 'C', opened: null, closed: null, status: 'final', synthetic: false } as const;

const figure: Figure = {
  id: 'essai',
  title: 'Un titre',
  subline: '',
  caption: '',
  table: {
    columns: [
      { label: 'Critère', kind: 'text' },
      { label: 'Atteinte', kind: 'share' },
      { label: 'Écart', kind: 'points' }
    ],
    rows: [
      ['=A1', 1 / 3, -2],
      ['b', null, 0]
    ]
  }
};

function csv(locale: Locale) {
  return figureFiles.csv.write(figure, { campaign, filters: noFilters, locale });
}

test('a French CSV opens in a French spreadsheet, an English one is plain', () => {
  expect(csv('fr')).toBe("\ufeffCritère;Atteinte;Écart\r\n'=A1;0,3333333333333333;-2\r\nb;;0\r\n");
  expect(csv('en')).toBe("Critère,Atteinte,Écart\r\n'=A1,0.3333333333333333,-2\r\nb,,0\r\n");
});

test('a figure with nothing to draw has no picture', async () => {
  for (const format of ['svg', 'png'] as const) {
    expect(
      await figureFiles[format].write(figure, { campaign, filters: noFilters, locale: 'fr' })
    ).toBeUndefined();
  }
});

test.each([
  ['palier-v2-bands.svg', 'palier-v2-bands.svg', 'palier-v2-bands.svg'],
  ['palier-Été 2026-bands.png', 'palier-Ete-2026-bands.png', 'palier-%C3%89t%C3%A9-2026-bands.png'],
  ['a"b\\c/../d\r\nX: y.csv', 'a-b-c-..-d-X-y.csv', 'a-b-c-..-d-X-y.csv'],
  ["l'an (1).csv", 'l-an-1-.csv', 'l%27an-%281%29.csv'],
  ['健康\ud800.csv', '-.csv', '%E5%81%A5%E5%BA%B7-.csv']
])('%j is offered under a name that any system takes', (name, ascii, extended) => {
  expect(attachment(name)).toBe(`attachment; filename="${ascii}"; filename*=UTF-8''${extended}`);
});

async function get(store: Store, address: string): Promise<Response> {
  const url = new URL(`http://127.0.0.1/figures/${address}`);
  const [, , page = '', file = ''] = url.pathname.split('/');
  const locale = url.searchParams.get('lang') === 'en' ? 'en' : 'fr';
  const event = { params: { page, file: decodeURIComponent(file) }, locals: { store, locale }, url };
  return (await GET(event as unknown as Parameters<typeof GET>[0])) as Response;
}

describe('an address of a figure', () => {
  test('gives the file, or says what it does not know', async () => {
    await withStore(async (store) => {
      await expect(get(store, 'overview/bands.svg')).rejects.toMatchObject({
        status: 404,
        body: { message: 'no campaign yet' }
      });
      await loadSample(store, path.resolve('data/sample'));
      const types = { svg: 'image/svg+xml', png: 'image/png', csv: 'text/csv; charset=utf-8' };
      for (const [format, type] of Object.entries(types)) {
        const response = await get(store, `overview/bands.${format}?corridor=Imagerie`);
        expect(response.headers.get('content-type')).toBe(type);
        expect(response.headers.get('content-disposition')).toMatch(
          new RegExp(`^attachment; filename="palier-[\\w-]+-bands\\.${format}"`)
        );
        expect((await response.arrayBuffer()).byteLength).toBeGreaterThan(100);
      }
      expect(await (await get(store, 'overview/bands.svg?corridor=Imagerie&lang=en')).text()).toContain(
        'Corridor: Imagerie'
      );
      expect(await (await get(store, 'overview/bands.svg')).text()).not.toContain('Imagerie');
      const refused = {
        'nowhere/bands.svg': 'unknown page: nowhere',
        'toString/bands.svg': 'unknown page: toString',
        'overview/bands.gif': 'unknown format: bands.gif',
        'overview/bands': 'unknown format: bands',
        'overview/nothing.svg': 'unknown figure: nothing',
        'overview/bands.svg?campaign=nope': 'unknown campaign: nope'
      };
      for (const [address, message] of Object.entries(refused)) {
        await expect(get(store, address)).rejects.toMatchObject({ status: 404, body: { message } });
      }
      await expect(get(store, 'overview/bands.svg?corridor=nowhere')).rejects.toMatchObject({
        body: { message: 'nothing to draw: bands' }
      });
      await expect(get(store, 'overview/bands.svg?bands=80,20')).rejects.toMatchObject({ status: 400 });
    });
  });
});
