import { expect, test } from 'vitest';
import * as savedViews from '#lib/server/saved-views.ts';
import { withStore } from './temp-store.ts';

const first = { name: 'Hôpital, bas', address: '/products?campaign=v2&corridor=H%C3%B4pital&band=0-20' };
const second = { name: 'Imagerie', address: '/criteria?corridor=Imagerie' };

test('views are listed by name, and a second save under a name, however spelled, replaces the first', () =>
  withStore(async (store) => {
    await store.write((db) => savedViews.save(db, second));
    await store.write((db) => savedViews.save(db, first));
    expect(await store.read(savedViews.list)).toEqual([first, second]);
    const again = { name: '  HOPITAL,  bas ', address: '/' };
    await store.write((db) => savedViews.save(db, again));
    expect(await store.read(savedViews.list)).toEqual([{ name: 'HOPITAL,  bas', address: '/' }, second]);
  }));

test('a view is renamed unless another has the name, and may change its own spelling', () =>
  withStore(async (store) => {
    for (const view of [first, second]) await store.write((db) => savedViews.save(db, view));
    expect(await store.write((db) => savedViews.rename(db, 'imagerie', 'HÔPITAL, BAS'))).toBe(false);
    expect(await store.read(savedViews.list)).toEqual([first, second]);
    expect(await store.write((db) => savedViews.rename(db, 'Imagerie', 'IMAGERIE'))).toBe(true);
    expect(await store.write((db) => savedViews.rename(db, first.name, 'Z'))).toBe(true);
    expect(await store.read(savedViews.list)).toEqual([
      { ...second, name: 'IMAGERIE' },
      { ...first, name: 'Z' }
    ]);
  }));

test('a removed view is gone, and only that one', () =>
  withStore(async (store) => {
    for (const view of [first, second]) await store.write((db) => savedViews.save(db, view));
    await store.write((db) => savedViews.remove(db, 'IMAGERIE'));
    expect(await store.read(savedViews.list)).toEqual([first]);
  }));
