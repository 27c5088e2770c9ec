/** Why a backup can't be restored. */
export type Flaw = 'damaged' | 'needs_passphrase' | 'newer' | 'no_backup' | 'wrong_passphrase';

/** Thrown where a file is no backup that can be restored here; nothing was replaced. */
export class BadBackup extends Error {
  readonly flaw: Flaw;

  constructor(flaw: Flaw) {
    super(`bad backup: ${flaw}`);
    this.flaw = flaw;
  }
}
