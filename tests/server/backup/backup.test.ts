import { existsSync } from 'node:fs';
import { readdir, readFile, rm, truncate, writeFile } from 'node:fs/promises';
import path from 'node:path';
import { execFileSync } from 'node:child_process';
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { pack } from '#lib/server/backup/pack.ts';
import { restore, StoreNotEmpty } from '#lib/server/backup/restore.ts';
import * as snapshot from '#lib/server/backup/snapshot.ts';
import { finishRestore } from '#lib/server/pending-restore.ts';
import { migrations } from '#lib/server/migrations.ts';
import * as settings from '#lib/server/settings.ts';
import { run } from '#lib/server/sql.ts';
import { contents, openStore, type Store } from '#lib/server/store.ts';
import * as trail from '#lib/server/trail/trail.ts';
import { verify } from '#lib/server/trail/verify.ts';
import { randomCampaign, storeCampaign } from '#tests/server/random-campaign.ts';
import { inTempDir, withStore } from '#tests/server/temp-store.ts';
import { repetitions } from '#tests/repetitions.ts';

const runs = repetitions(4);

async function packed(store: Store, file: string, passphrase?: string) {
  const folder = snapshot.placeOf(store.dir, await snapshot.take(store));
  const result = await pack(folder, file, passphrase);
  await rm(folder, { recursive: true });
  return result;
}

async function contentsIn(dir: string): Promise<unknown> {
  const store = await openStore(dir);
  try {
    return await store.read(contents);
  } finally {
    store.close();
  }
}

const plainly = { passphrase: undefined, replace: false };

function tell(dir: string, what: string): Promise<void> {
  return trail.append(dir, { by: 'camille', way: 'command', act: 'change', what, on: {}, outcome: 0 });
}

test('what is backed up comes back whole, plain or encrypted, with its trail', () =>
  fc.assert(
    fc.asyncProperty(
      randomCampaign,
      fc.option(fc.string({ minLength: 1 }), { nil: undefined }),
      fc.nat(5),
      async (campaign, passphrase, entries) => {
        await withStore(async (store) => {
          await storeCampaign(store, campaign);
          for (let i = 0; i < entries; i++) await tell(store.dir, `deed ${i}`);
          const file = path.join(store.dir, '..', 'backup');
          const dir = path.join(store.dir, '..', 'restored');
          const { manifest } = await packed(store, file, passphrase);
          expect(manifest.schema).toBe(migrations.length);
          const before = await verify(store.dir);
          expect(await restore(dir, file, { passphrase, replace: false })).toMatchObject({ kept: undefined });
          expect(await contentsIn(dir)).toEqual(await store.read(contents));
          expect(await verify(dir)).toEqual(before);
          expect(before).toMatchObject({ isWhole: true, entries });
        });
      }
    ),
    { numRuns: runs }
  ));

test('a plain backup is an archive that tar and sha256sum know', () =>
  withStore(async (store) => {
    await tell(store.dir, 'deed');
    const file = path.join(store.dir, '..', 'backup.tar');
    const { sha256 } = await packed(store, file);
    expect(execFileSync('sha256sum', [file]).toString()).toContain(sha256);
    const names = execFileSync('tar', ['tf', file]).toString().trim().split('\n');
    expect(names[0]).toBe('palier-backup.json');
    expect(names.slice(1, -1)).toEqual([
      'palier.duckdb',
      expect.stringMatching(/^trail\/\d{4}-\d\d\.jsonl$/),
      'trail/seals.jsonl'
    ]);
    const folder = path.join(store.dir, '..', 'by-hand');
    execFileSync('sh', ['-c', `mkdir "${folder}" && tar xf "${file}" -C "${folder}"`]);
    execFileSync('sha256sum', ['--check', 'palier-backup.sha256'], { cwd: folder, stdio: 'pipe' });
    expect(await contentsIn(folder)).toEqual(await store.read(contents));
  }));

describe('what can’t be restored is refused, and the store is as before', () => {
  /** A backup, and a store with something else in it. */
  function withBackup(
    work: (place: { file: string; dir: string; isUntouched: () => Promise<void> }) => Promise<void>,
    passphrase?: string
  ) {
    return withStore(async (store) => {
      const file = path.join(store.dir, '..', 'backup');
      await store.write((db) => settings.update(db, 'of', 'the backup'));
      await packed(store, file, passphrase);
      await store.write((db) => settings.update(db, 'of', 'the store'));
      store.close();
      const before = await contentsIn(store.dir);
      const files = await readdir(store.dir);
      await work({
        file,
        dir: store.dir,
        isUntouched: async () => {
          expect(await readdir(store.dir)).toEqual(files);
          expect(await contentsIn(store.dir)).toEqual(before);
        }
      });
    });
  }
  const replacing = { passphrase: undefined, replace: true };

  test('a store that holds something, unless it is asked for; then it is kept beside', () =>
    withBackup(async ({ file, dir, isUntouched }) => {
      await expect(restore(dir, file, plainly)).rejects.toBeInstanceOf(StoreNotEmpty);
      await isUntouched();
      const before = await contentsIn(dir);
      const { kept } = await restore(dir, file, replacing);
      expect(await contentsIn(kept ?? '')).toEqual(before);
      expect(await contentsIn(dir)).not.toEqual(before);
    }));

  test.each([undefined, 'phrase secrète'])(
    'a byte changed or the end cut off anywhere, passphrase %s',
    (passphrase) =>
      withBackup(async ({ file, dir, isUntouched }) => {
        const whole = await readFile(file);
        const options = { passphrase, replace: true };
        for (let i = 0; i < (passphrase === undefined ? runs : Math.ceil(runs / 4)); i++) {
          const at = Math.floor(Math.random() * whole.length);
          const changed = Buffer.from(whole);
          changed[at] = (changed[at] ?? 0) ^ (1 << (i % 8));
          await writeFile(file, changed);
          await expect(restore(dir, file, options), `byte ${at} changed`).rejects.toMatchObject({
            flaw: expect.stringMatching(/damaged|no_backup|wrong_passphrase/) as string
          });
          await writeFile(file, whole);
          await truncate(file, at);
          await expect(restore(dir, file, options), `cut at ${at}`).rejects.toMatchObject({
            flaw: expect.stringMatching(/damaged|no_backup/) as string
          });
          await isUntouched();
        }
      }, passphrase)
  );

  test('without its passphrase, with another one, or of another kind', () =>
    withBackup(async ({ file, dir, isUntouched }) => {
      await expect(restore(dir, file, replacing)).rejects.toMatchObject({ flaw: 'needs_passphrase' });
      const other = { passphrase: 'other', replace: true };
      await expect(restore(dir, file, other)).rejects.toMatchObject({ flaw: 'wrong_passphrase' });
      await writeFile(file, 'product,vendor\n');
      await expect(restore(dir, file, replacing)).rejects.toMatchObject({ flaw: 'no_backup' });
      await isUntouched();
    }, 'phrase secrète'));

  test('of a newer version', () =>
    withStore(async (store) => {
      const [file, dir] = ['backup', 'other'].map((name) => path.join(store.dir, '..', name));
      await store.write((db) => run(db, 'insert into migration values (999)'));
      await packed(store, file ?? '');
      await expect(restore(dir ?? '', file ?? '', plainly)).rejects.toMatchObject({ flaw: 'newer' });
    }));
});

test('a restoring that was cut off after the backup was checked is finished by the next to open the store', () =>
  withStore(async (store) => {
    const [file, dir] = [path.join(store.dir, '..', 'backup'), path.join(store.dir, '..', 'other')];
    await store.write((db) => settings.update(db, 'of', 'the backup'));
    await packed(store, file);
    const wanted = await store.read(contents);
    await restore(dir, file, plainly);
    // as a process leaves it that dies between two of its steps
    for (const moved of [[], ['palier.duckdb']]) {
      const waiting = path.join(dir, 'restored');
      await restore(waiting, file, plainly);
      for (const name of moved) await rm(path.join(waiting, name));
      expect(await contentsIn(dir)).toEqual(wanted);
      expect(existsSync(waiting)).toBe(false);
    }
    expect(await finishRestore(dir)).toBeUndefined();
  }));

test('a snapshot holds whole writes only, and leaves nobody else in', () =>
  inTempDir(async (parent) => {
    const store = await openStore(path.join(parent, 'store'));
    const both = (i: number) =>
      store.write(async (db) => {
        await settings.update(db, 'a', String(i));
        await settings.update(db, 'b', String(i));
      });
    const writing = Promise.all(Array.from({ length: 60 }, (_, i) => both(i)));
    const file = path.join(parent, 'backup');
    await packed(store, file);
    await writing;
    const dir = path.join(parent, 'restored');
    await restore(dir, file, plainly);
    const again = await openStore(dir);
    const [a, b] = await again.read(async (db) => [
      await settings.read(db, 'a'),
      await settings.read(db, 'b')
    ]);
    expect(a).toBe(b);
    again.close();
    // a process that reads its own open store lets go of its lock
    const other = `const { openStore } = await import('${path.resolve('src/lib/server/store.ts')}');
      await openStore(${JSON.stringify(store.dir)}).then(() => console.log('in'), (error) => console.log(error.constructor.name));`;
    const said = execFileSync(process.execPath, ['--import', 'tsx', '--input-type=module', '-e', other]);
    expect(said.toString().trim()).toBe('StoreInUse');
    store.close();
  }));
