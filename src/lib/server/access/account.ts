import type { Role } from '#lib/access/role.ts';

/** Somebody who may sign in. */
export interface Account {
  id: string;
  name: string;
  /** Null until a manager gives one. */
  role: Role | null;
  isClosed: boolean;
  /** ISO, UTC. */
  madeAt: string;
  signedInAt: string | null;
  /** Of an account of this application. */
  password?: string;
  /** A password that somebody else chose: until when it may be used, once, to choose another. */
  passwordUntil?: string | null;
  /** The one-time codes' secret, and the last step of which a code was used. */
  code?: { secret: string; lastStep: number };
  /** Of an account of an identity provider: its issuer and its name there. */
  subject?: string;
}

/** What a page may show of an account. */
export interface ShownAccount {
  id: string;
  name: string;
  role: Role | null;
  isClosed: boolean;
  signedInAt: string | null;
  isProviders: boolean;
  hasCode: boolean;
  sessions: number;
}

/** Names are compared without case, accents written in one way. */
export function nameKey(name: string): string {
  return name.normalize('NFKC').trim().toLowerCase();
}
