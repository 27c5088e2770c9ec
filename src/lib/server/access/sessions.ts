import type { Role } from '#lib/access/role.ts';
import { change, read, type Access } from './access-file.ts';
import type { Account } from './account.ts';
import { hashOfSecret, newSecret } from './secret.ts';

/** A browser that somebody signed in with. What it holds is kept as a hash. */
export interface Session {
  hash: string;
  accountId: string;
  /** The role that it was given for; null before the second step of a first sign-in. */
  role: Role | null;
  /** Milliseconds since 1970. */
  begun: number;
  seen: number;
  /** Before the second step: the secret that is being taken up. */
  codeSecret?: string;
}

export interface Limits {
  idleMs: number;
  wholeMs: number;
}

/** A first sign-in must be ended within this time. */
const firstMs = 15 * 60_000;
/** That somebody is still there is noted once a minute. */
const noteMs = 60_000;
const mostOfOne = 20;

function isOver(session: Session, now: number, { idleMs, wholeMs }: Limits): boolean {
  if (session.role === null) return now - session.begun > firstMs;
  return now - session.seen > idleMs || now - session.begun > wholeMs;
}

function add(access: Access, session: Session, now: number, limits: Limits): void {
  const rest = access.sessions.filter((one) => !isOver(one, now, limits));
  const own = rest.filter(({ accountId }) => accountId === session.accountId);
  const oldest = own.sort((a, b) => a.seen - b.seen).slice(0, Math.max(0, own.length - mostOfOne + 1));
  access.sessions = [...rest.filter((one) => !oldest.includes(one)), session];
}

/** Begins a session and returns what the browser holds, which is told this once. */
export async function begin(
  dir: string,
  { id, role }: { id: string; role: Role | null },
  limits: Limits,
  codeSecret?: string
): Promise<string> {
  const secret = newSecret();
  const now = Date.now();
  const session = { hash: hashOfSecret(secret), accountId: id, role, begun: now, seen: now };
  await change(dir, (access) =>
    add(access, codeSecret === undefined ? session : { ...session, role: null, codeSecret }, now, limits)
  );
  return secret;
}

export interface Found {
  session: Session;
  account: Account;
}

/** The session that a browser holds; undefined where there is none, it is over, or the account is closed. */
export function find(dir: string, secret: string, limits: Limits, now = Date.now()): Found | undefined {
  const { sessions, accounts } = read(dir);
  const hash = hashOfSecret(secret);
  const session = sessions.find((one) => one.hash === hash);
  const account = accounts.find(({ id }) => id === session?.accountId);
  if (!session || !account || account.isClosed || isOver(session, now, limits)) return undefined;
  return { session, account };
}

/** Notes that its holder is there; where the role has changed, gives it a new secret, which is returned. */
export async function keep(
  dir: string,
  { session, account }: Found,
  now = Date.now()
): Promise<string | undefined> {
  const isRotated = session.role !== account.role;
  if (!isRotated && now - session.seen < noteMs) return undefined;
  const secret = newSecret();
  return change(dir, ({ sessions }) => {
    const own = sessions.find((one) => one.hash === session.hash);
    if (!own) return undefined;
    own.seen = now;
    if (!isRotated) return undefined;
    own.role = account.role;
    own.hash = hashOfSecret(secret);
    return secret;
  });
}

export function end(dir: string, secret: string): Promise<void> {
  const hash = hashOfSecret(secret);
  return change(dir, (access) => {
    access.sessions = access.sessions.filter((one) => one.hash !== hash);
  });
}

/** Ends all of an account's, but the one whose secret is given. */
export function endAll(dir: string, accountId: string, but?: string): Promise<void> {
  const kept = but === undefined ? undefined : hashOfSecret(but);
  return change(dir, (access) => {
    access.sessions = access.sessions.filter((one) => one.accountId !== accountId || one.hash === kept);
  });
}
