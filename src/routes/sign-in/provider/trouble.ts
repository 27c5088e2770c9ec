import { redirect, type RequestEvent } from '@sveltejs/kit';
import { tell } from '#lib/server/access/deeds.ts';
import { ProviderDown, ProviderRefused } from '#lib/server/access/provider.ts';
import { log } from '#lib/server/log.ts';

/** Leads to the page that says what is the matter with the provider; any other fault is thrown on. */
export async function toTrouble(
  { locals: { store, locale } }: RequestEvent,
  thrown: unknown
): Promise<never> {
  if (!(thrown instanceof ProviderDown) && !(thrown instanceof ProviderRefused)) throw thrown;
  const isDown = thrown instanceof ProviderDown;
  log('provider', {
    kind: isDown ? 'down' : 'refused',
    cause: thrown.cause instanceof Error ? thrown.cause.name : ''
  });
  await tell(store.dir, 'sign-in refused', { by: null, outcome: isDown ? 503 : 401 });
  redirect(
    303,
    `/sign-in?${new URLSearchParams({ trouble: isDown ? 'down' : 'refused', lang: locale }).toString()}`
  );
}
