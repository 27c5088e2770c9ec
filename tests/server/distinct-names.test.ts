import { expect, test } from 'vitest';
import { nameSuggestions } from '#lib/reports/name-suggestions.ts';
import * as distinctNames from '#lib/server/distinct-names.ts';
import * as productNames from '#lib/server/product-names.ts';
import { purge } from '#lib/server/purge.ts';
import * as renamings from '#lib/server/renamings.ts';
import type { Store } from '#lib/server/store.ts';
import { answersFile, importInto, smallQuestionnaire } from '#tests/commands/request.ts';
import { withStore } from './temp-store.ts';

const agenda = { vendor: 'Acme', product: 'Agenda Clair' };
const twin = { vendor: 'ACME', product: 'Agenda  Clairs' };

async function suggested(store: Store): Promise<string[][]> {
  const { vendors, products } = await store.read(async (db) =>
    nameSuggestions(await productNames.list(db), await distinctNames.inForce(db))
  );
  return [
    ...vendors.map((pair) => pair.map(({ vendor }) => vendor)),
    ...products.map((pair) => pair.map(({ product }) => product))
  ];
}

async function warned(store: Store, vendor = 'Acme'): Promise<string[]> {
  const files = [answersFile('c.csv', { vendor, product: 'Agenda Clairs', submitted_at: '2026-03-03' })];
  const { report } = await importInto(store, { files, flags: ['dry-run'] });
  return report.issues.map(({ code }) => code).filter((code) => code.startsWith('near'));
}

function withPair(work: (store: Store) => Promise<void>): Promise<void> {
  return withStore(async (store) => {
    for (const product of [agenda.product, 'Agenda Clairs'])
      await importInto(store, {
        questionnaire: smallQuestionnaire,
        files: [answersFile('a.csv', { vendor: 'Acme', product })]
      });
    await work(store);
  });
}

test('two names said to be two are suggested no more, by page or import, until that is taken back', () =>
  withPair(async (store) => {
    expect(await suggested(store)).toEqual([['Agenda Clair', 'Agenda Clairs']]);
    expect(await warned(store)).toEqual(['near_product']);

    expect(await store.write((db) => distinctNames.create(db, twin, agenda, 'Alice'))).toBe(true);
    expect(await store.write((db) => distinctNames.create(db, agenda, twin))).toBe(true);
    expect(await suggested(store)).toEqual([]);
    expect(await warned(store)).toEqual([]);
    const [said, ...more] = await store.read(distinctNames.list);
    expect(more).toEqual([]);
    expect(said).toMatchObject({ names: [twin, agenda], by: 'Alice', retractedAt: null });

    const id = said?.id ?? 0;
    expect(await store.write((db) => distinctNames.retract(db, id, 'Bob'))).toBe(true);
    expect(await store.write((db) => distinctNames.retract(db, id))).toBe(false);
    expect(await suggested(store)).toEqual([['Agenda Clair', 'Agenda Clairs']]);
    expect(await warned(store)).toEqual(['near_product']);
    expect(await store.read(distinctNames.list)).toHaveLength(1);
  }));

test('vendors said to be two are no longer one to whom alike products belong', () =>
  withPair(async (store) => {
    expect(await warned(store, 'Acme SA')).toEqual(['near_vendor', 'near_product', 'near_product']);
    const vendor = (name: string) => ({ vendor: name, product: '' });
    await store.write((db) => distinctNames.create(db, vendor('Acme'), vendor('Acme SA')));
    expect(await warned(store, 'Acme SA')).toEqual([]);
  }));

test('a new name is asked about again, one name is no pair, and a purged product leaves nothing', () =>
  withPair(async (store) => {
    expect(await store.write((db) => distinctNames.create(db, agenda, agenda))).toBe(false);
    await store.write((db) => distinctNames.create(db, agenda, twin));
    const { id = '' } = (await store.read((db) => renamings.named(db, twin))) ?? {};
    await store.write((db) => renamings.rename(db, id, { product: 'Agenda Claire' }));
    expect(await suggested(store)).toEqual([['Agenda Clair', 'Agenda Claire']]);
    await store.write((db) => purge(db, id));
    expect(await store.read(distinctNames.list)).toEqual([]);
  }));
