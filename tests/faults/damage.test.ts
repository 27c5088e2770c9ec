import { cp, readFile, rm, truncate, writeFile } from 'node:fs/promises';
import path from 'node:path';
import { expect, test } from 'vitest';
import { readAll } from '#lib/server/store-file.ts';
import { openStore } from '#lib/server/store.ts';
import { troubleOf } from '#lib/server/trouble.ts';
import { inTempDir } from '#tests/server/temp-store.ts';
import { makeBase, within } from './base-store.ts';
import { factsOf } from './facts.ts';
import { randomBelow, seed, times } from './chance.ts';
import { write } from './writes.ts';

/** What a server that opens the store finds: its facts, or what it says is the matter. */
async function found(dir: string): Promise<string> {
  try {
    return await within(dir, async (store) => {
      await store.read(readAll);
      return factsOf(store);
    });
  } catch (error) {
    const trouble = troubleOf(error);
    if (trouble === undefined) throw error;
    return trouble;
  }
}

test(`a store whose file was changed or cut anywhere says so or is whole, never something else (${2 * times} times, seed ${seed})`, () =>
  inTempDir(async (parent) => {
    const [base, dir] = [path.join(parent, 'base'), path.join(parent, 'damaged')];
    await makeBase(base);
    const facts = await within(base, factsOf);
    const whole = await readFile(path.join(base, 'palier.duckdb'));
    const seen = new Set<string>();
    for (let i = 0; i < 2 * times; i++) {
      const file = path.join(dir, 'palier.duckdb');
      await cp(base, dir, { recursive: true });
      const at = randomBelow(whole.length);
      if (i % 2 === 0) await truncate(file, at);
      else {
        const changed = Buffer.from(whole);
        for (let j = at; j < Math.min(at + 1 + randomBelow(5000), whole.length); j++)
          changed[j] = randomBelow(256);
        await writeFile(file, changed);
      }
      const now = await found(dir);
      expect([facts, 'damaged'], `${i % 2 === 0 ? 'cut' : 'changed'} at ${at}, seed ${seed}`).toContain(now);
      seen.add(now);
      await rm(dir, { recursive: true });
    }
    expect(seen).toContain('damaged');
  }));

test('what a server has committed stands in its file, with checksums, and in no log whose end could be lost', () =>
  inTempDir(async (parent) => {
    const [base, copy] = [path.join(parent, 'base'), path.join(parent, 'copy')];
    await makeBase(base);
    const store = await openStore(base, { foldsLog: true });
    for (const kind of ['correct', 'comments import', 'scenario rename']) await write(store, kind);
    const facts = await factsOf(store);
    // begins after the last log was brought in, for that was asked for before
    await store.write(() => Promise.resolve());
    await cp(base, copy, { recursive: true });
    store.close();
    await rm(path.join(copy, 'palier.duckdb.wal'), { force: true });
    expect(await within(copy, factsOf)).toBe(facts);
  }));
