import { fail, type RequestEvent } from '@sveltejs/kit';
import { isRole } from '#lib/access/role.ts';
import type { Account } from '#lib/server/access/account.ts';
import * as accounts from '#lib/server/access/accounts.ts';
import type { AccountProblem } from '#lib/server/access/accounts.ts';
import { tell, type AccessDeed } from '#lib/server/access/deeds.ts';
import * as sessions from '#lib/server/access/sessions.ts';
import * as tokens from '#lib/server/access/tokens.ts';
import { formText } from '../form-text.ts';

export function load({ locals: { store, who } }) {
  const list = accounts.list(store.dir);
  const names = new Map(list.map(({ id, name }) => [id, name]));
  return {
    accounts: list,
    ownId: who?.accountId ?? '',
    tokens: tokens.list(store.dir).map((token) => ({ ...token, owner: names.get(token.accountId) ?? '' }))
  };
}

function refusal(problem: AccountProblem) {
  return fail(problem === 'unknown_account' ? 404 : 409, { problem });
}

/** Does something to the account that the form names, and tells of it. */
async function doTo(
  { locals }: RequestEvent,
  form: FormData,
  what: AccessDeed,
  act: (dir: string, id: string) => Promise<Account | AccountProblem>
) {
  const { dir } = locals.store;
  const account = await act(dir, formText(form, 'id'));
  if (typeof account === 'string') return refusal(account);
  const on = { account: account.name, ...(account.role === null ? {} : { role: account.role }) };
  await tell(dir, what, { by: locals.who?.name ?? null, on });
  return {};
}

/** Tells of a password that was made for somebody, and hands it to the page, once. */
async function handOver(
  { locals }: RequestEvent,
  what: AccessDeed,
  made: { name: string; password: string } | AccountProblem
) {
  if (typeof made === 'string') return refusal(made);
  await tell(locals.store.dir, what, { by: locals.who?.name ?? null, on: { account: made.name } });
  return { handedOver: made };
}

export const actions = {
  async add(event) {
    const form = await event.request.formData();
    const [name, role] = [formText(form, 'name').trim(), formText(form, 'role')];
    if (!isRole(role)) return fail(400, { problem: 'bad_name' as const });
    return handOver(event, 'account made', await accounts.invite(event.locals.store.dir, { name, role }));
  },

  async recover(event) {
    const id = formText(await event.request.formData(), 'id');
    return handOver(event, 'account recovered', await accounts.recover(event.locals.store.dir, id));
  },

  async role(event) {
    const form = await event.request.formData();
    const role = formText(form, 'role');
    if (!isRole(role)) return fail(400, { problem: 'unknown_account' as const });
    return doTo(event, form, 'role changed', (dir, id) => accounts.setRole(dir, id, role));
  },

  async close(event) {
    return doTo(event, await event.request.formData(), 'account closed', accounts.close);
  },

  async reopen(event) {
    return doTo(event, await event.request.formData(), 'account reopened', accounts.reopen);
  },

  async endSessions(event) {
    const form = await event.request.formData();
    return doTo(event, form, 'sessions ended', async (dir, id) => {
      await sessions.endAll(dir, id);
      return accounts.byId(dir, id) ?? 'unknown_account';
    });
  },

  async revokeToken(event) {
    const { store, who } = event.locals;
    const gone = await tokens.revoke(store.dir, formText(await event.request.formData(), 'id'));
    if (!gone) return fail(404, { problem: 'unknown_account' as const });
    const account = accounts.byId(store.dir, gone.accountId)?.name ?? '';
    await tell(store.dir, 'token revoked', { by: who?.name ?? null, on: { account } });
    return {};
  }
};
