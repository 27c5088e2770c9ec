import type { Cookies } from '@sveltejs/kit';

interface Visit {
  cookies: Cookies;
  url: URL;
}

const seconds = 600;

function options(url: URL) {
  // lax, since it must come along when the provider sends people back
  return { path: '/', httpOnly: true, sameSite: 'lax', secure: url.protocol === 'https:' } as const;
}

function nameAt(url: URL): string {
  return url.protocol === 'https:' ? '__Host-palier-journey' : 'palier-journey';
}

/** What a browser keeps while its owner is at the provider. */
export function keepJourney({ cookies, url }: Visit, secret: string): void {
  cookies.set(nameAt(url), secret, { ...options(url), maxAge: seconds });
}

/** Takes it back: it serves once. */
export function takeJourney({ cookies, url }: Visit): string {
  const secret = cookies.get(nameAt(url)) ?? '';
  cookies.delete(nameAt(url), options(url));
  return secret;
}
