import * as client from 'openid-client';
import type { Role } from '#lib/access/role.ts';
import { isLoopback } from '#lib/server/loopback.ts';
import { roleOfClaim, type ProviderSettings } from './provider-settings.ts';
import { hashOfSecret, newSecret } from './secret.ts';

/** The provider can't be reached, or does not answer as one. */
export class ProviderDown extends Error {}

/** What came back is not what was asked for: forged, used before, out of date, or refused by the provider. */
export class ProviderRefused extends Error {}

/** Somebody who went to the provider and is to come back. */
interface Journey {
  state: string;
  nonce: string;
  verifier: string;
  to: string;
  begun: number;
}

/** Whom the provider vouches for. */
export interface Vouched {
  subject: string;
  name: string;
  /** Undefined where roles are given here, null where the claim gives none. */
  role: Role | null | undefined;
}

const journeyMs = 10 * 60_000;
const mostJourneys = 10_000;
const discoveredMs = 60 * 60_000;
const timeoutSeconds = 10;

const journeys = new Map<string, Journey>();
let discovered: { key: string; at: number; configuration: client.Configuration } | undefined;

async function configurationOf({
  issuer,
  clientId,
  clientSecret
}: ProviderSettings): Promise<client.Configuration> {
  const key = `${issuer.href} ${clientId}`;
  if (discovered?.key === key && Date.now() - discovered.at < discoveredMs) return discovered.configuration;
  try {
    const configuration = await client.discovery(
      issuer,
      clientId,
      clientSecret,
      clientSecret === undefined ? client.None() : undefined,
      // a provider on this machine, as in tests, may speak plain HTTP
      { timeout: timeoutSeconds, execute: isLoopback(issuer.hostname) ? [client.allowInsecureRequests] : [] }
    );
    discovered = { key, at: Date.now(), configuration };
    return configuration;
  } catch (error) {
    throw new ProviderDown('the provider was not found', { cause: error });
  }
}

function forgetOld(now: number): void {
  for (const [key, { begun }] of journeys)
    if (now - begun > journeyMs || journeys.size >= mostJourneys) journeys.delete(key);
}

/** Where to send somebody to sign in, and what their browser keeps meanwhile. */
export async function depart(
  settings: ProviderSettings,
  to: string
): Promise<{ address: string; secret: string }> {
  const configuration = await configurationOf(settings);
  const journey = {
    state: client.randomState(),
    nonce: client.randomNonce(),
    verifier: client.randomPKCECodeVerifier(),
    to,
    begun: Date.now()
  };
  forgetOld(journey.begun);
  const secret = newSecret();
  journeys.set(hashOfSecret(secret), journey);
  const address = client.buildAuthorizationUrl(configuration, {
    redirect_uri: settings.returnTo,
    scope: settings.scope,
    state: journey.state,
    nonce: journey.nonce,
    code_challenge: await client.calculatePKCECodeChallenge(journey.verifier),
    code_challenge_method: 'S256'
  });
  return { address: address.href, secret };
}

/** Each journey ends once: coming back a second time finds none. */
function journeyOf(secret: string): Journey {
  const key = hashOfSecret(secret);
  const journey = journeys.get(key);
  journeys.delete(key);
  if (!journey || Date.now() - journey.begun > journeyMs) throw new ProviderRefused('no such journey');
  return journey;
}

function isUnreachable(error: unknown): boolean {
  return (
    error instanceof Error &&
    (error.message === 'fetch failed' || ('code' in error && error.code === 'OAUTH_TIMEOUT'))
  );
}

async function claimsOf(configuration: client.Configuration, url: URL, { state, nonce, verifier }: Journey) {
  try {
    const checks = {
      expectedState: state,
      expectedNonce: nonce,
      pkceCodeVerifier: verifier,
      idTokenExpected: true
    };
    const tokens = await client.authorizationCodeGrant(configuration, url, checks);
    const claims = tokens.claims();
    if (!claims) throw new ProviderRefused('no identity');
    const hasMore = configuration.serverMetadata().userinfo_endpoint !== undefined;
    const more = hasMore ? await client.fetchUserInfo(configuration, tokens.access_token, claims.sub) : {};
    return { ...more, ...claims };
  } catch (error) {
    if (isUnreachable(error)) throw new ProviderDown('the provider does not answer', { cause: error });
    throw new ProviderRefused('the provider’s answer was refused', { cause: error });
  }
}

/** Verifies with what somebody came back, state, nonce, signature and code, and says who they are and where they wanted to go. */
export async function arrive(
  settings: ProviderSettings,
  url: URL,
  secret: string
): Promise<{ vouched: Vouched; to: string }> {
  const journey = journeyOf(secret);
  const configuration = await configurationOf(settings);
  const claims = (await claimsOf(configuration, url, journey)) as Record<string, unknown>;
  const name = [claims['preferred_username'], claims['name'], claims['sub']].find(
    (one): one is string => typeof one === 'string' && one !== ''
  );
  const { roleClaim, roleValues } = settings;
  return {
    vouched: {
      subject: `${String(claims['iss'])} ${String(claims['sub'])}`,
      name: name ?? '',
      role: roleClaim === undefined ? undefined : roleOfClaim(claims[roleClaim], roleValues)
    },
    to: journey.to
  };
}
