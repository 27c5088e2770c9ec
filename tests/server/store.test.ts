import { spawn } from 'node:child_process';
import { once } from 'node:events';
import path from 'node:path';
import { expect, test } from 'vitest';
import { cached } from '#lib/server/cache.ts';
import { isLoopback } from '#lib/server/loopback.ts';
import { migrations } from '#lib/server/migrations.ts';
import * as settings from '#lib/server/settings.ts';
import { all, first, run } from '#lib/server/sql.ts';
import { StoreInUse } from '#lib/server/instance.ts';
import { contents, openStore } from '#lib/server/store.ts';
import { inTempDir, withStore } from './temp-store.ts';

test('a store opens again with what was in it, and migrates once', () =>
  inTempDir(async (dir) => {
    const store = await openStore(dir);
    await store.write((db) => settings.update(db, 'a', '1'));
    const before = await store.read(contents);
    store.close();
    const again = await openStore(dir);
    expect(await again.read(contents)).toEqual(before);
    expect(before['migration']).toHaveLength(migrations.length);
    again.close();
  }));

test('a store of a newer version is refused', () =>
  inTempDir(async (dir) => {
    const store = await openStore(dir);
    await store.write((db) => run(db, 'insert into migration values (999)'));
    store.close();
    await expect(openStore(dir)).rejects.toThrow(/newer than this version/);
  }));

test('a write that throws changes nothing, not even the version', () =>
  withStore(async (store) => {
    const [before, version] = [await store.read(contents), store.version()];
    const write = store.write(async (db) => {
      await settings.update(db, 'a', '1');
      throw new Error('stop');
    });
    await expect(write).rejects.toThrow('stop');
    expect(await store.read(contents)).toEqual(before);
    expect(store.version()).toBe(version);
    await store.write((db) => settings.update(db, 'a', '2'));
    expect(await store.read((db) => settings.read(db, 'a'))).toBe('2');
  }));

test('writes begun together run one after the other', () =>
  withStore(async (store) => {
    await store.write((db) => settings.update(db, 'n', '0'));
    const increment = () =>
      store.write(async (db) => {
        const n = Number(await settings.read(db, 'n'));
        await settings.update(db, 'n', String(n + 1));
      });
    await Promise.all(Array.from({ length: 20 }, increment));
    expect(await store.read((db) => settings.read(db, 'n'))).toBe('20');
  }));

test('a setting that is not there is undefined', () =>
  withStore(async (store) => {
    expect(await store.read((db) => settings.read(db, 'none'))).toBeUndefined();
  }));

test.each([
  `select * from read_csv('/etc/passwd')`,
  `attach '/tmp/other.duckdb' as other`,
  `copy campaign to '/tmp/campaign.csv'`,
  'set enable_external_access = true',
  `set memory_limit = '1GB'`,
  'install httpfs'
])('nothing but the store’s own file can be reached: %s', (sql) =>
  withStore(async (store) => {
    await expect(store.read((db) => run(db, sql))).rejects.toThrow();
  })
);

test('values are bound, whatever is in them', () =>
  withStore(async (store) => {
    const text = `'; drop table setting; -- " \\ \u0000é😀`;
    const row = await store.read((db) =>
      first<object>(
        db,
        'select $text as text, $big as big, $half as half, $yes as yes, $none as none, $list as list, $ints as ints',
        {
          text,
          big: 2 ** 40,
          half: 0.5,
          yes: true,
          none: null,
          list: [text, ''],
          ints: [1, -2]
        }
      )
    );
    expect(row).toEqual({
      text,
      big: BigInt(2 ** 40),
      half: 0.5,
      yes: true,
      none: null,
      list: [text, ''],
      ints: [1, -2]
    });
    expect(await store.read((db) => all(db, 'from setting'))).toEqual([]);
  }));

test('a store that another process holds is StoreInUse', () =>
  inTempDir(async (dir) => {
    const script = `const { openStore } = await import('${path.resolve('src/lib/server/store.ts')}');
      await openStore(${JSON.stringify(dir)}); process.stdout.write('ready'); setInterval(() => {}, 1000);`;
    const child = spawn(process.execPath, ['--import', 'tsx', '--input-type=module', '-e', script], {
      stdio: ['ignore', 'pipe', 'inherit']
    });
    await once(child.stdout, 'data');
    try {
      await expect(openStore(dir)).rejects.toBeInstanceOf(StoreInUse);
    } finally {
      child.kill('SIGKILL');
      await once(child, 'close');
    }
    (await openStore(dir)).close();
  }));

test('cached gives what was computed until the data change', () =>
  withStore(async (store) => {
    let computed = 0;
    const ask = (key: string) => cached(store, key, () => ++computed);
    expect([ask('a'), ask('a'), ask('b'), ask('a')]).toEqual([1, 1, 2, 1]);
    await store.write((db) => settings.update(db, 'a', '1'));
    expect([ask('a'), ask('a')]).toEqual([3, 3]);
  }));

test('cached keeps no failure', () =>
  withStore(async (store) => {
    const fail = () => cached(store, 'a', () => Promise.reject(new Error('stop')));
    await expect(fail()).rejects.toThrow('stop');
    expect(await cached(store, 'a', () => Promise.resolve(7))).toBe(7);
  }));

test('cached forgets the least recently used', () =>
  withStore((store) => {
    let computed = 0;
    const ask = (key: string) => cached(store, key, () => ++computed);
    ask('kept');
    for (let i = 0; i < 399; i++) ask(String(i));
    ask('kept');
    ask('one more');
    expect(ask('kept')).toBe(1);
    expect(ask('0')).toBeGreaterThan(1);
    return Promise.resolve();
  }));

test.each([
  ['localhost', true],
  ['127.0.0.1', true],
  ['127.8.8.8', true],
  ['::1', true],
  ['[::1]', true],
  ['LOCALHOST', true],
  ['0.0.0.0', false],
  ['::', false],
  ['', false],
  ['127.0.0.1.example.org', false],
  ['localhost.example.org', false],
  ['192.168.1.1', false]
])('whether %s is this machine’s own: %s', (host, own) => {
  expect(isLoopback(host)).toBe(own);
});
