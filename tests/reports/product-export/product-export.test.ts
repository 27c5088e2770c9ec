import Papa from 'papaparse';
import { describe, expect, test } from 'vitest';
import type { Request } from '#lib/commands/command.ts';
import { execute } from '#lib/commands/registry.ts';
import { readContainer } from '#lib/ingest/containers/reading.ts';
import type { ProductAnswers } from '#lib/maturity/figures.ts';
import { items } from '#lib/reports/questions.ts';
import { askedView } from '#lib/server/asked-view.ts';
import { productId } from '#lib/server/product-id.ts';
import type { Store } from '#lib/server/store.ts';
import { answersFile, importInto, request, smallQuestionnaire } from '#tests/commands/request.ts';
import type { Row } from '#tests/ingest/builders.ts';
import { withStore } from '#tests/server/temp-store.ts';
import { partsOf } from '../parts.ts';

const names: [vendor: string, product: string][] = [
  ['Acme', '=cmd|"/c calc"!A1'],
  ['Acme', '../../etc/passwd'],
  ['A/B', 'Télé "soin"\\ #set page()'],
  ['A:B', '-1'],
  ['CON', '𝔘nicode…'],
  ['Acme', '🧨 👩‍⚕️ مورد'],
  ['Acme', 'a\ufeffb \u{10ffff} ᚠ \u0378']
];
const hostile = productId('Acme', '=cmd|"/c calc"!A1');

const answers = names.flatMap(([vendor, product], i): Row[] => [
  { vendor, product, answer: String((i % 3) + 1), submitted_at: '2026-03-05' },
  { vendor, product, criterion: 'Q2', answer: i % 2 ? 'NA' : '1', submitted_at: '2026-03-05' }
]);

async function filled(store: Store): Promise<void> {
  const { exit } = await importInto(store, {
    questionnaire: smallQuestionnaire,
    files: [answersFile('a.csv', ...answers)]
  });
  expect(exit).toBe(0);
  const common = { campaign: ['v1'], product: [hostile], reason: ['@vu en audit'] };
  await execute(store, request('correct', { options: { ...common, criterion: ['Q1'], level: ['3'] } }));
  await execute(store, request('contest', { options: { ...common, criterion: ['Q2'] } }));
}

function exported(store: Store, options: Record<string, string>, locale: Request['locale'] = 'en') {
  const given = { campaign: 'v1', output: 'x', ...options };
  return execute(
    store,
    request('product', {
      locale,
      options: Object.fromEntries(Object.entries(given).map(([name, value]) => [name, [value]]))
    })
  );
}

async function bytesOf(store: Store, options: Record<string, string>): Promise<Uint8Array> {
  const { files, messages } = await exported(store, options);
  const [file] = files ?? [];
  if (!file) throw new Error(messages.join());
  return file.bytes;
}

async function byApi(store: Store, id: string): Promise<ProductAnswers> {
  const answered = await store.read(async (db) => {
    const asked = await askedView(db, 'v1', []);
    return asked && items.products(db, asked.view, id);
  });
  return answered?.figures as ProductAnswers;
}

const orNull = (cell: string | undefined) => (cell === '' || cell === undefined ? null : Number(cell));

describe('a product’s export', () => {
  test('as CSV says what the API says, with its date and cautions, and formulas as text', () =>
    withStore(async (store) => {
      await filled(store);
      for (const [vendor, product] of names) {
        const id = productId(vendor, product);
        const text = new TextDecoder().decode(await bytesOf(store, { product: id, format: 'csv' }));
        const { data } = Papa.parse<Record<string, string>>(text, { header: true, skipEmptyLines: true });
        const api = await byApi(store, id);
        expect(
          data.map((row) => ({
            criterion: row['criterion'],
            level: orNull(row['level']),
            target: orNull(row['target']),
            gap: orNull(row['gap']),
            state: row['state'],
            blank: row['blank'] === 'true',
            corrected: row['corrected'] === 'true',
            contested: row['contested'] === 'true',
            declared: row['declared']
          }))
        ).toEqual(api.answers.map(({ declared, ...answer }) => ({ ...answer, declared: String(declared) })));
        for (const row of data) {
          expect(row['product']).toBe(/^[=-]/.test(product) ? `'${product}` : product);
          expect(row['declared_at']).toContain('2026-03-05');
          expect(row['caution']).toContain('Declared, not verified');
        }
      }
    }));

  test('as XLSX says what the API says, corrections and contests among it', () =>
    withStore(async (store) => {
      await filled(store);
      const zip = await bytesOf(store, { product: hostile, format: 'xlsx' });
      const read = await readContainer({ zip, sheet: 'answers' });
      if (!('grid' in read)) throw new Error(JSON.stringify(read));
      const api = await byApi(store, hostile);
      const rows = read.grid.rows.filter(([code]) => code === 'Q1' || code === 'Q2');
      expect(rows.map((row) => [row[0], ...row.slice(2, 5).map((cell) => orNull(cell)), row[6]])).toEqual(
        api.answers.map(({ criterion, level, target, gap }) => [
          criterion,
          level,
          target,
          gap,
          criterion === 'Q1' ? 'corrected' : 'contested'
        ])
      );
      const parts = await partsOf(zip);
      const all = [...parts].map(([, data]) => data.toString()).join('\n');
      expect(all).toContain('@vu en audit');
      expect(all).not.toContain('<f>');
      for (const other of ['etc/passwd', 'soin', 'nicode']) expect(all).not.toContain(other);
    }));

  test('is the same bytes for the same data, in every format', () =>
    withStore(async (store) => {
      await filled(store);
      for (const format of ['pdf', 'xlsx', 'csv']) {
        const once = await bytesOf(store, { product: hostile, format });
        expect(Buffer.compare(once, await bytesOf(store, { product: hostile, format }))).toBe(0);
      }
    }));

  test('of all products is one file each, in folders that no two vendors share and that hold no path', () =>
    withStore(async (store) => {
      await filled(store);
      const parts = await partsOf(await bytesOf(store, { all: 'true', format: 'pdf' }));
      const files = [...parts.keys()];
      expect(files).toHaveLength(names.length);
      for (const name of files) expect(name).toMatch(/^[\p{L}\p{N}-]+\/[\p{L}\p{N}-]+\.pdf$/u);
      for (const [, data] of parts) expect(data.subarray(0, 5).toString()).toBe('%PDF-');
      const folders = names.map(([vendor, product]) => {
        const file = files.find((name) => name.includes(productId(vendor, product)));
        return file?.split('/')[0];
      });
      expect(folders[0]).toBe('Acme');
      expect(folders[1]).toBe('Acme');
      expect(new Set(folders).size).toBe(4);
    }));

  test('is refused for an unknown product or campaign, and misused words are told', () =>
    withStore(async (store) => {
      await filled(store);
      expect(await exported(store, { product: 'nope', format: 'csv' })).toMatchObject({
        exit: 1,
        messages: ['unknown product: nope']
      });
      expect(await exported(store, { campaign: 'v9', product: hostile, format: 'csv' })).toMatchObject({
        exit: 1
      });
      expect(await exported(store, { format: 'csv' })).toMatchObject({ exit: 2 });
      expect(await exported(store, { product: hostile, all: 'true', format: 'csv' })).toMatchObject({
        exit: 2
      });
      expect(await exported(store, { product: hostile, format: 'doc' })).toMatchObject({ exit: 2 });
    }));
});
