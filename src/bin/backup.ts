import { rm } from 'node:fs/promises';
import path from 'node:path';
import { packedResult } from '#lib/commands/backup.ts';
import type { Request, Result } from '#lib/commands/command.ts';
import { pack } from '#lib/server/backup/pack.ts';
import * as snapshot from '#lib/server/backup/snapshot.ts';
import { FileError } from './arguments.ts';
import { inStore } from './in-store.ts';
import { passphrase } from './passphrase.ts';

/**
 * Has whoever holds the store copy it, and packs the copy here: so the file goes where the caller may write, under the
 * caller's name, the passphrase stays in this process, and a server has nothing to do but the copy.
 */
export async function backup(dir: string, request: Request): Promise<Result> {
  const secret = passphrase(request);
  const [file = ''] = request.positionals;
  const taken = await inStore(dir, { ...request, files: {} });
  if (taken.exit !== 0) return taken;
  const folder = snapshot.placeOf(dir, (taken.json as { snapshot: string }).snapshot);
  try {
    return packedResult(file, await pack(folder, path.resolve(file), secret), secret !== undefined);
  } catch (error) {
    throw new FileError(`cannot write ${file}: ${error instanceof Error ? error.message : String(error)}`);
  } finally {
    await rm(folder, { recursive: true, force: true });
  }
}
