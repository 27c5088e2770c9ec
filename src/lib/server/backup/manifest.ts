import { storeFile } from '../instance.ts';
import { BadBackup } from './bad-backup.ts';

export interface PackedFile {
  name: string;
  size: number;
  sha256: string;
}

/** The first file of a backup: what it holds. */
export interface Manifest {
  format: 1;
  /** ISO, UTC. */
  made: string;
  /** How many migrations its store has run. */
  schema: number;
  files: PackedFile[];
}

export const manifestName = 'palier-backup.json';
/** The last file: the digest of the first, as `sha256sum --check` reads it. */
export const manifestDigestName = 'palier-backup.sha256';
/** More than any trail's list of months needs. */
export const longestManifest = 2 ** 20;

/** The store's file, and the trail's: nothing else goes into a backup, and no other name comes out of one. */
const names = /^(palier\.duckdb|trail\/(seals|\d{4}-\d\d)\.jsonl)$/;

function isFile(value: unknown): value is PackedFile {
  const { name, size, sha256 } = value as Partial<PackedFile>;
  return (
    typeof name === 'string' &&
    names.test(name) &&
    Number.isSafeInteger(size) &&
    /^[0-9a-f]{64}$/.test(sha256 ?? '')
  );
}

/** Throws BadBackup. */
export function readManifest(text: string): Manifest {
  try {
    const manifest = JSON.parse(text) as Manifest;
    const isOurs =
      manifest.format === 1 &&
      typeof manifest.made === 'string' &&
      Number.isInteger(manifest.schema) &&
      manifest.files.every(isFile) &&
      manifest.files[0]?.name === storeFile &&
      new Set(manifest.files.map(({ name }) => name)).size === manifest.files.length;
    if (isOurs) return manifest;
  } catch {
    // told below, as any other text that is no manifest
  }
  throw new BadBackup('damaged');
}
