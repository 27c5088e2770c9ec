import { spawnSync } from 'node:child_process';
import { mkdtemp, rm } from 'node:fs/promises';
import os from 'node:os';
import path from 'node:path';
import { importFiles } from '#lib/commands/import-files.ts';
import { loadSample } from '#lib/commands/load-sample.ts';
import { openStore } from '#lib/server/store.ts';
import { answersFile, importRequest } from './bench-campaign.ts';

/** The most that a whole report may take, from the store's opening to the file. */
const mostMs: Record<string, number> = { pptx: 2000, pdf: 3000 };
const mostMegabytes = 300;

interface Measured {
  ms: number;
  megabytes: number;
  bytes: number;
}

/** In a process of its own, whose memory is that of one report. */
function measure(dir: string, format: string, audience: string): Measured {
  const run = path.join(import.meta.dirname, 'bench-report-run.ts');
  const { stdout, stderr, status } = spawnSync(
    process.execPath,
    ['--import', 'tsx', run, dir, format, audience],
    { encoding: 'utf8' }
  );
  if (status !== 0) throw new Error(stderr);
  return JSON.parse(stdout) as Measured;
}

async function fill(dir: string, products: number): Promise<void> {
  const store = await openStore(dir);
  if (products < 1000) await loadSample(store, 'data/sample');
  else await importFiles(store, importRequest(answersFile('wide', products)));
  store.close();
}

function verdict(format: string, { ms, megabytes }: Measured): string {
  const isOver = ms > (mostMs[format] ?? Infinity) || megabytes > mostMegabytes;
  return isOver ? 'OVER' : 'ok';
}

/** Whole reports at each size: time and the most memory that the process had. */
export async function benchReports(sizes: readonly number[]): Promise<void> {
  for (const products of sizes) {
    const dir = await mkdtemp(path.join(os.tmpdir(), 'palier-bench-'));
    try {
      await fill(dir, products);
      for (const audience of ['internal', 'public']) {
        for (const format of ['pptx', 'pdf', 'xlsx', 'html', 'csv']) {
          const measured = measure(dir, format, audience);
          const name = `${products} products, ${audience} ${format}`.padEnd(58);
          const { ms, megabytes, bytes } = measured;
          console.log(
            `${name} ${ms.toFixed(0).padStart(9)} ms ${String(megabytes).padStart(6)} MB ${String(Math.round(bytes / 1000)).padStart(6)} kB  ${verdict(format, measured)}`
          );
        }
      }
    } finally {
      await rm(dir, { recursive: true });
    }
  }
}
