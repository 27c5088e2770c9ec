import { log } from './log.ts';
import { DiskFull } from './staging.ts';

/** What keeps a store from being used, through no fault of the program's. */
export type Trouble = 'damaged' | 'full' | 'read_only';

/** By the code that Node gives an error of the file system. */
const codes: Record<string, Trouble> = {
  ENOSPC: 'full',
  EDQUOT: 'full',
  EFBIG: 'full',
  EROFS: 'read_only',
  EACCES: 'read_only',
  EPERM: 'read_only',
  EIO: 'damaged'
};

/** DuckDB's words, from the start: what follows may quote what somebody typed. */
const database = /^(IO Error|FATAL Error|TransactionContext Error: Failed to commit|Serialization Error): /i;
const words: [Trouble, RegExp][] = [
  ['full', /no space left|quota exceeded|file too large/i],
  ['read_only', /read-only file system|permission denied|operation not permitted/i],
  [
    'damaged',
    /corrupt|could not read enough bytes|not a valid duckdb|replaying wal|invalidated|input\/output error/i
  ]
];

/** Thrown in place of a store that can't be used. */
export class StoreTrouble extends Error {
  readonly trouble: Trouble;

  constructor(trouble: Trouble) {
    super(`the store can't be used: ${trouble}`);
    this.trouble = trouble;
  }
}

/** What trouble an error tells of; undefined where it is of another kind. */
export function troubleOf(error: unknown): Trouble | undefined {
  if (error instanceof StoreTrouble) return error.trouble;
  if (error instanceof DiskFull) return 'full';
  if (!(error instanceof Error)) return undefined;
  if ('code' in error && typeof error.code === 'string' && error.code in codes) return codes[error.code];
  return database.test(error.message) ? words.find(([, sign]) => sign.test(error.message))?.[0] : undefined;
}

/** A damaged store stays so until it is restored; a disk may have room again. */
const lasting: { trouble?: Trouble } = {};

export function lastingTrouble(): Trouble | undefined {
  return lasting.trouble;
}

/** Logs what trouble an error tells of, and keeps in mind what lasts. */
export function note(error: unknown): Trouble | undefined {
  const trouble = troubleOf(error);
  if (trouble === undefined || trouble === lasting.trouble) return trouble;
  log('store trouble', { trouble });
  if (trouble === 'damaged') lasting.trouble = trouble;
  return trouble;
}
