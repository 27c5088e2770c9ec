import { spawnSync } from 'node:child_process';
import { statSync } from 'node:fs';
import { mkdtemp, rm } from 'node:fs/promises';
import os from 'node:os';
import path from 'node:path';
import { importFiles } from '#lib/commands/import-files.ts';
import { loadSample } from '#lib/commands/load-sample.ts';
import * as campaigns from '#lib/server/campaigns.ts';
import { openStore } from '#lib/server/store.ts';
import { answersFile, importRequest } from './bench-campaign.ts';

/** The most that a whole report may take, from the command's start to its end. */
const mostMs: Record<string, number> = { pptx: 2000, pdf: 3000 };
const mostMegabytes = 300;

interface Measured {
  ms: number;
  megabytes: number;
  bytes: number;
}

const command = path.join(import.meta.dirname, '../build/bin/palier.js');

/** Has a process tell at its end the most memory that it ever held; `maxRSS` would count its parent's too. */
const tellsPeak = `data:text/javascript,import { readFileSync } from 'node:fs';
process.on('exit', () => console.error(readFileSync('/proc/self/status', 'utf8').match(/VmHWM.*/)[0]));`;

/** The command as it is built, from its start to its end, in a process of its own. */
function measure(dir: string, campaign: string, format: string, audience: string): Measured {
  const file = path.join(dir, `report.${format}`);
  const words = ['--campaign', campaign, '--format', format, '--audience', audience, '-o', file];
  const start = performance.now();
  const { stderr, status } = spawnSync(
    process.execPath,
    ['--import', tellsPeak, command, 'report', ...words, '--locale', 'fr', '--data', dir],
    { encoding: 'utf8' }
  );
  const ms = performance.now() - start;
  const peak = /VmHWM:\s+(\d+) kB/.exec(stderr)?.[1];
  if (status !== 0 || peak === undefined) throw new Error(stderr);
  return { ms, megabytes: Math.round(Number(peak) / 1024), bytes: statSync(file).size };
}

/** Gives the codes of its campaigns: more of one is withheld than of another, and costs more to find. */
async function fill(dir: string, products: number): Promise<string[]> {
  const store = await openStore(dir);
  if (products < 1000) await loadSample(store, 'data/sample');
  else await importFiles(store, importRequest(answersFile('wide', products)));
  const codes = (await store.read(campaigns.list)).map(({ code }) => code);
  store.close();
  return codes;
}

function verdict(format: string, { ms, megabytes }: Measured): string {
  const isOver = ms > (mostMs[format] ?? Infinity) || megabytes > mostMegabytes;
  return isOver ? 'OVER' : 'ok';
}

const asked = ['internal', 'public'].flatMap((audience) =>
  ['pptx', 'pdf', 'xlsx', 'html', 'csv'].map((format) => ({ audience, format }))
);

/** Whole reports at each size: time and the most memory that the process had. */
export async function benchReports(sizes: readonly number[]): Promise<void> {
  for (const products of sizes) {
    const dir = await mkdtemp(path.join(os.tmpdir(), 'palier-bench-'));
    try {
      for (const campaign of await fill(dir, products))
        for (const { audience, format } of asked) {
          const measured = measure(dir, campaign, format, audience);
          const name = `${products} products, ${campaign}, ${audience} ${format}`.padEnd(58);
          const { ms, megabytes, bytes } = measured;
          console.log(
            `${name} ${ms.toFixed(0).padStart(9)} ms ${String(megabytes).padStart(6)} MB ${String(Math.round(bytes / 1000)).padStart(6)} kB  ${verdict(format, measured)}`
          );
        }
    } finally {
      await rm(dir, { recursive: true });
    }
  }
}
