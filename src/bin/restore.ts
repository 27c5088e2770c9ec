import { existsSync } from 'node:fs';
import path from 'node:path';
import { refusal, restoredResult } from '#lib/commands/backup.ts';
import { has, type Request, type Result } from '#lib/commands/command.ts';
import { restore as restoreFile } from '#lib/server/backup/restore.ts';
import * as trail from '#lib/server/trail/trail.ts';
import { FileError } from './arguments.ts';
import { passphrase } from './passphrase.ts';

/** Puts a backup in the place of the store, and tells of it in the trail that came with it. */
export async function restore(dir: string, request: Request): Promise<Result> {
  const secret = passphrase(request);
  const [file = ''] = request.positionals;
  if (!existsSync(file)) throw new FileError(`cannot read ${file}: no such file`);
  try {
    const options = { passphrase: secret, replace: has(request, 'replace') };
    const restored = await restoreFile(dir, path.resolve(file), options);
    await trail.append(dir, {
      by: request.user ?? null,
      way: 'command',
      act: 'change',
      what: 'restore',
      on: { made: restored.manifest.made },
      outcome: 0
    });
    return restoredResult(file, restored, request.locale);
  } catch (error) {
    const known = refusal(error, request.locale);
    if (!known) throw error;
    return known;
  }
}
