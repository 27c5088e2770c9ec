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

const anything: Check = () => undefined;

const folder: Check = (value) =>
  statSync(value, { throwIfNoEntry: false })?.isDirectory() ? undefined : 'a folder that is there';

/** Every variable that the server reads; `docs/configuration.md` explains them. */
export const settings: Record<string, Check> = {
  HOST: anything,
  PORT: wholeNumber(0, 65_535),
  PALIER_DATA: anything,
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
