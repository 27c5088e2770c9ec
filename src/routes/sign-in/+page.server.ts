import { fail, redirect } from '@sveltejs/kit';
import { localPath } from '#lib/access/local-path.ts';
import { tell } from '#lib/server/access/deeds.ts';
import { authentication } from '#lib/server/access/settings.ts';
import * as sessions from '#lib/server/access/sessions.ts';
import { signIn, type SignInOutcome } from '#lib/server/access/sign-in.ts';
import { limits, sessionOf, sessionSecret, setSession } from '../../who-asks.ts';
import { formText } from '../form-text.ts';

export function load(event) {
  const { locals, url } = event;
  const by = authentication(process.env, locals.store.dir);
  const found = sessionOf(event);
  return {
    to: localPath(url.searchParams.get('to')),
    hasAccounts: by.includes('accounts'),
    hasProvider: by.includes('oidc'),
    isWaiting: found !== undefined && found.session.codeSecret === undefined && found.account.role === null,
    trouble: ['down', 'refused'].find((word) => word === url.searchParams.get('trouble'))
  };
}

/** What the trail says of a try: the account's name where there is one, never what was typed. */
async function tellOf(dir: string, outcome: SignInOutcome): Promise<void> {
  const by = outcome.account?.name ?? null;
  if (outcome.kind === 'in') await tell(dir, 'signed in', { by });
  if (outcome.kind === 'refused') await tell(dir, 'sign-in refused', { by, outcome: 401 });
  if (outcome.kind === 'locked') await tell(dir, 'sign-in locked', { by, outcome: 429 });
}

/** What the form shows again after a try that failed. */
function failed(status: number, name: string, lockedMinutes: number | undefined) {
  return fail(status, { name, lockedMinutes });
}

export const actions = {
  async default(event) {
    const { dir } = event.locals.store;
    if (!authentication(process.env, dir).includes('accounts')) return failed(400, '', undefined);
    const form = await event.request.formData();
    const name = formText(form, 'name');
    const asked = { name, password: formText(form, 'password'), code: formText(form, 'code') };
    const outcome = await signIn(dir, { ...asked, address: event.getClientAddress() }, limits());
    await tellOf(dir, outcome);
    if (outcome.kind === 'locked') return failed(429, name, Math.ceil(outcome.ms / 60_000));
    if (outcome.kind === 'refused') return failed(401, name, undefined);
    const before = sessionSecret(event);
    if (before !== undefined) await sessions.end(dir, before);
    setSession(event, outcome.secret);
    const to = localPath(formText(form, 'to'));
    const next = new URLSearchParams({ to, lang: event.locals.locale });
    redirect(303, outcome.kind === 'first' ? `/sign-in/first?${next.toString()}` : to);
  }
};
