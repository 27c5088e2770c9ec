import { say } from '#lib/i18n/wording.ts';
import { BadBackup, type Flaw } from '#lib/server/backup/bad-backup.ts';
import type { Packed } from '#lib/server/backup/pack.ts';
import { StoreNotEmpty, type Restored } from '#lib/server/backup/restore.ts';
import * as snapshot from '#lib/server/backup/snapshot.ts';
import { StoreInUse } from '#lib/server/instance.ts';
import type { Locale } from '#lib/i18n/locale.ts';
import { done, refused, type Command, type Result } from './command.ts';

/** What the process that holds the store does: the copy, which the process that asked then packs and takes away. */
export const backupCommand: Command = {
  act: 'export',
  usage: 'palier backup FILE [--passphrase-file FILE|-] [--json]',
  options: { 'passphrase-file': { kind: 'file' } },
  positionals: { min: 1, max: 1 },
  async run(store) {
    await snapshot.removeLeft(store.dir);
    return done({ snapshot: await snapshot.take(store) }, '');
  }
};

/** As the command line and its help know it; it works on no open store. */
export const restoreWords: Omit<Command, 'run'> = {
  usage: 'palier restore FILE [--passphrase-file FILE|-] [--replace] [--json]',
  options: { 'passphrase-file': { kind: 'file' }, replace: { kind: 'flag' } },
  positionals: { min: 1, max: 1 }
};

export function packedResult(file: string, { bytes, sha256, manifest }: Packed, isSealed: boolean): Result {
  const { made, schema, files } = manifest;
  return done({ file, bytes, sha256, encrypted: isSealed, made, schema, files }, `${sha256}  ${file}\n`);
}

export function restoredResult(file: string, { manifest, kept }: Restored, locale: Locale): Result {
  const { made, schema } = manifest;
  const message = say(
    locale,
    `Ce qui était là avant est gardé dans ${kept} : à supprimer quand il n’est plus utile.`,
    `What was there before is kept in ${kept}: to be deleted once it is of no more use.`
  );
  const json = { file, made, schema, kept: kept ?? null };
  return done(json, `restored: ${file}, made ${made}\n`, kept === undefined ? [] : [message]);
}

const flaws: Record<Flaw, (locale: Locale) => string> = {
  damaged: (locale) =>
    say(
      locale,
      'La sauvegarde est abîmée ou incomplète : rien n’a été remplacé.',
      'The backup is damaged or incomplete: nothing was replaced.'
    ),
  needs_passphrase: (locale) =>
    say(
      locale,
      'La sauvegarde est chiffrée : donnez sa phrase secrète avec --passphrase-file. Rien n’a été remplacé.',
      'The backup is encrypted: give its passphrase with --passphrase-file. Nothing was replaced.'
    ),
  newer: (locale) =>
    say(
      locale,
      'La sauvegarde vient d’une version de Palier plus récente que celle-ci : rien n’a été remplacé.',
      'The backup is of a newer version of Palier than this one: nothing was replaced.'
    ),
  no_backup: (locale) =>
    say(
      locale,
      'Ce fichier n’est pas une sauvegarde de Palier : rien n’a été remplacé.',
      'This file is no backup of Palier: nothing was replaced.'
    ),
  wrong_passphrase: (locale) =>
    say(
      locale,
      'Ce n’est pas la phrase secrète de cette sauvegarde : rien n’a été remplacé.',
      'This is not the passphrase of this backup: nothing was replaced.'
    )
};

/** Why a backup was not restored; undefined for what nobody expects. */
export function refusal(error: unknown, locale: Locale): Result | undefined {
  if (error instanceof BadBackup) return refused(flaws[error.flaw](locale));
  if (error instanceof StoreNotEmpty) return refused(notEmpty(locale));
  return error instanceof StoreInUse ? refused(inUse(locale)) : undefined;
}

function notEmpty(locale: Locale): string {
  return say(
    locale,
    'Ce dossier contient déjà des données : avec --replace, elles seront remplacées, et gardées à côté.',
    'This folder holds data already: with --replace they are replaced, and kept beside.'
  );
}

function inUse(locale: Locale): string {
  return say(
    locale,
    'Un serveur ou une commande utilise ces données : arrêtez-le d’abord. Rien n’a été remplacé.',
    'A server or a command uses these data: stop it first. Nothing was replaced.'
  );
}
