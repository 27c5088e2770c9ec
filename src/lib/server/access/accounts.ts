import { randomBytes, randomUUID } from 'node:crypto';
import type { Role } from '#lib/access/role.ts';
import { nameKey, type Account, type ShownAccount } from './account.ts';
import { change, read, type Access } from './access-file.ts';
import { hashPassword } from './password.ts';

/** Why a change to accounts was refused. */
export type AccountProblem = 'bad_name' | 'name_taken' | 'unknown_account' | 'last_manager';

const longestName = 80;
/** A password that a manager handed over serves this long. */
const handedOverHours = 72;

function problemOf(name: string, accounts: readonly Account[]): AccountProblem | undefined {
  const isPlain = /^[\p{L}\p{N}][\p{L}\p{N} ._@'’-]*$/u.test(name) && name.length <= longestName;
  if (!isPlain) return 'bad_name';
  return accounts.some((one) => nameKey(one.name) === nameKey(name)) ? 'name_taken' : undefined;
}

export function byName(dir: string, name: string): Account | undefined {
  return read(dir).accounts.find((one) => nameKey(one.name) === nameKey(name));
}

export function byId(dir: string, id: string): Account | undefined {
  return read(dir).accounts.find((one) => one.id === id);
}

export function list(dir: string): ShownAccount[] {
  const { accounts, sessions } = read(dir);
  const shown = accounts.map(({ id, name, role, isClosed, signedInAt, subject, code }) => ({
    id,
    name,
    role,
    isClosed,
    signedInAt,
    isProviders: subject !== undefined,
    hasCode: code !== undefined,
    sessions: sessions.filter((session) => session.accountId === id).length
  }));
  return shown.sort((a, b) => a.name.localeCompare(b.name, 'fr'));
}

function blank(name: string, role: Role | null): Account {
  const madeAt = new Date().toISOString();
  return { id: randomUUID(), name, role, isClosed: false, madeAt, signedInAt: null };
}

/** An account whose owner chose the password. */
export async function create(
  dir: string,
  { name, role, password }: { name: string; role: Role; password: string }
): Promise<Account | AccountProblem> {
  const account: Account = {
    ...blank(name, role),
    password: await hashPassword(password),
    passwordUntil: null
  };
  return change(dir, ({ accounts }) => {
    const problem = problemOf(name, accounts);
    if (problem) return problem;
    accounts.push(account);
    return account;
  });
}

/** A password to hand over: easy to read out, of about 77 bits. */
function handedOver(): string {
  const letters = 'abcdefghjkmnpqrstuvwxyz23456789';
  const drawn = [...randomBytes(16)].map((byte) => letters[byte % letters.length]).join('');
  return (drawn.match(/.{4}/g) ?? []).join('-');
}

async function ofHandedOver(password: string): Promise<Pick<Account, 'password' | 'passwordUntil'>> {
  const until = new Date(Date.now() + handedOverHours * 3_600_000).toISOString();
  return { password: await hashPassword(password), passwordUntil: until };
}

/** An account with a password that a manager hands over, to be changed when it is used. */
export async function invite(
  dir: string,
  { name, role }: { name: string; role: Role }
): Promise<{ name: string; password: string } | AccountProblem> {
  const password = handedOver();
  const account = { ...blank(name, role), ...(await ofHandedOver(password)) };
  return change(dir, ({ accounts }) => {
    const problem = problemOf(name, accounts);
    if (problem) return problem;
    accounts.push(account);
    return { name, password };
  });
}

/** Changes one account; whoever may no longer come in with it is out at once. */
function edit(
  dir: string,
  id: string,
  act: (account: Account, access: Access) => void
): Promise<AccountProblem | Account> {
  return change(dir, (access) => {
    const before = structuredClone(access.accounts);
    const account = access.accounts.find((one) => one.id === id);
    if (!account) return 'unknown_account';
    act(account, access);
    const isManaged = (accounts: readonly Account[]) =>
      accounts.some(({ role, isClosed }) => role === 'manager' && !isClosed);
    if (isManaged(before) && !isManaged(access.accounts)) {
      access.accounts = before;
      return 'last_manager';
    }
    if (account.isClosed) removeSessions(access, id);
    return account;
  });
}

function removeSessions(access: Access, accountId: string): void {
  access.sessions = access.sessions.filter((session) => session.accountId !== accountId);
}

/** Sessions see the new role with their next request, and get a new number then. */
export function setRole(dir: string, id: string, role: Role): Promise<AccountProblem | Account> {
  return edit(dir, id, (account) => {
    account.role = role;
  });
}

export function close(dir: string, id: string): Promise<AccountProblem | Account> {
  return edit(dir, id, (account) => {
    account.isClosed = true;
  });
}

export function reopen(dir: string, id: string): Promise<AccountProblem | Account> {
  return edit(dir, id, (account) => {
    account.isClosed = false;
  });
}

/** For somebody who lost password or telephone: a new password to hand over, a new secret to take up, no session left. */
export async function recover(
  dir: string,
  id: string
): Promise<{ name: string; password: string } | AccountProblem> {
  const password = handedOver();
  const handed = await ofHandedOver(password);
  const found = await edit(dir, id, (account, access) => {
    Object.assign(account, handed);
    delete account.code;
    removeSessions(access, id);
  });
  return typeof found === 'string' ? found : { name: found.name, password };
}

/** A password that somebody chose; all sessions end. */
async function choose(
  dir: string,
  id: string,
  password: string,
  also: (account: Account) => void = () => undefined
): Promise<AccountProblem | Account> {
  const hash = await hashPassword(password);
  return edit(dir, id, (account, access) => {
    Object.assign(account, { password: hash, passwordUntil: null });
    also(account);
    removeSessions(access, id);
  });
}

/** As `recover`, with a password that whoever owns the store chose. */
export function recoverWith(dir: string, id: string, password: string): Promise<AccountProblem | Account> {
  return choose(dir, id, password, (account) => {
    delete account.code;
  });
}

/** The owner chose a password; all other sessions end. */
export function setPassword(dir: string, id: string, password: string): Promise<AccountProblem | Account> {
  return choose(dir, id, password);
}

/** Notes when somebody came in, and by which code; false where that code was used already. */
export function noteSignIn(dir: string, id: string, step?: number): Promise<boolean> {
  return change(dir, ({ accounts }) => {
    const account = accounts.find((one) => one.id === id);
    if (!account || (account.code && step !== undefined && step <= account.code.lastStep)) return false;
    account.signedInAt = new Date().toISOString();
    if (account.code && step !== undefined) account.code.lastStep = step;
    return true;
  });
}

export function setCode(
  dir: string,
  id: string,
  secret: string,
  lastStep: number
): Promise<AccountProblem | Account> {
  return edit(dir, id, (account) => {
    account.code = { secret, lastStep };
  });
}

/** The account of somebody whom the identity provider vouches for, made when they first come; `role` undefined leaves it. */
export function ofProvider(
  dir: string,
  subject: string,
  name: string,
  role: Role | null | undefined
): Promise<Account> {
  return change(dir, ({ accounts }) => {
    const known = accounts.find((one) => one.subject === subject);
    if (known) {
      if (role !== undefined) known.role = role;
      return known;
    }
    const account: Account = { ...blank(freeName(name, accounts), role ?? null), subject };
    accounts.push(account);
    return account;
  });
}

/** The provider's name for somebody, without what no name has, and with a number where it is taken. */
function freeName(name: string, accounts: readonly Account[]): string {
  const plain =
    name
      .replace(/[^\p{L}\p{N} ._@'’-]/gu, '')
      .trim()
      .slice(0, longestName - 5) || 'x';
  const wanted = /^[\p{L}\p{N}]/u.test(plain) ? plain : `x${plain}`;
  for (let n = 1; ; n += 1) {
    const tried = n === 1 ? wanted : `${wanted} ${n}`;
    if (problemOf(tried, accounts) === undefined) return tried;
  }
}
