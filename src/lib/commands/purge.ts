import { readdir } from 'node:fs/promises';
import { purgedWords } from '#lib/i18n/purge.ts';
import { purge, rewritePending, type Purged } from '#lib/server/purge.ts';
import * as settings from '#lib/server/settings.ts';
import * as staging from '#lib/server/staging.ts';
import type { Store } from '#lib/server/store.ts';
import { byOption, done, refused, type Command } from './command.ts';

export interface PurgeOutcome extends Purged {
  /** Waiting uploads that were taken away, since any may hold the product. */
  uploads: number;
  /** Folders beside the store that a restore kept, which still hold the product. */
  replaced: string[];
}

/**
 * Takes away the waiting uploads and writes the store's file anew, where a purge asked for it; how many uploads there were.
 * That it was asked for is forgotten last: a process that dies before leaves all of it to the next.
 */
export async function finishPurge(store: Store): Promise<number> {
  if ((await store.read((db) => settings.read(db, rewritePending))) === undefined) return 0;
  const uploads = await staging.list(store.dir);
  for (const upload of uploads) await staging.remove(store.dir, upload.id);
  await store.rewrite();
  await store.write((db) => settings.remove(db, rewritePending));
  return uploads.length;
}

/** Takes a product out for good: from tables, waiting uploads and the bytes of the file. Undefined where there is none. */
export async function purgeProduct(store: Store, id: string): Promise<PurgeOutcome | undefined> {
  const purged = await store.write((db) => purge(db, id));
  if (!purged) return undefined;
  const uploads = await finishPurge(store);
  const replaced = (await readdir(store.dir)).filter((name) => name.startsWith('replaced-'));
  return { ...purged, uploads, replaced };
}

export const purgeCommand: Command = {
  usage: 'palier purge ID [--by NAME] [--json]',
  options: { by: byOption },
  positionals: { min: 1, max: 1 },
  async run(store, request) {
    const id = request.positionals[0] ?? '';
    const purged = await purgeProduct(store, id);
    if (!purged) return refused(`unknown product: ${id}`);
    const { responses, auditForms, comments, uploads, remaining, replaced } = purged;
    const json = { id, responses, auditForms, comments, uploads, remaining, replaced };
    return done(json, `purged ${id}: ${responses} responses\n`, purgedWords(purged, request.locale).slice(1));
  }
};
