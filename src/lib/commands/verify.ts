import { say } from '#lib/i18n/wording.ts';
import { manifestFiles, manifestName, sha256 } from '#lib/reports/manifest.ts';
import * as publications from '#lib/server/publications.ts';
import type { Store } from '#lib/server/store.ts';
import { done, misused, refused, type Command, type Request, type Result } from './command.ts';

function unchanged(request: Request, name: string, by: 'manifest' | 'store', fingerprint: string): Result {
  const words = say(
    request.locale,
    by === 'manifest' ? 'inchangé, d’après le manifeste' : 'inchangé, d’après les publications gardées',
    by === 'manifest' ? 'unchanged, by the manifest' : 'unchanged, by the publications kept'
  );
  return done({ file: name, unchanged: true, by, fingerprint }, `${name}: ${words} (${fingerprint})\n`);
}

function changed(request: Request, name: string): Result {
  const message = say(
    request.locale,
    `${name} : modifié, ou d’aucune publication connue`,
    `${name}: changed, or of no known publication`
  );
  return { ...refused(message), json: { file: name, unchanged: false } };
}

async function byStore(store: Store, request: Request, name: string, digest: string): Promise<Result> {
  const kept = await store.read(
    async (db) => (await publications.find(db, digest)) ?? (await publications.holding(db, digest))
  );
  return kept ? unchanged(request, name, 'store', kept.fingerprint) : changed(request, name);
}

/** By the manifest beside the file where that lists it, else by the store; a manifest itself by the store. */
export const verifyCommand: Command = {
  usage: 'palier verify FILE [--json]',
  act: 'see',
  options: {},
  positionals: { min: 1, max: 1, files: true },
  beside: manifestName,
  run(store, request) {
    const [file] = request.files['_'] ?? [];
    if (!file) return Promise.resolve(misused('a file is needed'));
    const digest = sha256(file.bytes);
    const [manifest] = request.files['beside'] ?? [];
    const listed = manifest && manifestFiles(new TextDecoder().decode(manifest.bytes));
    const own = file.name === manifestName ? undefined : listed?.find(({ name }) => name === file.name);
    if (!manifest || !own) return byStore(store, request, file.name, digest);
    return Promise.resolve(
      own.sha256 === digest
        ? unchanged(request, file.name, 'manifest', sha256(manifest.bytes))
        : changed(request, file.name)
    );
  }
};
