import { mkdirSync, readFileSync } from 'node:fs';
import { open, rename } from 'node:fs/promises';
import path from 'node:path';
import type { Account } from './account.ts';
import type { Session } from './sessions.ts';
import type { Token } from './tokens.ts';

/**
 * Who may sign in, kept in a file of its own beside the store: a backup of the answers carries no password, and a restored
 * one brings no account back that was closed since. One process holds a store, so one writes this file.
 */
export interface Access {
  accounts: Account[];
  sessions: Session[];
  tokens: Token[];
}

const held = new Map<string, Access>();
const turns = new Map<string, Promise<unknown>>();

export function accessFile(dir: string): string {
  return path.join(dir, 'access.json');
}

function isMissing(error: unknown): boolean {
  return error instanceof Error && 'code' in error && error.code === 'ENOENT';
}

/** A file that can't be read lets nobody in: what it throws stops the request, or the start. */
function load(dir: string): Access {
  try {
    return JSON.parse(readFileSync(accessFile(dir), 'utf8')) as Access;
  } catch (error) {
    if (isMissing(error)) return { accounts: [], sessions: [], tokens: [] };
    throw new Error(`cannot read ${accessFile(dir)}`, { cause: error });
  }
}

export function read(dir: string): Readonly<Access> {
  const known = held.get(dir) ?? load(dir);
  held.set(dir, known);
  return known;
}

/** Written whole beside the old one and put in its place, so that a process that is killed leaves one or the other. */
async function store(dir: string, access: Access): Promise<void> {
  mkdirSync(dir, { recursive: true, mode: 0o700 });
  const next = `${accessFile(dir)}.next`;
  const handle = await open(next, 'w', 0o600);
  try {
    await handle.writeFile(JSON.stringify(access));
    await handle.sync();
  } finally {
    await handle.close();
  }
  await rename(next, accessFile(dir));
}

/** Makes a change and keeps it, one after the other; where `act` throws, nothing is changed. */
export function change<T>(dir: string, act: (access: Access) => T): Promise<T> {
  const turn = (turns.get(dir) ?? Promise.resolve()).then(async () => {
    const next = structuredClone(read(dir));
    const result = act(next);
    await store(dir, next);
    held.set(dir, next);
    return result;
  });
  turns.set(
    dir,
    turn.catch(() => undefined)
  );
  return turn;
}
