import { mkdtemp, rm } from 'node:fs/promises';
import os from 'node:os';
import path from 'node:path';
import { expect } from 'vitest';
import { execute } from '#lib/commands/registry.ts';
import * as campaigns from '#lib/server/campaigns.ts';
import { openStore, type Store } from '#lib/server/store.ts';
import { answersFile, importInto, request, type Stats } from '#tests/commands/request.ts';
import { sampleStore } from '#tests/e2e/sample-store.ts';
import * as built from '#tests/e2e/served.ts';
import { criterionRow, delimited, file } from '#tests/ingest/builders.ts';

/** A campaign's code with every sign that an address treats in a way of its own. */
export const awkwardCode = 'A/B 100% [é]?#';

/** The sample and a campaign of awkward codes, served; with what the command line says of the sample's first. */
export interface Served {
  dir: string;
  stats: Stats;
  criteriaCsv: string;
  get(address: string, init?: RequestInit): Promise<Response>;
  /** The answer's JSON; anything but a 200 with JSON fails the test. */
  json<T = unknown>(address: string): Promise<T>;
  close(): Promise<void>;
}

async function fill(store: Store): Promise<Pick<Served, 'stats' | 'criteriaCsv'>> {
  const codes = ['Q12[SQ003]', 'A/B', '100%', 'C.1.10'];
  await importInto(store, {
    campaign: awkwardCode,
    questionnaire: file(delimited(codes.map((code) => criterionRow({ code })))),
    files: [answersFile('a.csv', ...codes.map((criterion) => ({ criterion, answer: '3' })))]
  });
  const awkward = await store.read((db) => campaigns.find(db, awkwardCode));
  await store.write((db) => campaigns.describe(db, awkward?.id ?? -1, { closed: '2020-01-01' }));
  const options = { campaign: ['v1'], table: ['criteria'] };
  const { json, text } = await execute(store, request('stats', { options }));
  return { stats: json as Stats, criteriaCsv: text };
}

export async function serve(): Promise<Served> {
  const dir = await mkdtemp(path.join(os.tmpdir(), 'palier-test-'));
  await sampleStore(dir);
  const store = await openStore(dir);
  const filled = await fill(store);
  store.close();
  const server = await built.serve(dir, {});
  const get: Served['get'] = (address, init) =>
    fetch(`${server.address}/api/v1${address}`, { redirect: 'manual', ...init });
  return {
    dir,
    ...filled,
    get,
    async json<T>(address: string) {
      const response = await get(address);
      expect([response.status, response.headers.get('content-type')]).toEqual([200, 'application/json']);
      return (await response.json()) as T;
    },
    async close() {
      await server.stop();
      await rm(dir, { recursive: true, force: true });
    }
  };
}

/** Fails the test unless the response is a problem document of this status. */
export async function expectProblem(response: Response, status: number, detail: RegExp): Promise<void> {
  const type = response.headers.get('content-type');
  expect([response.status, type]).toEqual([status, 'application/problem+json']);
  expect(await response.json()).toEqual({
    type: 'about:blank',
    title: expect.any(String) as string,
    status,
    detail: expect.stringMatching(detail) as string
  });
}
