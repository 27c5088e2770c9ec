import { readFile, rm, writeFile } from 'node:fs/promises';
import path from 'node:path';
import { setTimeout } from 'node:timers/promises';
import { expect, test } from 'vitest';
import { withSmallDisk } from '#tests/faults/small-disk.ts';
import { inTempDir } from '#tests/server/temp-store.ts';
import { sampleStore } from './sample-store.ts';
import { palier, serve, type Served } from './served.ts';

async function answer(address: string, where: string): Promise<{ status: number; text: string }> {
  const response = await fetch(address + where);
  return { status: response.status, text: await response.text() };
}

/** Probes, pages, downloads and API all say the same, and show no figure. */
async function expectTold({ address, said }: Served, trouble: string, words: RegExp): Promise<void> {
  expect(await answer(address, '/healthz')).toEqual({ status: 200, text: 'ok\n' });
  expect((await answer(address, '/readyz')).status).toBe(503);
  for (const where of [
    '/?campaign=v1&lang=en',
    '/products.csv?campaign=v1&lang=en',
    '/api/v1/campaigns?lang=en'
  ]) {
    const { status, text } = await answer(address, where);
    expect({ where, status }).toEqual({ where, status: 503 });
    expect(text, where).toMatch(words);
    expect(text).not.toContain('<svg');
  }
  const logged = said.filter((line) => line.startsWith('{')).map((line) => JSON.parse(line) as object);
  expect(logged).toContainEqual(expect.objectContaining({ event: 'store trouble', trouble }));
}

async function untilRefused(address: string, attempts = 100): Promise<void> {
  const { status } = await answer(address, '/?campaign=v1');
  expect([200, 503]).toContain(status);
  expect(attempts).toBeGreaterThan(0);
  if (status === 200) await untilRefused(address, attempts - 1);
}

async function withSample(data: string, work: (served: Served) => Promise<void>): Promise<void> {
  const served = await serve(data, { sample: true });
  try {
    await work(served);
  } finally {
    await served.stop();
  }
}

test('a damaged store is told of on every page, and not one figure of it is shown', () =>
  inTempDir(async (data) => {
    await sampleStore(data);
    const file = path.join(data, 'palier.duckdb');
    const bytes = await readFile(file);
    // in every block: some hold nothing
    for (let at = 20_000; at < bytes.length; at += 50_000) bytes.fill(0x55, at, at + 100);
    await writeFile(file, bytes);
    await withSample(data, (served) => expectTold(served, 'damaged', /damaged.*palier restore/));
    const refused = (await palier(data, 'stats', '--campaign', 'v1', '--json').catch(
      (error: unknown) => error
    )) as {
      code: number;
      stderr: string;
    };
    expect(refused.code).toBe(1);
    expect(refused.stderr).toMatch(/damaged|abîmé/);
    expect(refused.stderr).not.toContain('    at ');
  }));

test('a disk that is full or read-only is told of while it is so, and nothing is lost', () =>
  withSmallDisk(64, async ({ dir, setReadOnly }) => {
    const data = path.join(dir, 'store');
    await sampleStore(data);
    await withSample(data, async (served) => {
      const figures = () => answer(served.address, '/api/v1/campaigns/v1/overview');
      const before = await figures();
      expect(before.status).toBe(200);

      const filler = path.join(dir, 'filler');
      await writeFile(filler, Buffer.alloc(64 * 2 ** 20)).catch(() => undefined);
      // what is told in the trail of a look at a page finds room in its last block for a while
      await untilRefused(served.address);
      await expectTold(served, 'full', /no room left/);
      await rm(filler);
      expect(await figures()).toEqual(before);

      setReadOnly(true);
      await expectTold(served, 'read_only', /can’t be written/);
      setReadOnly(false);
      expect(await figures()).toEqual(before);
      expect((await answer(served.address, '/readyz')).status).toBe(200);
    });
  }));

async function untilServed(address: string, attempts = 100): Promise<void> {
  expect(attempts).toBeGreaterThan(0);
  if ((await answer(address, '/readyz')).status === 200) return;
  await setTimeout(100);
  await untilServed(address, attempts - 1);
}

test('a server that starts on a read-only or a full disk says so, and serves once the disk can be written', () =>
  withSmallDisk(64, async ({ dir, setReadOnly }) => {
    const [data, filler] = [path.join(dir, 'store'), path.join(dir, 'filler')];
    await sampleStore(data);
    setReadOnly(true);
    await withSample(data, async (served) => {
      await expectTold(served, 'read_only', /can’t be written/);
      setReadOnly(false);
      await untilServed(served.address);
      expect((await answer(served.address, '/?campaign=v1')).status).toBe(200);
    });
    await writeFile(filler, Buffer.alloc(64 * 2 ** 20)).catch(() => undefined);
    await withSample(data, async (served) => {
      await untilRefused(served.address);
      await expectTold(served, 'full', /no room left/);
      await rm(filler);
      await untilServed(served.address);
      expect((await answer(served.address, '/?campaign=v1')).status).toBe(200);
    });
  }));
