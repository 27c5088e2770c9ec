import { existsSync } from 'node:fs';
import { isLoopback } from '#lib/server/loopback.ts';
import { accessFile, read } from './access-file.ts';
import type { Limits } from './sessions.ts';

type Environment = Record<string, string | undefined>;

export const authentications = ['none', 'accounts', 'oidc', 'accounts+oidc'] as const;

export type Authentication = (typeof authentications)[number];

/** How people sign in: as `PALIER_AUTH` says, else by accounts where there are some, else not at all. */
export function authentication(environment: Environment, dir: string): Authentication {
  const given = authentications.find((one) => one === environment['PALIER_AUTH']);
  return given ?? (hasAccounts(dir) ? 'accounts' : 'none');
}

function hasAccounts(dir: string): boolean {
  return existsSync(accessFile(dir)) && read(dir).accounts.length > 0;
}

export function sessionLimits(environment: Environment): Limits {
  const number = (name: string, usual: number) => Number(environment[name] || usual);
  return {
    idleMs: number('PALIER_SESSION_IDLE_MINUTES', 60) * 60_000,
    wholeMs: number('PALIER_SESSION_HOURS', 12) * 3_600_000
  };
}

function providerProblems(environment: Environment): string[] {
  const missing = ['PALIER_OIDC_ISSUER', 'PALIER_OIDC_CLIENT', 'PALIER_ORIGIN'].filter(
    (name) => !environment[name]
  );
  return missing.map((name) => `${name} is needed to sign in by OpenID Connect`);
}

/** Why a server must not listen at `host` with these settings; nothing where it may. */
export function listenProblems(host: string, environment: Environment, dir: string): string[] {
  const by = authentication(environment, dir);
  const isLocal = isLoopback(host);
  if (by === 'none') return isLocal ? [] : [openToOthers(host)];
  const origin = environment['PALIER_ORIGIN'];
  const isSecure = origin?.startsWith('https:') ?? isLocal;
  const isOwn = origin !== undefined && isLoopback(new URL(origin).hostname);
  return [
    ...(by.includes('oidc') ? providerProblems(environment) : []),
    ...(by === 'accounts' && !hasAccounts(dir)
      ? [
          'refused: nobody could sign in yet; make the first account with: palier user add NAME --role manager'
        ]
      : []),
    ...(isSecure || isOwn
      ? []
      : [
          'refused: PALIER_ORIGIN must be the https address that people open, for passwords and sessions travel to it'
        ])
  ];
}

function openToOthers(host: string): string {
  return (
    `refused: ${host} is not a loopback address, and no sign-in is configured. The answers are confidential, so ` +
    'Palier serves this machine alone (127.0.0.1, ::1 or localhost) until there are accounts ' +
    '(palier user add NAME --role manager) or an identity provider (PALIER_AUTH=oidc).'
  );
}
