import { scryptSync } from 'node:crypto';
import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import os from 'node:os';
import path from 'node:path';
import type { Role } from '#lib/access/role.ts';
import { sampleStore } from '#tests/e2e/sample-store.ts';
import { serve } from '#tests/e2e/served.ts';
import { Visitor } from './browser.ts';
import { comeFirst, password, type Holder } from './signed-in.ts';

/** A server with the sample, where people must sign in: one of each role, and whoever has not. */
export interface Guarded {
  address: string;
  data: string;
  pid: number;
  manager: Visitor;
  analyst: Visitor;
  reader: Visitor;
  nobody: Visitor;
  holders: Record<Role, Holder>;
  /** Runs `work` while nobody holds the store, then serves it again at the same address. */
  whileStopped(work: () => Promise<unknown>): Promise<void>;
  stop(): Promise<void>;
}

const people: Record<Role, string> = { manager: 'Marion', analyst: 'Anatole', reader: 'Rachel' };
/** Further accounts, for tests that lock, close or change them. */
const others: Record<string, Role> = {
  Nadia: 'manager',
  Odile: 'analyst',
  Quentin: 'reader',
  Rose: 'reader',
  Simon: 'analyst'
};

/** A password's hash at hundredths of the usual cost, so that tests are fast; it holds its cost. */
function cheapHash(): string {
  const key = scryptSync(password, 'salt', 32, { N: 1024, r: 8, p: 1 });
  return `scrypt$1024$8$1$${Buffer.from('salt').toString('base64')}$${key.toString('base64')}`;
}

function accountsFile(): string {
  const all = [...Object.entries(others), ...Object.entries(people).map(([role, name]) => [name, role])];
  const accounts = all.map(([name, role]) => ({
    id: `id-of-${name}`,
    name,
    role,
    isClosed: false,
    madeAt: new Date().toISOString(),
    signedInAt: null,
    password: cheapHash(),
    passwordUntil: null
  }));
  return JSON.stringify({ accounts, sessions: [], tokens: [] });
}

/** With the sample, or with what `prepare` stores in the folder. */
export async function guarded(prepare?: (data: string) => Promise<unknown>): Promise<Guarded> {
  const sample = prepare === undefined;
  const data = await mkdtemp(path.join(os.tmpdir(), 'palier-guarded-'));
  await (prepare ?? sampleStore)(data);
  await writeFile(path.join(data, 'access.json'), accountsFile());
  let served = await serve(data, { sample });
  const { address } = served;
  const visitor = () => new Visitor(address);
  const [manager, analyst, reader] = [visitor(), visitor(), visitor()];
  const holders = {
    manager: await comeFirst(manager, people.manager, password),
    analyst: await comeFirst(analyst, people.analyst, password),
    reader: await comeFirst(reader, people.reader, password)
  };
  return {
    address,
    data,
    pid: served.pid,
    manager,
    analyst,
    reader,
    nobody: visitor(),
    holders,
    async whileStopped(work) {
      await served.stop();
      await work();
      served = await serve(data, { sample, settings: { PORT: new URL(address).port } });
    },
    async stop() {
      await served.stop();
      await rm(data, { recursive: true, force: true });
    }
  };
}
