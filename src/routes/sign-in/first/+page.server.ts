import { fail, redirect, type RequestEvent } from '@sveltejs/kit';
import { localPath } from '#lib/access/local-path.ts';
import * as accounts from '#lib/server/access/accounts.ts';
import * as attempts from '#lib/server/access/attempts.ts';
import { tell } from '#lib/server/access/deeds.ts';
import { codeAddress, stepOfCode } from '#lib/server/access/one-time-code.ts';
import { passwordProblem } from '#lib/server/access/password.ts';
import { qrCode } from '#lib/server/access/qr-code.ts';
import * as sessions from '#lib/server/access/sessions.ts';
import { limits, sessionOf, setSession } from '../../../who-asks.ts';
import { formText } from '../../form-text.ts';

/** Whoever gave a right password and has no second factor yet. */
function newcomer(event: RequestEvent) {
  const found = sessionOf(event);
  const secret = found?.session.codeSecret;
  if (!found || secret === undefined) redirect(303, `/sign-in?lang=${event.locals.locale}`);
  return { account: found.account, secret };
}

export function load(event) {
  const { account, secret } = newcomer(event);
  const address = codeAddress(secret, account.name);
  return {
    to: localPath(event.url.searchParams.get('to')),
    key: (secret.match(/.{4}/g) ?? []).join(' '),
    address,
    qrCode: qrCode(address),
    mustChoose: Boolean(account.passwordUntil)
  };
}

function chosenPassword(form: FormData, name: string) {
  const password = formText(form, 'password');
  if (password !== formText(form, 'again')) return { problem: 'not_same' as const };
  const problem = passwordProblem(password, name);
  return problem ? { problem } : { password };
}

export const actions = {
  async default(event) {
    const { account, secret } = newcomer(event);
    const { dir } = event.locals.store;
    const form = await event.request.formData();
    const key = `first ${account.id}`;
    if (attempts.lockedMs(key) > 0) redirect(303, `/sign-in?lang=${event.locals.locale}`);
    const step = stepOfCode(secret, formText(form, 'code'), Date.now(), 0);
    if (step === undefined) {
      attempts.count(key, attempts.byName);
      return fail(401, { problem: 'wrong_code' as const });
    }
    if (account.passwordUntil) {
      const { problem, password } = chosenPassword(form, account.name);
      if (password === undefined) return fail(400, { problem: problem ?? ('too_short' as const) });
      await accounts.setPassword(dir, account.id, password);
    }
    await accounts.setCode(dir, account.id, secret, step);
    await accounts.noteSignIn(dir, account.id);
    await sessions.endAll(dir, account.id);
    setSession(event, await sessions.begin(dir, account, limits()));
    await tell(dir, 'second factor taken up', { by: account.name });
    await tell(dir, 'signed in', { by: account.name });
    redirect(303, localPath(formText(form, 'to')));
  }
};
