import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { generateKeyPairSync } from 'node:crypto';
import Provider from 'oidc-provider';
import { Visitor } from './browser.ts';

export interface RunningProvider {
  issuer: string;
  stop(): Promise<void>;
}

export const clientId = 'palier';
export const clientSecret = 'a secret that the provider and Palier share';

function listen(server: Server): Promise<number> {
  return new Promise((resolve) => {
    server.listen(0, '127.0.0.1', () => resolve((server.address() as AddressInfo).port));
  });
}

/** A certified provider on loopback, which lets anybody in under the name they type; groups are given by name. */
export async function runProvider(
  returnTo: string,
  groups: Record<string, string[]>
): Promise<RunningProvider> {
  const server = createServer((request, response) => void handler(request, response));
  const port = await listen(server);
  const issuer = `http://127.0.0.1:${port}`;
  const { privateKey } = generateKeyPairSync('rsa', { modulusLength: 2048 });
  const key = { ...privateKey.export({ format: 'jwk' }), use: 'sig', alg: 'RS256', kid: 'test' };
  const provider = new Provider(issuer, {
    jwks: { keys: [key as { kty: string }] },
    cookies: { keys: ['a key of the test'] },
    clients: [{ client_id: clientId, client_secret: clientSecret, redirect_uris: [returnTo] }],
    pkce: { required: () => true },
    claims: { openid: ['sub'], profile: ['preferred_username', 'groups'] },
    features: { devInteractions: { enabled: true } },
    findAccount: (_context, sub) => ({
      accountId: sub,
      claims: () => ({ sub, preferred_username: sub, groups: groups[sub] ?? [] })
    })
  });
  const handler = provider.callback();
  return {
    issuer,
    stop: () =>
      new Promise((resolve) => {
        server.closeAllConnections();
        server.close(() => resolve());
      })
  };
}

/** Signs in at the provider as `login`, and returns the address that it sends back to. */
export async function signInAt(issuer: string, departure: string, login: string): Promise<string> {
  const browser = new Visitor(issuer);
  let next = departure;
  for (let step = 0; step < 12; step += 1) {
    if (!next.startsWith(issuer)) return next;
    const response = await browser.ask(next.slice(issuer.length));
    const location = response.headers.get('location');
    if (location !== null) {
      next = new URL(location, next).href;
      continue;
    }
    const html = await response.text();
    const prompt = /name="prompt" value="(\w+)"/.exec(html)?.[1] ?? '';
    const action = /action="([^"]+)"/.exec(html)?.[1] ?? '';
    const sent = await browser.post(new URL(action, next).pathname, { prompt, login, password: 'x' });
    next = new URL(sent.headers.get('location') ?? '', next).href;
  }
  throw new Error(`the provider leads nowhere: ${next}`);
}
