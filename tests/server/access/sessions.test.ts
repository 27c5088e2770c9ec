import { mkdtemp, rm } from 'node:fs/promises';
import os from 'node:os';
import path from 'node:path';
import { expect, test } from 'vitest';
import * as accounts from '#lib/server/access/accounts.ts';
import * as sessions from '#lib/server/access/sessions.ts';
import * as tokens from '#lib/server/access/tokens.ts';

const hour = 3_600_000;
const limits = { idleMs: hour, wholeMs: 12 * hour };

async function withAccount(work: (dir: string, id: string) => Promise<void>): Promise<void> {
  const dir = await mkdtemp(path.join(os.tmpdir(), 'palier-access-'));
  try {
    const made = await accounts.create(dir, {
      name: 'Claire',
      role: 'manager',
      password: 'a long enough one'
    });
    if (typeof made === 'string') throw new Error(made);
    await work(dir, made.id);
  } finally {
    await rm(dir, { recursive: true, force: true });
  }
}

test('a session ends when nobody has been there for an hour, and whoever is there keeps it', () =>
  withAccount(async (dir, id) => {
    const secret = await sessions.begin(dir, { id, role: 'manager' }, limits);
    const now = Date.now();
    expect(sessions.find(dir, secret, limits, now + hour - 1000)).toBeDefined();
    expect(sessions.find(dir, secret, limits, now + hour + 1000)).toBeUndefined();
    const found = sessions.find(dir, secret, limits, now + hour / 2);
    if (!found) throw new Error('no session');
    await sessions.keep(dir, found, now + hour / 2);
    expect(sessions.find(dir, secret, limits, now + hour + 1000)).toBeDefined();
  }));

test('a session ends after twelve hours, however busy', () =>
  withAccount(async (dir, id) => {
    const secret = await sessions.begin(dir, { id, role: 'manager' }, limits);
    const now = Date.now();
    for (let at = now; at < now + 12 * hour - 1000; at += hour / 2) {
      const found = sessions.find(dir, secret, limits, at);
      if (!found) throw new Error('ended early');
      await sessions.keep(dir, found, at);
    }
    expect(sessions.find(dir, secret, limits, now + 12 * hour + 1000)).toBeUndefined();
  }));

test('an account has twenty sessions at most: the one that was seen least lately goes', () =>
  withAccount(async (dir, id) => {
    const secrets = [];
    for (let n = 0; n < 22; n += 1) secrets.push(await sessions.begin(dir, { id, role: 'manager' }, limits));
    const left = secrets.filter((secret) => sessions.find(dir, secret, limits));
    expect([left.length, left.includes(secrets.at(-1) ?? '')]).toEqual([20, true]);
  }));

test('a token ends with its day', () =>
  withAccount(async (dir, accountId) => {
    const asked = { accountId, label: 'a test', role: 'analyst', campaign: null, days: 2 } as const;
    const secret = await tokens.create(dir, asked);
    expect(await tokens.bearerOf(dir, secret, Date.now() + 48 * hour)).toMatchObject({ role: 'analyst' });
    expect(await tokens.bearerOf(dir, secret, Date.now() + 72 * hour)).toBeUndefined();
  }));

test('a password that was handed over serves for three days', () =>
  withAccount(async (dir) => {
    const made = await accounts.invite(dir, { name: 'Paul', role: 'reader' });
    if (typeof made === 'string') throw new Error(made);
    const until = Date.parse(accounts.byName(dir, ' paul ')?.passwordUntil ?? '');
    expect(until - Date.now()).toBeGreaterThan(71 * hour);
    expect(until - Date.now()).toBeLessThanOrEqual(72 * hour);
  }));
