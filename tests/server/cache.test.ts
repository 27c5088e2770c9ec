import fc from 'fast-check';
import { expect, test } from 'vitest';
import { cached } from '#lib/server/cache.ts';
import * as settings from '#lib/server/settings.ts';
import type { Store } from '#lib/server/store.ts';
import { withStore } from './temp-store.ts';

let written = 0;

function change(store: Store, campaignId?: number): Promise<void> {
  written += 1;
  return store.write(
    (db) => settings.update(db, 'a', String(written)),
    () => campaignId
  );
}

test('a value outlasts the changes that were confined to other campaigns, and no other', () =>
  withStore(async (store) => {
    const asked = [undefined, [1], [2], [1, 2]];
    // by the values' dependence, how many changes could have touched it
    const counts = asked.map(() => 0);
    const read = (i: number) => cached(store, `of ${i}`, () => counts[i], asked[i]);
    const campaign = fc.option(fc.constantFrom(1, 2, 3), { nil: undefined });
    for (const changed of fc.sample(campaign, 30)) {
      await change(store, changed);
      for (const [i, of] of asked.entries())
        if (changed === undefined || of === undefined || of.includes(changed))
          counts[i] = (counts[i] ?? 0) + 1;
      expect(asked.map((_, i) => read(i))).toEqual(counts);
    }
  }));

test('a change while a value is computed leaves it to be computed again', () =>
  withStore(async (store) => {
    let answer: (text: string) => void = () => undefined;
    const slow = cached(store, 'slow', () => new Promise<string>((resolve) => (answer = resolve)), [1]);
    await change(store, 1);
    answer('before');
    expect(await slow).toBe('before');
    expect(await cached(store, 'slow', () => Promise.resolve('after'), [1])).toBe('after');
  }));

test('what fails is not kept', () =>
  withStore(async (store) => {
    await expect(cached(store, 'a', () => Promise.reject(new Error('no')))).rejects.toThrow('no');
    expect(await cached(store, 'a', () => Promise.resolve(1))).toBe(1);
  }));

test('no more than the latest four hundred are kept', () =>
  withStore(async (store) => {
    let computed = 0;
    const read = (i: number) => cached(store, String(i), () => (computed += 1));
    for (let i = 0; i <= 400; i++) read(i);
    read(400);
    expect(computed).toBe(401);
    read(0);
    expect(computed).toBe(402);
    await Promise.resolve();
  }));
