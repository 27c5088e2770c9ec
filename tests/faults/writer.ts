/**
 * Does several writes at once, each on a store of its own: `writer.mjs KIND FOLDER…`. Says when all are open, reads one
 * line, how many milliseconds each is to wait, and says of each when it is done and how long it took.
 */
import { once } from 'node:events';
import path from 'node:path';
import { setTimeout } from 'node:timers/promises';
import { restore } from '#lib/server/backup/restore.ts';
import { openStore } from '#lib/server/store.ts';
import { write } from './writes.ts';

async function prepared(kind: string, dir: string): Promise<() => Promise<unknown>> {
  const options = { passphrase: undefined, replace: true };
  if (kind === 'restore') return () => restore(dir, path.join(dir, '..', 'backup'), options);
  const store = await openStore(dir, { foldsLog: true });
  return () => write(store, kind);
}

const words = process.argv.slice(2);
const jobs = [];
for (let i = 0; i < words.length; i += 2) {
  const [kind = '', dir = ''] = words.slice(i, i + 2);
  jobs.push({ kind, go: await prepared(kind, dir) });
}
process.stdout.write('ready\n');
const [line] = (await once(process.stdin, 'data')) as [Buffer];
const delays = JSON.parse(line.toString()) as number[];

await Promise.all(
  jobs.map(async ({ kind, go }, i) => {
    await setTimeout(delays[i]);
    const start = performance.now();
    await go();
    process.stdout.write(`${kind}: ${performance.now() - start}\n`);
  })
);
process.exit();
