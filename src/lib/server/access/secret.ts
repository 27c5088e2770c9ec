import { createHash, randomBytes } from 'node:crypto';

/** Something that nobody can guess: 256 bits, to be handed out once. */
export function newSecret(): string {
  return randomBytes(32).toString('base64url');
}

/** What is kept of such a secret. It has 256 bits of its own, so a plain hash can't be turned back. */
export function hashOfSecret(secret: string): string {
  return createHash('sha256').update(secret).digest('hex');
}
