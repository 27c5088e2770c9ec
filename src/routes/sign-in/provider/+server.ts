import { error, redirect } from '@sveltejs/kit';
import { localPath } from '#lib/access/local-path.ts';
import { depart } from '#lib/server/access/provider.ts';
import { providerSettings } from '#lib/server/access/provider-settings.ts';
import { authentication } from '#lib/server/access/settings.ts';
import { keepJourney } from './journey-cookie.ts';
import { toTrouble } from './trouble.ts';

/** Sends whoever wants to sign in to their organisation's provider. */
export async function GET(event) {
  const { locals, url } = event;
  if (!authentication(process.env, locals.store.dir).includes('oidc')) error(404, 'no provider');
  const to = localPath(url.searchParams.get('to'));
  const journey = await depart(providerSettings(process.env), to).catch((thrown) => toTrouble(event, thrown));
  keepJourney(event, journey.secret);
  redirect(303, journey.address);
}
