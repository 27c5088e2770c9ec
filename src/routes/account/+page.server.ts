import { fail, redirect, type RequestEvent } from '@sveltejs/kit';
import { isAtLeast, isRole, roles } from '#lib/access/role.ts';
import * as accounts from '#lib/server/access/accounts.ts';
import * as attempts from '#lib/server/access/attempts.ts';
import { tell } from '#lib/server/access/deeds.ts';
import { isPassword, passwordProblem } from '#lib/server/access/password.ts';
import * as sessions from '#lib/server/access/sessions.ts';
import * as tokens from '#lib/server/access/tokens.ts';
import * as campaigns from '#lib/server/campaigns.ts';
import { forgetSession, limits, sessionSecret, setSession } from '../../who-asks.ts';
import { formText } from '../form-text.ts';

/** The signed-in account; who uses a machine without sign-in has none. */
function own({ locals }: RequestEvent) {
  const account = accounts.byId(locals.store.dir, locals.who?.accountId ?? '');
  if (!account) redirect(303, `/sign-in?lang=${locals.locale}`);
  return { account, dir: locals.store.dir, role: locals.role ?? 'reader' };
}

export function load(event) {
  const { account, dir, role } = own(event);
  return {
    role,
    name: account.name,
    isLocal: account.password !== undefined,
    tokens: tokens.list(dir, account.id),
    mayHaveTokens: isAtLeast(role, 'analyst'),
    tokenRoles: roles.filter((one) => isAtLeast(role, one) && one !== 'reader')
  };
}

async function tokenAsked(event: RequestEvent) {
  const { account, role } = own(event);
  const form = await event.request.formData();
  const [label, wanted, code] = ['label', 'role', 'campaign'].map((field) => formText(form, field).trim());
  const days = Number(formText(form, 'days'));
  const isSound =
    label && label.length <= 100 && Number.isInteger(days) && days >= 1 && days <= tokens.longestTokenDays;
  if (!label || !isSound || !isRole(wanted) || !isAtLeast(role, wanted)) return 'bad_token' as const;
  const known = (await campaigns.known(event.locals.store)).some((one) => one.code === code);
  if (code && !known) return 'unknown_campaign' as const;
  return { accountId: account.id, label, role: wanted, campaign: code || null, days };
}

export const actions = {
  async signOut(event) {
    const { account, dir } = own(event);
    const secret = sessionSecret(event);
    if (secret !== undefined) await sessions.end(dir, secret);
    forgetSession(event);
    await tell(dir, 'signed out', { by: account.name });
    redirect(303, `/sign-in?lang=${event.locals.locale}`);
  },

  async endOthers(event) {
    const { account, dir } = own(event);
    await sessions.endAll(dir, account.id, sessionSecret(event));
    await tell(dir, 'sessions ended', { by: account.name, on: { account: account.name } });
    return { done: 'ended' as const };
  },

  async password(event) {
    const { account, dir } = own(event);
    const form = await event.request.formData();
    const [current, next, again] = ['current', 'password', 'again'].map((field) => formText(form, field));
    const key = `password ${account.id}`;
    if (attempts.lockedMs(key) > 0) return fail(429, { passwordProblem: 'wrong_password' as const });
    if (next !== again) return fail(400, { passwordProblem: 'not_same' as const });
    const problem = passwordProblem(next ?? '', account.name);
    if (problem) return fail(400, { passwordProblem: problem });
    attempts.count(key, attempts.byName);
    if (!(await isPassword(current ?? '', account.password)))
      return fail(401, { passwordProblem: 'wrong_password' as const });
    attempts.forgive(key);
    await accounts.setPassword(dir, account.id, next ?? '');
    setSession(event, await sessions.begin(dir, account, limits()));
    await tell(dir, 'password changed', { by: account.name });
    return { done: 'changed' as const };
  },

  async makeToken(event) {
    const asked = await tokenAsked(event);
    if (typeof asked === 'string') return fail(400, { tokenProblem: asked });
    const { account, dir } = own(event);
    const token = await tokens.create(dir, asked);
    const on = { role: asked.role, ...(asked.campaign ? { campaign: asked.campaign } : {}) };
    await tell(dir, 'token made', { by: account.name, on });
    return { token };
  },

  async revokeToken(event) {
    const { account, dir } = own(event);
    const gone = await tokens.revoke(dir, formText(await event.request.formData(), 'id'), account.id);
    if (!gone) return fail(404, {});
    await tell(dir, 'token revoked', { by: account.name, on: { account: account.name } });
    return {};
  }
};
