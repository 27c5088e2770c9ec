import path from 'node:path';
import { beforeAll, describe, expect, test } from 'vitest';
import { execute } from '#lib/commands/registry.ts';
import { pack } from '#lib/server/backup/pack.ts';
import { restore } from '#lib/server/backup/restore.ts';
import { migrations } from '#lib/server/migrations.ts';
import { contents, openStore, type Store } from '#lib/server/store.ts';
import { prepare } from '#lib/server/trail/segments.ts';
import { importInto, request, smallQuestionnaire, answersFile } from '#tests/commands/request.ts';
import { emptyTables, makeEarlierStore, type Contents } from './earlier-store.ts';
import { dataOf } from './schema-data.ts';
import { inTempDir } from './temp-store.ts';

const schemas = migrations.map((_, i) => i + 1);

async function within<T>(dir: string, work: (store: Store) => Promise<T>): Promise<T> {
  const store = await openStore(dir);
  try {
    return await work(store);
  } finally {
    store.close();
  }
}

async function figures(store: Store): Promise<unknown[]> {
  const found: unknown[] = [];
  for (const campaign of ['v1', 'v2']) {
    const asked = request('stats', { options: { campaign: [campaign] } });
    const { exit, json } = await execute(store, asked);
    expect(exit).toBe(0);
    found.push(json);
  }
  return found;
}

/** Scores as they were kept before: by theme and scope, not by the place of the first criterion of both. */
function named(scores: Contents[string], { response, campaign, criterion }: Contents): Contents[string] {
  const campaignOf = new Map((response ?? []).map(({ id, campaign_id }) => [id, campaign_id]));
  const askedBy = new Map((campaign ?? []).map(({ id, questionnaire_id }) => [id, questionnaire_id]));
  return scores.map(({ response_id, part, ...measures }) => {
    const asked = askedBy.get(campaignOf.get(response_id));
    const first = (criterion ?? []).find(
      (one) => one['questionnaire_id'] === asked && one['position'] === part
    );
    return { response_id, theme: first?.['theme'] ?? null, scope: first?.['scope'] ?? null, ...measures };
  });
}

/** Of what is in the store now, the columns that there were before. */
function asBefore(now: Contents, before: Contents): Contents {
  const kept = Object.entries(before).map(([table, old]) => {
    const columns = Object.keys(old[0] ?? {});
    const rows = now[table] ?? [];
    const alike = table === 'score' && columns.includes('theme') ? named(rows, now) : rows;
    const cut = alike.map((row) => Object.fromEntries(columns.map((name) => [name, row[name]])));
    return [table, cut];
  });
  return { ...Object.fromEntries(kept), migration: before['migration'] };
}

/** Rows without their order, which may rest on columns that came later. */
function unordered(tables: Contents): Record<string, string[]> {
  const text = (row: object) =>
    JSON.stringify(row, (_, value: unknown) => (value instanceof Map ? [...value.entries()] : value));
  return Object.fromEntries(Object.entries(tables).map(([name, rows]) => [name, rows.map(text).sort()]));
}

test('every migration has data to be tested with, and they fill every table', () =>
  inTempDir(async (dir) => {
    expect(dataOf).toHaveLength(migrations.length);
    await makeEarlierStore(dir, migrations.length);
    expect(await emptyTables(dir)).toEqual([]);
  }));

describe('a store of every earlier schema', () => {
  let expected: unknown[] = [];
  beforeAll(() =>
    inTempDir(async (dir) => {
      await makeEarlierStore(dir, migrations.length);
      expected = await within(dir, figures);
    })
  );

  test.each(schemas)('%i is restored from its backup with all that was in it, and its figures', (schema) =>
    inTempDir(async (parent) => {
      const [old, dir, file] = [
        path.join(parent, 'old'),
        path.join(parent, 'new'),
        path.join(parent, 'backup')
      ];
      const before = await makeEarlierStore(old, schema);
      await prepare(old);
      expect((await pack(old, file)).manifest.schema).toBe(schema);
      await restore(dir, file, { passphrase: undefined, replace: false });
      await within(dir, async (store) => {
        const now = (await store.read(contents)) as Contents;
        expect(now['migration']).toHaveLength(migrations.length);
        expect(unordered(asBefore(now, before))).toEqual(unordered(before));
        expect(await figures(store)).toEqual(expected);
        const { report } = await importInto(store, {
          campaign: 'v3',
          questionnaire: smallQuestionnaire,
          files: [answersFile('more.csv', { product: 'More' })]
        });
        expect(report).toMatchObject({ stored: true, accepted: { products: 1 } });
      });
    })
  );
});
