import { existsSync, readFileSync } from 'node:fs';
import { expect } from 'vitest';
import { execute } from '#lib/commands/registry.ts';
import { accessFile, type Access } from '#lib/server/access/access-file.ts';
import * as staging from '#lib/server/staging.ts';
import { contents, type Store } from '#lib/server/store.ts';
import { request } from '#tests/commands/request.ts';

/** Moments, and what follows from them, differ from one run to the next. */
function withoutMoments(_: string, value: unknown): unknown {
  if (typeof value === 'bigint') return String(value);
  if (value instanceof Map) return [...value.entries()];
  return typeof value === 'string' ? value.replace(/\d{4}-\d\d-\d\dT[\d:.]+Z/g, 'moment') : value;
}

/** As they stand in the file, whatever this process holds of it. */
function accounts(dir: string): unknown {
  if (!existsSync(accessFile(dir))) return [];
  const { accounts } = JSON.parse(readFileSync(accessFile(dir), 'utf8')) as Access;
  return accounts.map(({ name, role, isClosed, passwordUntil }) => [name, role, isClosed, passwordUntil]);
}

async function uploads(dir: string): Promise<unknown> {
  const waiting = await staging.list(dir);
  return waiting.map(({ files }) => files);
}

/** All that a store holds, as a text to compare by. */
export async function heldBy(store: Store): Promise<string> {
  const tables = await store.read(contents);
  const beside = { accounts: accounts(store.dir), uploads: await uploads(store.dir) };
  return JSON.stringify({ tables, beside }, withoutMoments);
}

/** All that a store holds, and the figures that it gives. */
export async function factsOf(store: Store): Promise<string> {
  const { json } = await execute(store, request('stats', { options: { campaign: ['v1'] } }));
  return (await heldBy(store)) + JSON.stringify(json, withoutMoments);
}

/** Fails where the facts are none of those that may be, and shows where they leave the last of these. */
export function expectOneOf(found: string, states: readonly string[], told: string): void {
  if (states.includes(found)) return;
  const other = states.at(-1) ?? '';
  const at = [...found].findIndex((letter, i) => letter !== other[i]);
  const around = (text: string) => text.slice(Math.max(0, at - 200), at + 100);
  expect(around(found), told).toBe(around(other));
}
