import { mkdtemp, rm } from 'node:fs/promises';
import os from 'node:os';
import path from 'node:path';
import { monitorEventLoopDelay, performance } from 'node:perf_hooks';
import { DuckDBInstance } from '@duckdb/node-api';
import { fileOnDisk } from '#lib/commands/file-on-disk.ts';
import { importFiles } from '#lib/commands/import-files.ts';
import { openStore } from '#lib/server/store.ts';
import type { Measured } from './bench-import.ts';

/** One measurement in a process of its own, so that its peak of memory is its own: `duckdb FILE` or `import FILE QUESTIONNAIRE`. */
const [what, answers = '', questionnaire = ''] = process.argv.slice(2);

async function duckdb(dir: string): Promise<() => Promise<void>> {
  const instance = await DuckDBInstance.create(path.join(dir, 'own.duckdb'));
  const db = await instance.connect();
  await db.run('create table answer (product varchar, vendor varchar, criterion varchar, answer varchar)');
  return async () => {
    await db.run(`insert into answer select * from read_csv('${answers.replaceAll("'", "''")}')`);
  };
}

async function ours(dir: string): Promise<() => Promise<void>> {
  const store = await openStore(path.join(dir, 'store'));
  return async () => {
    const report = await importFiles(store, {
      campaign: 'large',
      questionnaire: fileOnDisk(questionnaire, 'questionnaire.csv'),
      files: [fileOnDisk(answers, 'answers.csv')],
      partial: false,
      dryRun: false,
      read: {},
      origin: 'command'
    });
    if (!report.stored) throw new Error(JSON.stringify(report.issues.slice(0, 3)));
  };
}

const dir = await mkdtemp(path.join(os.tmpdir(), 'palier-bench-'));
const work = await (what === 'duckdb' ? duckdb(dir) : ours(dir));
const delays = monitorEventLoopDelay({ resolution: 5 });
delays.enable();
const begun = performance.now();
const before = process.cpuUsage();
await work();
const seconds = (performance.now() - begun) / 1000;
delays.disable();
const { user, system } = process.cpuUsage(before);
const result: Measured = {
  seconds,
  cpuSeconds: (user + system) / 1e6,
  peakMegabytes: process.resourceUsage().maxRSS / 1000,
  delayP99: delays.percentile(99) / 1e6,
  delayMax: delays.max / 1e6
};
await rm(dir, { recursive: true });
console.log(JSON.stringify(result));
process.exit(0);
