/** Opens the store in the folder named, says so, waits for a line, does the write named, and says so. */
import { once } from 'node:events';
import path from 'node:path';
import { pack } from '#lib/server/backup/pack.ts';
import { restore } from '#lib/server/backup/restore.ts';
import * as snapshot from '#lib/server/backup/snapshot.ts';
import { openStore } from '#lib/server/store.ts';
import { doneOn, writes } from './base-store.ts';

const [dir = '', kind = ''] = process.argv.slice(2);
const file = path.join(dir, '..', 'backup');

async function write(): Promise<() => Promise<void>> {
  const options = { passphrase: undefined, replace: true };
  if (kind === 'restore') return async () => void (await restore(dir, file, options));
  const store = await openStore(dir, { foldsLog: true });
  const asked = writes[kind];
  if (asked) return () => doneOn(store, asked);
  return async () =>
    void (await pack(snapshot.placeOf(dir, await snapshot.take(store)), path.join(dir, 'taken')));
}

const go = await write();
process.stdout.write('ready\n');
await once(process.stdin, 'data');
const start = performance.now();
await go();
process.stdout.write(`done ${performance.now() - start}\n`);
