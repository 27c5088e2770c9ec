import type { DuckDBInstance } from '@duckdb/node-api';
import { expect, test } from 'vitest';
import { keepOpen } from '#lib/server/live-instance.ts';

/** Stands for an instance that DuckDB gives up, which no test can make it do at a chosen moment. */
function instances() {
  const opened: { isGivenUp: boolean; isClosed: boolean }[] = [];
  const open = () => {
    const state = { isGivenUp: false, isClosed: false };
    opened.push(state);
    const connection = {
      run: () => (state.isGivenUp ? Promise.reject(new Error('invalidated')) : Promise.resolve()),
      closeSync: () => undefined
    };
    const instance = {
      connect: () => Promise.resolve(connection),
      closeSync: () => (state.isClosed = true)
    };
    return Promise.resolve(instance as unknown as DuckDBInstance);
  };
  return { open, opened };
}

test('a reader that meets an instance given up is answered by the one opened anew', async () => {
  const { open, opened } = instances();
  const file = await keepOpen(open);
  let asked = 0;
  const answer = await file.read(() => {
    asked += 1;
    const now = opened.at(-1);
    if (asked > 1 || !now) return Promise.resolve(`instance ${opened.length}`);
    now.isGivenUp = true;
    return Promise.reject(new Error('invalidated'));
  });
  expect(answer).toBe('instance 2');
  expect(opened.map(({ isClosed }) => isClosed)).toEqual([true, false]);
  expect(file.renewals()).toBe(1);
});

test('a question that fails by itself is asked once, and what changes something is never asked again', async () => {
  const { open, opened } = instances();
  const file = await keepOpen(open);
  let asked = 0;
  const fail = () => {
    asked += 1;
    return Promise.reject(new Error('no such table'));
  };
  await expect(file.read(fail)).rejects.toThrow('no such table');
  expect(asked).toBe(1);
  await expect(
    file.apart(() => {
      if (opened[0]) opened[0].isGivenUp = true;
      return fail();
    })
  ).rejects.toThrow('no such table');
  expect(asked).toBe(2);
});

test('where nothing can be read after that either, the reader is told', async () => {
  const { open, opened } = instances();
  const file = await keepOpen(open);
  let asked = 0;
  await expect(
    file.read(() => {
      asked += 1;
      const now = opened.at(-1);
      if (now) now.isGivenUp = true;
      return Promise.reject(new Error(`invalidated ${asked}`));
    })
  ).rejects.toThrow('invalidated 2');
});
