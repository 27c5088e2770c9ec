import { isRole } from '#lib/access/role.ts';
import { authentications } from '#lib/server/access/settings.ts';
import { isLoopback } from '#lib/server/loopback.ts';
import { statSync } from 'node:fs';

/** Says what is wrong with a value; undefined where it will do. */
type Check = (value: string) => string | undefined;

function wholeNumber(from: number, to: number): Check {
  return (value) =>
    /^\d+$/.test(value) && Number(value) >= from && Number(value) <= to
      ? undefined
      : `a whole number from ${from} to ${to}`;
}

function oneOf(...words: string[]): Check {
  return (value) => (words.includes(value) ? undefined : `one of ${words.join(', ')}`);
}

/** An address as people open it: https, or http of this machine; no path behind it. */
const origin: Check = (value) => {
  const wanted = 'an https address without a path, as https://palier.example.org';
  if (!URL.canParse(value)) return wanted;
  const { protocol, hostname, origin: own } = new URL(value);
  const isSound = protocol === 'https:' || (protocol === 'http:' && isLoopback(hostname));
  return isSound && own === value ? undefined : wanted;
};

const issuer: Check = (value) => {
  const { protocol, hostname } = URL.canParse(value) ? new URL(value) : { protocol: '', hostname: '' };
  const isSound = protocol === 'https:' || (protocol === 'http:' && isLoopback(hostname));
  return isSound ? undefined : 'the https address of the provider';
};

const roleValues: Check = (value) =>
  value.split(',').every((pair) => isRole(pair.split('=')[0]) && /=./.test(pair))
    ? undefined
    : 'as manager=group-a,analyst=group-b,reader=group-c';

const file: Check = (value) =>
  statSync(value, { throwIfNoEntry: false })?.isFile() ? undefined : 'a file that is there';

const anything: Check = () => undefined;

const folder: Check = (value) =>
  statSync(value, { throwIfNoEntry: false })?.isDirectory() ? undefined : 'a folder that is there';

/** Every variable that the server reads; `docs/configuration.md` explains them. */
export const settings: Record<string, Check> = {
  HOST: anything,
  PORT: wholeNumber(0, 65_535),
  PALIER_DATA: anything,
  PALIER_AUTH: oneOf(...authentications),
  PALIER_ORIGIN: origin,
  PALIER_SESSION_IDLE_MINUTES: wholeNumber(1, 1440),
  PALIER_SESSION_HOURS: wholeNumber(1, 168),
  PALIER_OIDC_ISSUER: issuer,
  PALIER_OIDC_CLIENT: anything,
  PALIER_OIDC_SECRET_FILE: file,
  PALIER_OIDC_SCOPE: anything,
  PALIER_OIDC_ROLE_CLAIM: anything,
  PALIER_OIDC_ROLES: roleValues,
  ADDRESS_HEADER: anything,
  PALIER_NOTICES: folder,
  PALIER_SAMPLE: oneOf('on', 'off'),
  PALIER_UPLOAD_MB: wholeNumber(1, 100_000),
  PALIER_LOG: oneOf('failures', 'requests'),
  PALIER_SLOW_MS: wholeNumber(1, 3_600_000),
  PALIER_TRAIL_MONTHS: wholeNumber(0, 1200),
  PALIER_STOP_SECONDS: wholeNumber(0, 3600),
  UV_THREADPOOL_SIZE: wholeNumber(1, 1024)
};

/** All that is wrong with the environment, a line each; a variable that is set to nothing counts as not set. */
export function environmentProblems(environment: Record<string, string | undefined>): string[] {
  return Object.entries(settings).flatMap(([name, check]) => {
    const value = environment[name];
    const wanted = value ? check(value) : undefined;
    return wanted === undefined ? [] : [`${name} is ${JSON.stringify(value)}, but should be ${wanted}`];
  });
}
