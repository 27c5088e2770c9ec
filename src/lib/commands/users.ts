import { isRole, roles } from '#lib/access/role.ts';
import { say } from '#lib/i18n/wording.ts';
import { usersWords } from '#lib/i18n/users.ts';
import { signInWords } from '#lib/i18n/sign-in.ts';
import * as accounts from '#lib/server/access/accounts.ts';
import type { Account } from '#lib/server/access/account.ts';
import type { AccountProblem } from '#lib/server/access/accounts.ts';
import { passwordProblem } from '#lib/server/access/password.ts';
import { done, last, misused, refused, type Command, type Request, type Result } from './command.ts';

/*
 * Whoever may write to the store's folder owns it: by the command line they make the first account, and let themselves in
 * again when nobody can.
 */

const name = { min: 1, max: 1 };

function shown(account: Account | AccountProblem, { locale }: Request, text: string): Result {
  if (typeof account === 'string') return refused(usersWords(locale).problems[account]);
  const { name, role } = account;
  return done({ name, role }, `${text}: ${name}, ${role === null ? usersWords(locale).noRole : role}\n`);
}

function named(store: { dir: string }, request: Request): Account | undefined {
  return accounts.byName(store.dir, request.positionals[0] ?? '');
}

function unknown({ locale }: Request): Result {
  return refused(usersWords(locale).problems.unknown_account);
}

function passwordRefusal(request: Request): Result | undefined {
  const problem = passwordProblem(request.secret ?? '', request.positionals[0] ?? '');
  return problem && refused(signInWords(request.locale).problems[problem]);
}

export const userAddCommand: Command = {
  usage:
    'palier user add NAME --role reader|analyst|manager (asks for the password, or reads it from standard input)',
  options: { role: { kind: 'text' } },
  positionals: name,
  secret: true,
  async run({ dir }, request) {
    const role = last(request, 'role');
    if (!isRole(role)) return misused(`--role must be one of ${roles.join(', ')}`);
    const refusal = passwordRefusal(request);
    if (refusal) return refusal;
    const asked = { name: (request.positionals[0] ?? '').trim(), role, password: request.secret ?? '' };
    const made = await accounts.create(dir, asked);
    return shown(made, request, say(request.locale, 'compte créé', 'account made'));
  }
};

export const userListCommand: Command = {
  usage: 'palier user list',
  options: {},
  positionals: { min: 0, max: 0 },
  act: 'see',
  run({ dir }, { locale }) {
    const list = accounts.list(dir).map(({ name, role, isClosed, hasCode, signedInAt }) => ({
      name,
      role,
      closed: isClosed,
      secondFactor: hasCode,
      signedInAt
    }));
    const words = usersWords(locale);
    const lines = list.map(({ name, role, closed, signedInAt }) =>
      [name, role ?? words.noRole, closed ? words.closed : '', signedInAt ?? words.never].join('\t')
    );
    return Promise.resolve(done(list, lines.map((line) => `${line}\n`).join('')));
  }
};

export const userRoleCommand: Command = {
  usage: 'palier user role NAME reader|analyst|manager',
  options: {},
  positionals: { min: 2, max: 2 },
  async run(store, request) {
    const role = request.positionals[1];
    if (!isRole(role)) return misused(`the role must be one of ${roles.join(', ')}`);
    const account = named(store, request);
    if (!account) return unknown(request);
    const changed = await accounts.setRole(store.dir, account.id, role);
    return shown(changed, request, say(request.locale, 'rôle changé', 'role changed'));
  }
};

export const userRecoverCommand: Command = {
  usage: 'palier user recover NAME (asks for a new password; the second factor is taken up anew)',
  options: {},
  positionals: name,
  secret: true,
  async run(store, request) {
    const account = named(store, request);
    if (!account) return unknown(request);
    const refusal = passwordRefusal(request);
    if (refusal) return refusal;
    const changed = await accounts.recoverWith(store.dir, account.id, request.secret ?? '');
    return shown(changed, request, say(request.locale, 'nouvel accès', 'new access'));
  }
};

export const userCloseCommand: Command = {
  usage: 'palier user close NAME',
  options: {},
  positionals: name,
  async run(store, request) {
    const account = named(store, request);
    if (!account) return unknown(request);
    const closed = await accounts.close(store.dir, account.id);
    return shown(closed, request, say(request.locale, 'compte fermé', 'account closed'));
  }
};
