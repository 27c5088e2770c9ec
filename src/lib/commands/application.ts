import { setTimeout } from 'node:timers/promises';
import * as snapshot from '#lib/server/backup/snapshot.ts';
import { removeStale } from '#lib/server/staging.ts';
import * as trail from '#lib/server/trail/trail.ts';
import { StoreInUse } from '#lib/server/instance.ts';
import { readAll } from '#lib/server/store-file.ts';
import { openStore, type Store } from '#lib/server/store.ts';
import { note, StoreTrouble, type Trouble } from '#lib/server/trouble.ts';
import { finishPurge } from './purge.ts';
import { loadSample } from './load-sample.ts';
import { listen } from './remote.ts';

/** The server's own state, kept outside modules: a development server reloads these, the store must stay one. */
interface Application {
  store: Store;
  close(): void;
}

/** A store that could not be opened. */
interface Closed {
  trouble: Trouble;
  configuration: Configuration;
  triedAt: number;
}

const holder = globalThis as typeof globalThis & { palier?: Promise<Application | Closed> };

/** A disk may have room again, or be writable: opening is tried again as somebody asks, no sooner than this. */
const retryMs = 3_000;

export interface Configuration {
  dataDir: string;
  /** Absent where the store is to start empty. */
  sampleDir?: string;
  /** How many months of the trail that are over are kept; all where absent. */
  trailMonths?: number;
}

/** A command may hold the store for a moment: waits for it. */
async function openPatiently(dir: string, attempts = 100): Promise<Store> {
  try {
    return await openStore(dir, { foldsLog: true });
  } catch (error) {
    if (!(error instanceof StoreInUse) || attempts <= 0) throw error;
    await setTimeout(100);
    return openPatiently(dir, attempts - 1);
  }
}

function tell({ dir }: Store, what: string): Promise<void> {
  return trail.append(dir, { by: null, way: 'server', act: 'change', what, on: {}, outcome: 0 });
}

/** Opens the store and reads all of it, so that damage is told of before any figure is shown. */
async function openChecked(dir: string): Promise<Store> {
  const store = await openPatiently(dir);
  try {
    await store.read(readAll);
    return store;
  } catch (error) {
    store.close();
    throw error;
  }
}

/** Finishes, or takes away, what a process that died left half done. */
export async function finishLeft(store: Store): Promise<void> {
  await removeStale(store.dir, { atStart: true });
  await snapshot.removeLeft(store.dir, 0);
  await finishPurge(store);
}

/** All that is done before the first request. */
async function prepare(store: Store, { sampleDir, trailMonths }: Configuration): Promise<void> {
  if (sampleDir !== undefined) await loadSample(store, sampleDir);
  await finishLeft(store);
  await tell(store, 'server started');
  if (trailMonths !== undefined) await trail.retain(store.dir, trailMonths);
}

async function open(configuration: Configuration): Promise<Application> {
  const store = await openChecked(configuration.dataDir);
  try {
    await prepare(store, configuration);
    const remote = await listen(store);
    return {
      store,
      close() {
        remote.close();
        store.close();
      }
    };
  } catch (error) {
    // it may be opened again, and two on one file may spoil it
    store.close();
    throw error;
  }
}

/** A server whose store can't be used runs all the same, to say so. */
async function openOrTell(configuration: Configuration): Promise<Application | Closed> {
  try {
    return await open(configuration);
  } catch (error) {
    const trouble = note(error);
    if (trouble === undefined) throw error;
    return { trouble, configuration, triedAt: performance.now() };
  }
}

/** Opens the store, with the sample in it where it is new, and lets other processes' commands in. */
export async function start(configuration: Configuration): Promise<void> {
  holder.palier ??= openOrTell(configuration);
  await holder.palier;
}

/** The store of the running server. Throws StoreTrouble where it can't be used, though it was tried again. */
export async function runningStore(): Promise<Store> {
  const held = holder.palier;
  if (!held) throw new Error('the application has not started');
  const application = await held;
  if ('store' in application) return application.store;
  const { trouble, configuration, triedAt } = application;
  // what is damaged stays so, and the first of those who ask at once tries for all
  if (trouble === 'damaged' || performance.now() - triedAt < retryMs) throw new StoreTrouble(trouble);
  if (holder.palier === held) holder.palier = openOrTell(configuration);
  return runningStore();
}

export async function stop(): Promise<void> {
  const application = await holder.palier;
  holder.palier = undefined;
  if (application === undefined || 'trouble' in application) return;
  await tell(application.store, 'server stopped');
  application.close();
}
