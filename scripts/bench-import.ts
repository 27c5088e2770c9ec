import { execFile, spawn } from 'node:child_process';
import { once } from 'node:events';
import { createWriteStream } from 'node:fs';
import { mkdtemp, readFile, rm, stat, writeFile } from 'node:fs/promises';
import os from 'node:os';
import path from 'node:path';
import { promisify } from 'node:util';

/*
 * A long file of six million rows beside DuckDB's own `read_csv` and insert, each in a process of its own, in one run:
 * `npm run bench-import`. The page's answers meanwhile are asked for from here.
 */

const criteria = 59;
const products = Number(process.env['BENCH_PRODUCTS'] ?? 101_695);
const runs = Number(process.env['BENCH_RUNS'] ?? 3);
const worker = 'scripts/bench-import-run.ts';

function median(values: number[]): number {
  return values.toSorted((a, b) => a - b)[values.length >> 1] ?? NaN;
}

function answer(product: number, criterion: number): string {
  const n = (product * 7919 + criterion * 104729) % 23;
  return n === 0 ? '' : n === 1 && criterion >= 33 ? 'NA' : String(1 + (n % 4));
}

const codes = Array.from({ length: criteria }, (_, i) => `Q${String(i + 1).padStart(2, '0')}`);

async function writeAnswers(file: string): Promise<void> {
  const out = createWriteStream(file);
  out.write('product,vendor,criterion,answer\n');
  for (let p = 0; p < products; p++) {
    const rows = codes.map((code, c) => `P${p},V${p >> 1},${code},${answer(p, c)}\n`).join('');
    if (!out.write(rows)) await once(out, 'drain');
  }
  out.end();
  await once(out, 'finish');
}

function questionnaire(): string {
  const rows = codes.map(
    (code, i) =>
      `${code},Thème ${i % 11},${i < 33 ? 'common' : 'conditional'},Question ${code},Non,En partie,Oui,Mesuré,3`
  );
  return ['code,theme,scope,label_fr,level_1_fr,level_2_fr,level_3_fr,level_4_fr,target', ...rows, ''].join(
    '\n'
  );
}

/** What one process says of its work. */
export interface Measured {
  seconds: number;
  /** Of all threads: says how much work it is where the machine has other work too. */
  cpuSeconds: number;
  peakMegabytes: number;
  delayP99: number;
  delayMax: number;
}

async function measured(...words: string[]): Promise<Measured> {
  const env = { ...process.env, UV_THREADPOOL_SIZE: '16' };
  const { stdout } = await promisify(execFile)(process.execPath, ['--import', 'tsx', worker, ...words], {
    env
  });
  return JSON.parse(stdout.trim().split('\n').at(-1) ?? '') as Measured;
}

/** The page asked for again and again by this process, while the server that it belongs to imports. */
async function answerTimes(dir: string, answers: string, questions: string): Promise<void> {
  const port = Number(process.env['BENCH_PORT'] ?? 3104);
  const env = {
    ...process.env,
    PALIER_DATA: dir,
    PORT: String(port),
    UV_THREADPOOL_SIZE: '16',
    PALIER_SAMPLE: ''
  };
  const server = spawn(process.execPath, ['build/bin/palier.js', 'serve', '--port', String(port)], { env });
  try {
    await isServing(port);
    const words = ['import', '--campaign', 'large', '--questionnaire', questions, answers];
    const begun = performance.now();
    const done = promisify(execFile)(process.execPath, ['build/bin/palier.js', ...words], { env });
    const ms: number[] = [];
    let isDone = false;
    void done.finally(() => (isDone = true));
    while (!isDone) {
      const start = performance.now();
      await (await fetch(`http://127.0.0.1:${port}/api/v1/campaigns`)).text();
      ms.push(performance.now() - start);
      await new Promise((resolve) => setTimeout(resolve, 10));
    }
    await done;
    const status = server.pid === undefined ? '' : await readFile(`/proc/${server.pid}/status`, 'utf8');
    const peak = Number(/VmHWM:\s+(\d+)/.exec(status)?.[1]) / 1000;
    const sorted = ms.toSorted((a, b) => a - b);
    const at = (p: number) => (sorted[Math.ceil(sorted.length * p) - 1] ?? NaN).toFixed(1);
    console.log(
      `through the server: ${((performance.now() - begun) / 1000).toFixed(2)} s, its peak ${peak.toFixed(0)} MB; ` +
        `${ms.length} requests meanwhile: median ${at(0.5)} ms, p99 ${at(0.99)} ms, longest ${at(1)} ms`
    );
  } finally {
    server.kill();
  }
}

async function isServing(port: number): Promise<void> {
  for (let i = 0; i < 200; i++) {
    const answered = await fetch(`http://127.0.0.1:${port}/api/v1/campaigns`).catch(() => undefined);
    if (answered?.ok) return;
    await new Promise((resolve) => setTimeout(resolve, 100));
  }
  throw new Error('the server does not answer');
}

const dir = await mkdtemp(path.join(os.tmpdir(), 'palier-bench-'));
try {
  const [answers, questions] = [path.join(dir, 'answers.csv'), path.join(dir, 'questionnaire.csv')];
  await writeAnswers(answers);
  await writeFile(questions, questionnaire());
  const size = (await stat(answers)).size / 1e6;
  console.log(
    `${products * criteria} rows, ${size.toFixed(0)} MB, ${products} products, ${os.cpus().length} cores`
  );
  const [theirs, ours]: [Measured[], Measured[]] = [[], []];
  for (let i = 0; i < runs; i++) {
    theirs.push(await measured('duckdb', answers));
    ours.push(await measured('import', answers, questions));
  }
  const middle = (all: Measured[], what: keyof Measured) => median(all.map((one) => one[what]));
  const [duckdb, own] = [middle(theirs, 'seconds'), middle(ours, 'seconds')];
  const [theirWork, ownWork] = [middle(theirs, 'cpuSeconds'), middle(ours, 'cpuSeconds')];
  const peak = Math.max(...ours.map(({ peakMegabytes }) => peakMegabytes));
  const delay = Math.max(...ours.map(({ delayP99 }) => delayP99));
  const longest = Math.max(...ours.map(({ delayMax }) => delayMax));
  console.log(
    `DuckDB read_csv and insert: ${duckdb.toFixed(2)} s   import: ${own.toFixed(2)} s   (medians of ${runs})`
  );
  console.log(
    `  processor: ${theirWork.toFixed(2)} s and ${ownWork.toFixed(2)} s; load ${os.loadavg()[0]?.toFixed(1)}`
  );
  console.log(`ratio: ${(duckdb / own).toFixed(2)}   peak: ${peak.toFixed(0)} MB`);
  console.log(`event loop delay: p99 ${delay.toFixed(1)} ms, longest ${longest.toFixed(1)} ms`);
  await answerTimes(path.join(dir, 'store'), answers, questions);
} finally {
  await rm(dir, { recursive: true });
}
