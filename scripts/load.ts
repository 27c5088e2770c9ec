/**
 * Loads the built server, with the sample, as the worst hour would: 200 connections, each asking again as soon as it is
 * answered, over fifty addresses, while imports go through. Prints what came of it; ends with 1 where an aim is missed.
 * `LOAD_SECONDS` (60) and `LOAD_CONNECTIONS` (200) change its size; with `LOAD_SIGNED_IN=1` people sign in, by turns a manager and an
 * analyst.
 */
import { readFileSync, writeFileSync } from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { setTimeout } from 'node:timers/promises';
import { fileURLToPath } from 'node:url';
import autocannon from 'autocannon';
import { guarded } from '../tests/attacks/served.ts';
import { palier, withServer, type Served } from '../tests/e2e/served.ts';
import { addresses } from './load-addresses.ts';

export interface Size {
  seconds: number;
  connections: number;
}

/** A server that is loaded, and the cookies of whoever asks it, by turns. */
interface Loadable extends Pick<Served, 'address' | 'data' | 'pid'> {
  cookies: readonly string[];
}

interface Answer {
  atMs: number;
  ms: number;
  status: number;
}

interface Loaded {
  answers: Answer[];
  errors: number;
}

/** The addresses from another one on for each connection, so that not all ask for the same at once. */
function rotated(by: number, cookies: readonly string[]): autocannon.Request[] {
  const start = by % addresses.length;
  const cookie = cookies[by % cookies.length];
  const headers = cookie === undefined ? {} : { cookie };
  return [...addresses.slice(start), ...addresses.slice(0, start)].map((path) => ({ path, headers }));
}

function load({ address: url, cookies }: Loadable, { seconds, connections }: Size): Promise<Loaded> {
  const answers: Answer[] = [];
  const begun = performance.now();
  let client = 0;
  return new Promise((resolve, reject) => {
    const run = autocannon(
      {
        url,
        connections,
        duration: seconds,
        timeout: 30,
        requests: rotated(0, cookies),
        setupClient: (own) => own.setRequests(rotated(client++, cookies))
      },
      (failure: Error | null, { errors, timeouts }) =>
        failure ? reject(failure) : resolve({ answers, errors: errors + timeouts })
    );
    run.on('response', (_client, status, _bytes, ms) =>
      answers.push({ atMs: performance.now() - begun, ms, status })
    );
  });
}

function residentMegabytes(pid: number): number {
  return Number(/VmRSS:\s+(\d+)/.exec(readFileSync(`/proc/${pid}/status`, 'utf8'))?.[1]) / 1024;
}

/** Processor time that the server has had, in all its threads; the kernel counts in hundredths of a second. */
function processorMs(pid: number): number {
  const [user, system] =
    readFileSync(`/proc/${pid}/stat`, 'utf8').split(') ')[1]?.split(' ').slice(11, 13) ?? [];
  return 10 * (Number(user) + Number(system));
}

/** Until `ended`, a reading each second. */
async function memory(pid: number, ended: { is: boolean }): Promise<number[]> {
  const readings: number[] = [];
  while (!ended.is) {
    readings.push(residentMegabytes(pid));
    await setTimeout(1000);
  }
  return readings;
}

/** New answers of another product each time, by a command that the server carries out. */
async function imports({ data }: Pick<Served, 'data'>, ended: { is: boolean }): Promise<number[]> {
  const times: number[] = [];
  while (!ended.is) {
    const file = path.join(data, 'more.csv');
    writeFileSync(file, `product,vendor,criterion,answer\nAjout ${times.length},Éditeur fictif,Q01,2\n`);
    const start = performance.now();
    await palier(data, 'import', '--campaign', 'v2', file);
    times.push(performance.now() - start);
    await setTimeout(4000);
  }
  return times;
}

function quantile(values: number[], share: number): number {
  const sorted = [...values].sort((a, b) => a - b);
  return sorted[Math.min(sorted.length - 1, Math.floor(share * sorted.length))] ?? NaN;
}

const mean = (values: number[]) => values.reduce((sum, value) => sum + value, 0) / values.length;

/** Times of the answers that came between two parts of the whole. */
function between(answers: Answer[], seconds: number, from: number, to: number): number[] {
  const isWithin = ({ atMs }: Answer) => atMs >= from * seconds * 1000 && atMs < to * seconds * 1000;
  return answers.filter(isWithin).map(({ ms }) => ms);
}

function tell(what: string, found: string, holds: boolean): boolean {
  console.log(`${holds ? 'ok    ' : 'MISSED'} ${what}: ${found}`);
  return holds;
}

async function warm({ address, cookies: [cookie] }: Loadable): Promise<void> {
  for (const path of addresses) {
    const answer = await fetch(address + path, { headers: cookie === undefined ? {} : { cookie } });
    if (!answer.ok) throw new Error(`${path}: ${answer.status}`);
    await answer.text();
  }
}

/** Says what was found of each aim; whether all hold. */
function judge(
  { seconds }: Size,
  { answers, errors }: Loaded,
  readings: number[],
  importMs: number[]
): boolean {
  const times = answers.map(({ ms }) => ms);
  const bad = answers.filter(({ status }) => status !== 200);
  const statuses = [...new Set(bad.map(({ status }) => status))].join(', ');
  const [early, late] = [between(answers, seconds, 0.1, 0.4), between(answers, seconds, 0.7, 1)].map(mean);
  const quarter = Math.floor(readings.length / 4);
  const [before, after] = [readings.slice(quarter, 2 * quarter), readings.slice(-quarter)].map(mean);
  if (early === undefined || late === undefined || before === undefined || after === undefined) return false;
  const p99 = quantile(times, 0.99);
  return [
    tell(
      'errors',
      `${errors}, and ${bad.length} answers other than 200 ${statuses}`,
      errors + bad.length === 0
    ),
    tell(
      'ms to answer',
      `p50 ${quantile(times, 0.5)}, p99 ${p99}, longest ${quantile(times, 1)}`,
      p99 < 1000
    ),
    tell('mean ms, at the start and at the end', `${early.toFixed()}, ${late.toFixed()}`, late < 1.1 * early),
    tell('MB, second and last quarter', `${before.toFixed()}, ${after.toFixed()}`, after < 1.1 * before),
    tell(
      'imports meanwhile',
      `${importMs.length}, longest ${Math.max(...importMs).toFixed()} ms`,
      importMs.length > 1
    )
  ].every(Boolean);
}

function tellSize({ seconds, connections }: Size, { answers }: Loaded, serverMs: number): void {
  const rate = Math.round(answers.length / seconds);
  const busy = os.loadavg().map((one) => one.toFixed(1));
  console.log(
    `${connections} connections, ${addresses.length} addresses, ${seconds} s: ${rate} answers a second`
  );
  console.log(
    `${(serverMs / answers.length).toFixed(1)} ms of processor an answer, imports included; load average ${busy.join(' ')}`
  );
}

async function measure(served: Loadable, size: Size): Promise<boolean> {
  await warm(served);
  const ended = { is: false };
  const before = processorMs(served.pid);
  const beside = Promise.all([memory(served.pid, ended), imports(served, ended)]);
  const loaded = await load(served, size).finally(() => (ended.is = true));
  const serverMs = processorMs(served.pid) - before;
  const [readings, importMs] = await beside;
  tellSize(size, loaded, serverMs);
  return judge(size, loaded, readings, importMs);
}

async function measureSignedIn(size: Size): Promise<boolean> {
  const { stop, manager, analyst, ...served } = await guarded();
  try {
    return await measure({ ...served, cookies: [manager.cookie, analyst.cookie] }, size);
  } finally {
    await stop();
  }
}

/** Loads a server of its own; whether all aims were met. */
export function measureUnderLoad(size: Size): Promise<boolean> {
  if (process.env['LOAD_SIGNED_IN']) return measureSignedIn(size);
  return withServer((served) => measure({ ...served, cookies: [] }, size), { sample: true });
}

if (process.argv[1] && path.resolve(process.argv[1]) === fileURLToPath(import.meta.url)) {
  const size = {
    seconds: Number(process.env['LOAD_SECONDS'] || 60),
    connections: Number(process.env['LOAD_CONNECTIONS'] || 200)
  };
  process.exitCode = (await measureUnderLoad(size)) ? 0 : 1;
}
