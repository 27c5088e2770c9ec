import { expect, test } from 'vitest';
import { knownRows } from '#lib/server/known-rows.ts';
import * as settings from '#lib/server/settings.ts';
import { all, type Db } from '#lib/server/sql.ts';
import type { Store } from '#lib/server/store.ts';
import { withStore } from './temp-store.ts';

const key = 'settings';

function counting() {
  let asked = 0;
  const ask = (db: Db, campaign = 1) =>
    knownRows<{ value: string }>(db, campaign, `${key} ${campaign}`, () => {
      asked += 1;
      return all(db, 'select value from setting');
    });
  return { ask, count: () => asked };
}

function set(store: Store, value: string, campaign?: number): Promise<void> {
  return store.write(
    (db) => settings.update(db, 'a', value),
    () => campaign
  );
}

test('what several ask at once is asked once, and again only after the campaign changed', () =>
  withStore(async (store) => {
    const { ask, count } = counting();
    await set(store, '1');
    const rows = await Promise.all(Array.from({ length: 20 }, () => store.read((db) => ask(db))));
    expect(new Set(rows)).toEqual(new Set([[{ value: '1' }]]));
    expect(count()).toBe(1);
    await set(store, '2', 2);
    await store.read((db) => ask(db));
    expect(count()).toBe(1);
    for (const [value, campaign] of [['3', 1] as const, ['4', undefined] as const]) {
      await set(store, value, campaign);
      expect(await store.read((db) => ask(db))).toEqual([{ value }]);
    }
    expect(count()).toBe(3);
  }));

test('a transaction sees what it wrote, and nobody else does until it is committed', () =>
  withStore(async (store) => {
    const { ask } = counting();
    await set(store, 'before');
    await store.read((db) => ask(db));
    const refused = store.write(async (db) => {
      await settings.update(db, 'a', 'within');
      expect(await ask(db)).toEqual([{ value: 'within' }]);
      throw new Error('taken back');
    });
    await expect(refused).rejects.toThrow('taken back');
    expect(await store.read((db) => ask(db))).toEqual([{ value: 'before' }]);
  }));

test('rows that others share can’t be changed', () =>
  withStore(async (store) => {
    const { ask } = counting();
    await set(store, '1');
    const rows = await store.read((db) => ask(db));
    expect(() => rows.pop()).toThrow(TypeError);
    expect(() => Object.assign(rows[0] ?? {}, { value: '2' })).toThrow(TypeError);
  }));

test('a question that fails is asked again', () =>
  withStore(async (store) => {
    const ask = (read: () => Promise<number[]>) => store.read((db) => knownRows(db, 1, key, read));
    await expect(ask(() => Promise.reject(new Error('no')))).rejects.toThrow('no');
    expect(await ask(() => Promise.resolve([1]))).toEqual([1]);
  }));

test('more rows than a hundred thousand are not kept', () =>
  withStore(async (store) => {
    let asked = 0;
    const ask = () =>
      store.read((db) =>
        knownRows(db, 1, key, () => {
          asked += 1;
          return Promise.resolve(Array.from({ length: 100_001 }, (_, i) => i));
        })
      );
    await ask();
    await ask();
    expect(asked).toBe(2);
  }));
