import { error, redirect } from '@sveltejs/kit';
import * as accounts from '#lib/server/access/accounts.ts';
import { tell } from '#lib/server/access/deeds.ts';
import { arrive } from '#lib/server/access/provider.ts';
import { providerSettings } from '#lib/server/access/provider-settings.ts';
import * as sessions from '#lib/server/access/sessions.ts';
import { authentication } from '#lib/server/access/settings.ts';
import { limits, sessionSecret, setSession } from '../../../../who-asks.ts';
import { takeJourney } from '../journey-cookie.ts';
import { toTrouble } from '../trouble.ts';

/** Lets in whom the provider vouches for; without a role they wait for one. */
export async function GET(event) {
  const { dir } = event.locals.store;
  if (!authentication(process.env, dir).includes('oidc')) error(404, 'no provider');
  const secret = takeJourney(event);
  const arrived = await arrive(providerSettings(process.env), event.url, secret).catch((thrown) =>
    toTrouble(event, thrown)
  );
  const { subject, name, role } = arrived.vouched;
  const account = await accounts.ofProvider(dir, subject, name, role);
  if (account.isClosed) {
    await tell(dir, 'sign-in refused', { by: account.name, outcome: 401 });
    redirect(303, `/sign-in?trouble=refused&lang=${event.locals.locale}`);
  }
  const before = sessionSecret(event);
  if (before !== undefined) await sessions.end(dir, before);
  await accounts.noteSignIn(dir, account.id);
  setSession(event, await sessions.begin(dir, account, limits()));
  await tell(dir, 'signed in', { by: account.name });
  redirect(303, account.role === null ? `/sign-in?lang=${event.locals.locale}` : arrived.to);
}
