import { randomUUID } from 'node:crypto';
import { lesser, type Role } from '#lib/access/role.ts';
import { change, read } from './access-file.ts';
import { hashOfSecret, newSecret } from './secret.ts';

/** By which a program asks the API in somebody's name. */
export interface Token {
  id: string;
  hash: string;
  accountId: string;
  label: string;
  /** At most its maker's, now and later. */
  role: Role;
  /** The only campaign that it may ask about, by code; null for all. */
  campaign: string | null;
  /** Days, ISO. */
  madeOn: string;
  expiresOn: string;
  /** Day on which it was last used. */
  usedOn: string | null;
}

/** What a page may show of it. */
export type ShownToken = Omit<Token, 'hash'>;

export const longestTokenDays = 366;
const prefix = 'palier_';

function dayOf(ms: number): string {
  return new Date(ms).toISOString().slice(0, 10);
}

export interface TokenAsked {
  accountId: string;
  label: string;
  role: Role;
  campaign: string | null;
  days: number;
}

/** Makes a token and returns it, which is told this once. */
export async function create(dir: string, { days, ...asked }: TokenAsked): Promise<string> {
  const secret = prefix + newSecret();
  const now = Date.now();
  const token: Token = {
    id: randomUUID(),
    hash: hashOfSecret(secret),
    ...asked,
    madeOn: dayOf(now),
    expiresOn: dayOf(now + days * 86_400_000),
    usedOn: null
  };
  await change(dir, ({ tokens }) => tokens.push(token));
  return secret;
}

function shown({ id, accountId, label, role, campaign, madeOn, expiresOn, usedOn }: Token): ShownToken {
  return { id, accountId, label, role, campaign, madeOn, expiresOn, usedOn };
}

/** Newest first; of one account where its id is given. */
export function list(dir: string, accountId?: string): ShownToken[] {
  const own = read(dir).tokens.filter((token) => accountId === undefined || token.accountId === accountId);
  return own.map(shown).reverse();
}

export interface Bearer {
  name: string;
  accountId: string;
  role: Role;
  campaign: string | null;
}

/** Whoever a token speaks for; undefined for one that is unknown, out of date or taken back, or whose maker has gone. */
export async function bearerOf(dir: string, secret: string, now = Date.now()): Promise<Bearer | undefined> {
  const { tokens, accounts } = read(dir);
  const hash = hashOfSecret(secret);
  const token = tokens.find((one) => one.hash === hash);
  const account = accounts.find(({ id }) => id === token?.accountId);
  const today = dayOf(now);
  if (!token || !account || account.isClosed || account.role === null || token.expiresOn < today)
    return undefined;
  if (token.usedOn !== today) await noteUse(dir, token.id, today);
  const { name, id: accountId } = account;
  return { name, accountId, role: lesser(token.role, account.role), campaign: token.campaign };
}

function noteUse(dir: string, id: string, today: string): Promise<void> {
  return change(dir, ({ tokens }) => {
    const token = tokens.find((one) => one.id === id);
    if (token) token.usedOn = today;
  });
}

/** Takes a token back: an account's own, or anybody's where no account is given. Returns it; undefined where there is none. */
export function revoke(dir: string, id: string, accountId?: string): Promise<ShownToken | undefined> {
  return change(dir, (access) => {
    const token = access.tokens.find(
      (one) => one.id === id && (accountId === undefined || one.accountId === accountId)
    );
    access.tokens = access.tokens.filter((one) => one !== token);
    return token && shown(token);
  });
}
