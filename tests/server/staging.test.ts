import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdir, readdir, readFile, stat, utimes, writeFile } from 'node:fs/promises';
import path from 'node:path';
import { describe, expect, test } from 'vitest';
import { DiskFull } from '#lib/server/staging.ts';
import * as staging from '#lib/server/staging.ts';
import { inTempDir } from './temp-store.ts';

const fields = { campaign: 'v1', campaignName: '', questionnaireOf: '' };

async function* bytes(...texts: string[]) {
  for (const text of texts) yield new TextEncoder().encode(text);
}

async function staged(dir: string, names: string[] = ['a.csv']) {
  const draft = await staging.begin(dir);
  for (const name of names) await staging.add(draft, { name, role: 'answers' }, bytes(name, '!'));
  return staging.finish(draft, fields);
}

async function everything(dir: string): Promise<string[]> {
  const entries = await readdir(dir, { recursive: true, withFileTypes: true });
  return entries.map((entry) => path.relative(dir, path.join(entry.parentPath, entry.name))).sort();
}

describe('an upload that waits', () => {
  test('is found by its id, with its files as they were sent', () =>
    inTempDir(async (dir) => {
      const { id } = await staged(dir, ['a.csv', 'a.csv']);
      expect(await staging.find(dir, id)).toMatchObject({
        id,
        campaign: 'v1',
        files: [
          { name: 'a.csv', role: 'answers', size: 6 },
          { name: 'a.csv', role: 'answers', size: 6 }
        ]
      });
      expect(await readFile(staging.pathOf(dir, id, 1), 'utf8')).toBe('a.csv!');
    }));

  test.each(['../../escape.csv', '/etc/passwd', '..\\up.csv', 'nul\u0000.csv', '.', 'x'.repeat(5000), '<b>'])(
    'has files named by number, whatever a person calls them: %j',
    (name) =>
      inTempDir(async (dir) => {
        const { id } = await staged(dir, [name]);
        expect(await everything(dir)).toEqual(
          ['staging', `staging/${id}`, `staging/${id}/0`, `staging/${id}/upload.json`].sort()
        );
        expect((await staging.find(dir, id))?.files[0]?.name).toBe(name);
      })
  );

  test('can be read by its owner alone', () =>
    inTempDir(async (dir) => {
      const { id } = await staged(dir);
      const mode = async (...parts: string[]) => (await stat(path.join(dir, ...parts))).mode & 0o777;
      expect(await mode('staging', id)).toBe(0o700);
      expect(await mode('staging', id, '0')).toBe(0o600);
      expect(await mode('staging', id, 'upload.json')).toBe(0o600);
    }));

  test.each(['..', '../..', '', 'a', 'A'.repeat(32), '0'.repeat(31), `${'0'.repeat(32)}/..`, '0'.repeat(32)])(
    'is not found by %j, and no file is touched',
    (id) =>
      inTempDir(async (dir) => {
        await writeFile(path.join(dir, 'upload.json'), '{"id":"secret"}');
        await staged(dir);
        const before = await everything(dir);
        expect(await staging.find(dir, id)).toBeUndefined();
        if (!/^0{32}$/.test(id)) expect(() => staging.remove(dir, id)).toThrow(/no id/);
        expect(await everything(dir)).toEqual(before);
      })
  );

  test('is listed with others, the newest first, and gone once removed', () =>
    inTempDir(async (dir) => {
      const first = await staged(dir);
      await new Promise((resolve) => setTimeout(resolve, 5));
      const second = await staged(dir);
      expect((await staging.list(dir)).map(({ id }) => id)).toEqual([second.id, first.id]);
      await staging.remove(dir, second.id);
      expect((await staging.list(dir)).map(({ id }) => id)).toEqual([first.id]);
    }));

  test('that was closed keeps no file, only what became of it', () =>
    inTempDir(async (dir) => {
      const { id } = await staged(dir);
      await staging.update(dir, id, 'choices.json', {});
      await staging.close(dir, id, { id: 7 });
      expect(await readdir(path.join(dir, 'staging', id))).toEqual(['outcome.json']);
      expect(await staging.find(dir, id)).toBeUndefined();
      expect(await staging.outcome(dir, id)).toEqual({ id: 7 });
    }));
});

describe('what is left behind', () => {
  test('by an upload that was killed in between is found by nobody, and removed at the next start', () =>
    inTempDir(async (dir) => {
      const script = `
        import * as staging from '#lib/server/staging.ts';
        async function* slow() { for (;;) { yield new Uint8Array(1000); await new Promise((r) => setTimeout(r, 5)); } }
        const draft = await staging.begin(${JSON.stringify(dir)});
        console.log(draft.id);
        await staging.add(draft, { name: 'a.csv', role: 'answers' }, slow());`;
      const file = path.resolve(`tests/server/staging-${process.pid}.tmp.ts`);
      await writeFile(file, script);
      const child = spawn(process.execPath, ['--import', 'tsx', file], {
        stdio: ['ignore', 'pipe', 'inherit']
      });
      try {
        const [line] = (await once(child.stdout, 'data')) as [Buffer];
        const id = line.toString().trim();
        await expect
          .poll(() => stat(path.join(dir, 'staging', id, '0')).then(({ size }) => size))
          .toBeGreaterThan(2000);
        child.kill('SIGKILL');
        await once(child, 'exit');
        const whole = await staged(dir);
        expect(await staging.find(dir, id)).toBeUndefined();
        await staging.removeStale(dir, { atStart: false });
        expect(await readdir(path.join(dir, 'staging'))).toContain(id);
        await staging.removeStale(dir, { atStart: true });
        expect(await readdir(path.join(dir, 'staging'))).toEqual([whole.id]);
      } finally {
        child.kill('SIGKILL');
        await (await import('node:fs/promises')).rm(file);
      }
    }));

  test('for more than a day is removed, and what is younger stays', () =>
    inTempDir(async (dir) => {
      const [old, young, closed] = [await staged(dir), await staged(dir), await staged(dir)];
      await staging.close(dir, closed.id, {});
      const age = (id: string, hours: number) => {
        const then = new Date(Date.now() - hours * 3_600_000);
        return utimes(path.join(dir, 'staging', id), then, then);
      };
      await age(old.id, 24.1);
      await age(closed.id, 24.1);
      await age(young.id, 23.9);
      await staging.removeStale(dir, { atStart: true });
      expect(await readdir(path.join(dir, 'staging'))).toEqual([young.id]);
    }));

  test('is nobody else’s: other things in the folder stay', () =>
    inTempDir(async (dir) => {
      await mkdir(path.join(dir, 'staging', 'notes'), { recursive: true });
      await staging.removeStale(dir, { atStart: true });
      expect(await everything(dir)).toEqual(['staging', 'staging/notes']);
    }));
});

test('a note that is written again is whole at every moment', () =>
  inTempDir(async (dir) => {
    const { id } = await staged(dir);
    const long = 'x'.repeat(200_000);
    const place = path.join(dir, 'staging', id, 'choices.json');
    await staging.update(dir, id, 'choices.json', long);
    const writing = Promise.all(
      Array.from({ length: 20 }, () => staging.update(dir, id, 'choices.json', long))
    );
    for (let i = 0; i < 20; i++) expect(JSON.parse(await readFile(place, 'utf8'))).toBe(long);
    await writing;
    expect((await readdir(path.dirname(place))).sort()).toEqual(['0', 'choices.json', 'upload.json']);
  }));

test('a full disk is told from other failures', async () => {
  // what the system answers for any write to this device
  await expect(staging.write('/dev/full', bytes('a'), 'w')).rejects.toMatchObject({ code: 'ENOSPC' });
  await inTempDir(async (dir) => {
    const draft = await staging.begin(dir);
    async function* full(): AsyncGenerator<Uint8Array> {
      yield new Uint8Array(1);
      throw Object.assign(new Error('no space'), { code: 'ENOSPC' });
    }
    await expect(staging.add(draft, { name: 'a', role: 'answers' }, full())).rejects.toThrow(DiskFull);
  });
});
