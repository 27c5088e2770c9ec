import { nameKey, type Account } from './account.ts';
import * as accounts from './accounts.ts';
import * as attempts from './attempts.ts';
import { newCodeSecret, stepOfCode } from './one-time-code.ts';
import { isPassword } from './password.ts';
import * as sessions from './sessions.ts';
import type { Limits } from './sessions.ts';

export interface SignInAsked {
  name: string;
  password: string;
  code: string;
  address: string;
}

/** `first`: the password is right, and a second factor must be taken up before anything is shown. */
export type SignInOutcome =
  | { kind: 'in' | 'first'; secret: string; account: Account }
  | { kind: 'refused'; account: Account | undefined }
  | { kind: 'locked'; ms: number; account: Account | undefined };

const longest = 400;

async function isRight(account: Account | undefined, password: string): Promise<boolean> {
  const isKnown = await isPassword(password, account?.password);
  if (!isKnown || !account || account.isClosed) return false;
  return !account.passwordUntil || account.passwordUntil > new Date().toISOString();
}

/** The step whose code was given; undefined where it is wrong; 0 where the account has no codes yet. */
function stepGiven({ code }: Account, given: string): number | undefined {
  return code ? stepOfCode(code.secret, given, Date.now(), code.lastStep) : 0;
}

async function enter(dir: string, account: Account, step: number, limits: Limits): Promise<SignInOutcome> {
  const isFirst = !account.code || Boolean(account.passwordUntil);
  if (isFirst) {
    const secret = await sessions.begin(dir, account, limits, account.code?.secret ?? newCodeSecret());
    return { kind: 'first', secret, account };
  }
  // the same code at the same moment lets in once
  if (!(await accounts.noteSignIn(dir, account.id, step))) return { kind: 'refused', account };
  return { kind: 'in', secret: await sessions.begin(dir, account, limits), account };
}

/**
 * Lets somebody in by name, password and code. A wrong name, password and code are told alike and take as long; tries are
 * counted by name and by address.
 */
export async function signIn(dir: string, asked: SignInAsked, limits: Limits): Promise<SignInOutcome> {
  const name = asked.name.slice(0, longest);
  const account = accounts.byName(dir, name);
  const keys = { name: `name ${nameKey(name)}`, address: `address ${asked.address}` };
  const ms = Math.max(attempts.lockedMs(keys.name), attempts.lockedMs(keys.address));
  if (ms > 0) return { kind: 'locked', ms, account };
  attempts.count(keys.name, attempts.byName);
  attempts.count(keys.address, attempts.byAddress);
  const isKnown = await isRight(account, asked.password.slice(0, longest));
  const step = account && stepGiven(accounts.byId(dir, account.id) ?? account, asked.code);
  if (!isKnown || !account || step === undefined) return { kind: 'refused', account };
  attempts.forgive(keys.name);
  attempts.takeBack(keys.address);
  return enter(dir, account, step, limits);
}
