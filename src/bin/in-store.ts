import { setTimeout } from 'node:timers/promises';
import { setFlagsFromString } from 'node:v8';
import type { Request, Result } from '#lib/commands/command.ts';
import { commands, execute } from '#lib/commands/registry.ts';
import { delegate } from '#lib/commands/remote.ts';
import { StoreInUse } from '#lib/server/instance.ts';
import { openStore, type Store } from '#lib/server/store.ts';

const patienceMs = 60_000;

async function tryOpen(dir: string, givesBack: boolean): Promise<Store | undefined> {
  try {
    return await openStore(dir, { givesBack });
  } catch (error) {
    if (error instanceof StoreInUse) return undefined;
    throw error;
  }
}

/**
 * A file is made in a second of much that soon is garbage: the heap for what is new need not grow with it. It stays some
 * thirty megabytes smaller, and takes no longer. A server's grows.
 */
function keepSmall(): void {
  setFlagsFromString('--semi-space-growth-factor=1');
}

/**
 * Runs the command on the store in `dir`: through the server that holds it, else by opening it here. Another command
 * that holds it for a moment is waited for.
 */
export async function inStore(dir: string, request: Request): Promise<Result> {
  const makesFile = commands[request.command]?.act === 'export';
  if (makesFile) keepSmall();
  const end = Date.now() + patienceMs;
  while (Date.now() < end) {
    const delegated = await delegate(dir, request);
    if (delegated) return delegated;
    const store = await tryOpen(dir, makesFile);
    if (store) {
      try {
        return await execute(store, request);
      } finally {
        store.close();
      }
    }
    await setTimeout(100);
  }
  throw new Error(`another process holds the store in ${dir} and does not answer`);
}
