import { readdirSync, readFileSync } from 'node:fs';
import { rm } from 'node:fs/promises';
import path from 'node:path';
import { Readable } from 'node:stream';
import { describe, expect, test } from 'vitest';
import { finishPurge } from '#lib/commands/purge.ts';
import { execute } from '#lib/commands/registry.ts';
import { pack } from '#lib/server/backup/pack.ts';
import * as snapshot from '#lib/server/backup/snapshot.ts';
import { productId } from '#lib/server/product-id.ts';
import * as publications from '#lib/server/publications.ts';
import * as campaigns from '#lib/server/campaigns.ts';
import * as settings from '#lib/server/settings.ts';
import { all } from '#lib/server/sql.ts';
import * as staging from '#lib/server/staging.ts';
import { contents, type Store } from '#lib/server/store.ts';
import { list as trailEntries } from '#lib/server/trail/trail.ts';
import { auditRow, controlRow } from '#tests/ingest/audit-row.ts';
import { delimited, file, longRow, type Row } from '#tests/ingest/builders.ts';
import { withStore } from '#tests/server/temp-store.ts';
import { answersFile, importInto, request, smallQuestionnaire, statsOf } from './request.ts';

const name = 'Zyxomède Portail 7';
const attribute = 'Qhvbtwzj marque unique';
const others: Row[] = Array.from({ length: 20 }, (_, i) => ({
  product: `P${i}`,
  vendor: `V${i % 6}`,
  answer: String(1 + (i % 3))
}));
const id = productId('V0', name);

async function run(store: Store, command: string, rest: Parameters<typeof request>[1]): Promise<void> {
  const { exit, messages } = await execute(store, request(command, rest));
  expect({ command, exit, messages }).toMatchObject({ exit: 0 });
}

const campaign = { campaign: ['v1'] };

/** The same campaign twice over: with the product everywhere where one can stand, or as if it had never been. */
async function fill(store: Store, isThere: boolean): Promise<void> {
  const own = isThere ? [{ product: name, vendor: 'V0', answer: '1', marque: attribute }] : [];
  await importInto(store, {
    questionnaire: smallQuestionnaire,
    files: [file(delimited([...others, ...own].map((row) => longRow({ marque: '', ...row }))), `export.csv`)]
  });
  if (!isThere) return;
  await importInto(store, {
    files: [answersFile(`${name}.csv`, { product: name, vendor: 'V0', answer: '3' })]
  });
  await run(store, 'rename', {
    positionals: [id],
    options: { product: [`${name} Plus`], reason: ['nouveau nom'] }
  });
  const comment = {
    criterion: 'Q1',
    organisation: 'CHU',
    stance: 'opposed',
    comment: `Avec ${name.toUpperCase()}, impossible.`
  };
  await run(store, 'comments import', {
    options: campaign,
    files: { _: [file(delimited([comment, { ...comment, comment: 'Un délai.' }]), 'comments.csv')] }
  });
  await run(store, 'audits import', {
    options: campaign,
    files: {
      _: [
        file(
          delimited([auditRow({ vendor: 'V0', product: name }), auditRow({ vendor: 'V1', product: 'P1' })]),
          'forms.csv'
        )
      ],
      controls: [file(delimited([controlRow()]), 'map.csv')]
    }
  });
  await run(store, 'correct', {
    options: { ...campaign, product: [id], criterion: ['Q1'], level: ['2'], reason: [`vu chez ${name}`] }
  });
  await run(store, 'campaign', {
    positionals: ['v1'],
    files: { expected: [file(delimited([{ product: name, vendor: 'V0', corridor: '' }]), 'expected.csv')] },
    options: { expected: ['expected.csv'] }
  });
}

const encoded = (text: string) => [text, text.toUpperCase(), encodeURIComponent(text), id];

function bytesOf(place: string): Buffer {
  return Buffer.concat(
    readdirSync(place, { recursive: true, withFileTypes: true })
      .filter((entry) => entry.isFile() && !entry.parentPath.includes('trail'))
      .map((entry) => readFileSync(path.join(entry.parentPath, entry.name)))
  );
}

async function textOf(store: Store): Promise<string> {
  return JSON.stringify(await store.read(contents), (_, value: unknown) =>
    value instanceof Map ? [...value.entries()] : typeof value === 'bigint' ? String(value) : value
  );
}

test('a purged product is in no table, no figure, no waiting upload, no byte of the file and no new backup', () =>
  withStore(async (store) => {
    await fill(store, true);
    const draft = await staging.begin(store.dir);
    await staging.add(draft, { name: 'held.csv', role: 'answers' }, Readable.from([Buffer.from(name)]));
    await staging.finish(draft, { campaign: 'v1', campaignName: '', questionnaireOf: '' });
    await store.still(() => Promise.resolve());
    expect(bytesOf(store.dir).includes(Buffer.from(name))).toBe(true);

    const result = await execute(store, request('purge', { positionals: [id], user: 'camille' }));
    expect(result).toMatchObject({
      exit: 0,
      json: { responses: 2, auditForms: 1, comments: 1, uploads: 1, remaining: [] }
    });

    const text = await textOf(store);
    for (const trace of [...encoded(name), 'Zyxom', attribute]) {
      expect(text, trace).not.toContain(trace);
      expect(bytesOf(store.dir).includes(Buffer.from(trace)), `${trace} in the file`).toBe(false);
    }
    expect(text).toContain('Un délai.');
    const backup = path.join(store.dir, '..', 'backup');
    const taken = snapshot.placeOf(store.dir, await snapshot.take(store));
    await rm(path.join(taken, 'trail'), { recursive: true });
    await pack(taken, backup).catch(() => undefined);
    expect(bytesOf(taken).includes(Buffer.from('Zyxom'))).toBe(false);
    const [entry] = await trailEntries(store.dir, { text: 'purge' });
    expect(entry).toMatchObject({ by: 'camille', act: 'change', what: 'purge', on: { 'argument 1': id } });
    expect(JSON.stringify(entry)).not.toContain('Zyxom');

    await withStore(async (never) => {
      await fill(never, false);
      expect(await statsOf(store)).toEqual(await statsOf(never));
    });
    const { report } = await importInto(store, {
      files: [answersFile('later.csv', { product: 'Later', vendor: 'V9' })]
    });
    expect(report).toMatchObject({ stored: true });
    expect(await execute(store, request('purge', { positionals: [id] }))).toMatchObject({ exit: 1 });
  }));

test('a purge that was cut off before the file was written anew is finished at the next start', () =>
  withStore(async (store) => {
    await store.write((db) => settings.update(db, 'rewrite pending', 'true'));
    const before = await textOf(store);
    await finishPurge(store);
    expect(await store.read((db) => settings.read(db, 'rewrite pending'))).toBeUndefined();
    expect((await textOf(store)).length).toBeLessThan(before.length);
  }));

describe('a publication', () => {
  test('keeps its files, and that a product is gone still counts where a later one is compared with it', () =>
    withStore(async (store) => {
      await fill(store, true);
      await run(store, 'publish', { options: { ...campaign, output: ['folder'] } });
      const files = (s: Store) =>
        s.read((db) => all(db, 'select name, sha256, base64 from publication_file order by name'));
      const before = await files(store);
      await run(store, 'purge', { positionals: [id] });
      expect(await files(store)).toEqual(before);
      const rows = await store.read((db) =>
        all<{ id: string; vendor: string }>(
          db,
          'select product_id as id, vendor_key as vendor from publication_product'
        )
      );
      expect(rows).toHaveLength(21);
      expect(rows.map((row) => row.id)).not.toContain(id);
      const own = await store.read(async (db) => {
        const found = await campaigns.find(db, 'v1');
        return publications.currentProducts(db, found?.id ?? 0);
      });
      expect(own).toHaveLength(20);
    }));
});
