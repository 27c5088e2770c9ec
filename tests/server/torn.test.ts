import { cp, readFile, truncate } from 'node:fs/promises';
import path from 'node:path';
import { expect, test } from 'vitest';
import { importFiles } from '#lib/commands/import-files.ts';
import { contents, openStore, type Store } from '#lib/server/store.ts';
import { criterionRow, delimited, file } from '#tests/ingest/builders.ts';
import { inTempDir } from './temp-store.ts';
import { repetitions } from '#tests/repetitions.ts';

const cuts = repetitions(8);

/** More answers than a row group holds, for DuckDB writes these ahead of the transaction's end. */
const products = 2100;
const codes = Array.from({ length: 60 }, (_, i) => `Q${i + 1}`);

function importAnswers(store: Store) {
  const rows = Array.from(
    { length: products },
    (_, p) => `P${p},V${p % 100},${codes.map((_, i) => 1 + ((p + i) % 3)).join()}`
  );
  return importFiles(store, {
    campaign: 'v1',
    questionnaire: file(delimited(codes.map((code) => criterionRow({ code }))), 'questionnaire.csv'),
    files: [file([`product,vendor,${codes.join()}`, ...rows, ''].join('\n'), 'answers.csv')],
    partial: false,
    dryRun: false,
    read: {},
    origin: 'command'
  });
}

async function sizes(dir: string): Promise<Record<string, number>> {
  const store = await openStore(dir);
  try {
    const tables = await store.read(contents);
    return Object.fromEntries(Object.entries(tables).map(([name, rows]) => [name, rows.length]));
  } finally {
    store.close();
  }
}

test('a log cut anywhere within an import gives all of it or nothing, and it can be imported again', () =>
  inTempDir(async (parent) => {
    const [live, empty] = [path.join(parent, 'live'), path.join(parent, 'empty')];
    const store = await openStore(live);
    await cp(live, empty, { recursive: true });
    const nothing = await sizes(empty);
    expect(await importAnswers(store)).toMatchObject({ stored: true });
    const killed = path.join(parent, 'killed');
    await cp(live, killed, { recursive: true });
    store.close();
    const whole = await sizes(live);
    expect(whole).toMatchObject({ response: products, answer: products * codes.length });

    const log = await readFile(path.join(killed, 'palier.duckdb.wal'));
    for (let i = 0; i < cuts; i++) {
      const cut = path.join(parent, `cut-${i}`);
      await cp(killed, cut, { recursive: true });
      // the first cut leaves all, the second takes the last byte, the others lie anywhere
      const length = i < 2 ? log.length - i : Math.floor(log.length * Math.random());
      await truncate(path.join(cut, 'palier.duckdb.wal'), length);
      expect(await sizes(cut), `${length} of ${log.length} bytes`).toEqual(i === 0 ? whole : nothing);
      if (i > 2) continue;
      const again = await openStore(cut);
      await importAnswers(again);
      again.close();
      expect(await sizes(cut)).toEqual(whole);
    }
  }));
