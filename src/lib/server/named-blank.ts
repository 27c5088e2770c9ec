import { randomBytes } from 'node:crypto';
import type { Person } from '#lib/access/person.ts';

/*
 * A page that is kept for all of a role has a blank where the name of whoever asks belongs, filled as it is given away. The
 * blanks are drawn anew by each process, so that no text that somebody wrote can be one.
 */

const blank = () => `blank${randomBytes(16).toString('hex')}`;

export const namedBlank = { name: blank(), initials: blank() } as const satisfies Person;

/** Whether markup and scripts write this name as it is; accounts take no other. */
export function isPlainName(name: string): boolean {
  return /^[\p{L}\p{N} ._@'’-]+$/u.test(name);
}
