import type { Request } from '#lib/commands/command.ts';
import { expect, test } from 'vitest';
import type { Result } from '#lib/commands/command.ts';
import { execute } from '#lib/commands/registry.ts';
import { cellKey, type CellName } from '#lib/maturity/publication/cell.ts';
import type { Told } from '#lib/maturity/publication/changed-cells.ts';
import { cellsCsv, readCellsCsv } from '#lib/reports/cells-csv.ts';
import * as disclosureLog from '#lib/reports/disclosure-log.ts';
import type { Store } from '#lib/server/store.ts';
import { sha256 } from '#lib/reports/manifest.ts';
import * as publications from '#lib/server/publications.ts';
import { all, run } from '#lib/server/sql.ts';
import { withStore } from '#tests/server/temp-store.ts';
import { criterionRow, delimited, file } from '#tests/ingest/builders.ts';
import { answersFile, importInto, request, smallQuestionnaire } from './request.ts';

/** Thirty products of ten vendors in two corridors; `answers` says the level of some of them otherwise. */
async function importAnswers(store: Store, answers: Record<number, string> = {}): Promise<void> {
  const rows = Array.from({ length: 30 }, (_, i) => ({
    product: `Produit secret ${i}`,
    vendor: `Éditeur secret ${i % 10}`,
    corridor: i % 2 === 0 ? 'Hôpital' : 'Imagerie',
    criterion: 'Q1',
    answer: answers[i] ?? String(1 + (i % 3))
  }));
  const files = [answersFile(`answers-${Object.keys(answers).length}.csv`, ...rows)];
  const { exit, messages } = await importInto(store, { questionnaire: smallQuestionnaire, files });
  expect(messages.join() + exit).toMatch(/0$/);
}

function publish(store: Store): Promise<Result> {
  return execute(store, request('publish', { options: { campaign: ['v1'], output: ['folder'] } }));
}

function verify(store: Store, name: string, bytes: Uint8Array, manifest?: Uint8Array): Promise<Result> {
  const files: Request['files'] = { _: [{ name, bytes }] };
  if (manifest) files['beside'] = [{ name: 'manifest.json', bytes: manifest }];
  return execute(store, request('verify', { files }));
}

function named(result: Result, name: string): Uint8Array {
  const found = result.files?.find((file) => file.name === name);
  if (!found) throw new Error(`no ${name}`);
  return found.bytes;
}

test('a publication is frozen: the same answers give the same bytes, and each file can be verified', () =>
  withStore(async (store) => {
    await importAnswers(store);
    const [first, second] = [await publish(store), await publish(store)];
    expect(first.exit).toBe(0);
    expect(second).toEqual(first);
    const cells = named(first, 'cells.csv');
    const manifest = named(first, 'manifest.json');
    expect((await verify(store, 'cells.csv', cells, manifest)).json).toMatchObject({ by: 'manifest' });
    expect((await verify(store, 'elsewhere.csv', cells)).json).toMatchObject({ by: 'store' });
    expect((await verify(store, 'manifest.json', manifest)).exit).toBe(0);
    const changed = new Uint8Array([...cells, 10]);
    expect((await verify(store, 'cells.csv', changed, manifest)).exit).toBe(1);
    expect((await verify(store, 'cells.csv', changed)).exit).toBe(1);
  }));

test('the same campaign in another store, imported on another day, gives the same bytes', () =>
  withStore(async (store) => {
    await importAnswers(store);
    const here = await publish(store);
    const there = await withStore(async (other) => {
      await importAnswers(other);
      await other.write((db) => run(db, `update "import" set imported_at = '2020-02-03T04:05:06.000Z'`));
      return publish(other);
    });
    const manifestOf = (result: Result) => new TextDecoder().decode(named(result, 'manifest.json'));
    expect(here.exit).toBe(0);
    expect(manifestOf(there)).toBe(manifestOf(here));
  }));

test('it states counts and names nobody', () =>
  withStore(async (store) => {
    await importAnswers(store);
    const { files } = await publish(store);
    const texts = files?.map(({ bytes }) => new TextDecoder().decode(bytes)) ?? [];
    expect(texts.join('')).not.toMatch(/(Produit|Éditeur) secret/i);
    const cells = readCellsCsv(texts[0] ?? '');
    expect(
      cells.find(({ measure, corridor }) => measure === 'products' && corridor === 'Imagerie')
    ).toMatchObject({ value: 15, status: 'published' });
  }));

test('a second one is refused where the difference would be the answers of a few', () =>
  withStore(async (store) => {
    await importAnswers(store);
    expect((await publish(store)).exit).toBe(0);
    await importAnswers(store, { 0: '3' });
    const refusal = await publish(store);
    expect(refusal).toMatchObject({ exit: 1 });
    expect(refusal.files).toBeUndefined();
    expect(refusal.messages.join()).toContain('fewer than 5 products');
    // three products of one vendor are still a few; eight that changed, of eight vendors, are not
    await importAnswers(store, { 0: '3', 10: '1', 20: '1' });
    expect((await publish(store)).exit).toBe(1);
    await importAnswers(store, { 0: '3', 1: '3', 2: '1', 3: '3', 4: '3', 5: '1', 6: '2', 7: '3' });
    expect((await publish(store)).exit).toBe(0);
  }));

test('a publication holds the report in every format, and a public report rests on the same counts', () =>
  withStore(async (store) => {
    await importAnswers(store);
    const published = await publish(store);
    expect(published.files?.map(({ name }) => name)).toEqual(
      expect.arrayContaining(['report.pptx', 'report.pdf', 'report.xlsx', 'report.html', 'report.zip'])
    );
    const options = { campaign: ['v1'], audience: ['public'], format: ['html'], output: ['report.html'] };
    const report = await execute(store, request('report', { options }));
    expect(report.exit).toBe(0);
    expect(report.files?.[0]?.bytes).toEqual(named(published, 'report.html'));
    const filtered = await execute(
      store,
      request('report', { options: { ...options, corridor: ['Hôpital'] } })
    );
    expect([filtered.exit, filtered.messages.join()]).toEqual([2, expect.stringContaining('internal')]);
  }));

test('a public report is refused where a publication would be', () =>
  withStore(async (store) => {
    await importAnswers(store);
    expect((await publish(store)).exit).toBe(0);
    await importAnswers(store, { 3: '3' });
    const options = { campaign: ['v1'], audience: ['public'], format: ['csv'], output: ['report.zip'] };
    const report = await execute(store, request('report', { options }));
    expect([report.exit, report.messages.join()]).toEqual([1, expect.stringContaining('refused')]);
  }));

test('one whose answers change while it is made is refused, not kept with others than its own', () =>
  withStore(async (store) => {
    await importAnswers(store);
    const making = publish(store);
    await importAnswers(store, { 0: '3', 1: '3', 2: '1', 3: '3', 4: '3', 5: '1', 6: '2', 7: '3' });
    const refusal = await making;
    expect([refusal.exit, refusal.messages.join()]).toEqual([1, expect.stringContaining('changed while')]);
    expect(await store.read((db) => publications.list(db))).toEqual([]);
    expect((await publish(store)).exit).toBe(0);
  }));

test('a product is known again by the SHA-256 of its answers in order, as in every publication before', () =>
  withStore(async (store) => {
    await importInto(store, {
      questionnaire: smallQuestionnaire,
      files: [answersFile('a.csv', { criterion: 'Q2', answer: '2' }, { criterion: 'Q1', answer: '3' })]
    });
    const [product] = await store.read((db) => publications.currentProducts(db, 1));
    const answers = await store.read((db) =>
      all<{ answer: number }>(db, 'select answer from answer order by position')
    );
    expect(answers.length).toBeGreaterThan(1);
    expect(product?.digest).toBe(sha256(Buffer.from(answers.map(({ answer }) => answer).join())));
  }));

test('a campaign of one vendor that knows all of it is published with its counts withheld', () =>
  withStore(async (store) => {
    const questionnaire = file(delimited([criterionRow({ target: '1' })]), 'questionnaire.csv');
    const rows = Array.from({ length: 6 }, (_, i) => ({ product: `Produit ${i}`, answer: 'unanswered' }));
    await importInto(store, { questionnaire, files: [answersFile('one-vendor.csv', ...rows)] });
    const published = await publish(store);
    expect([published.exit, published.messages]).toEqual([0, []]);
    const cells = readCellsCsv(new TextDecoder().decode(named(published, 'cells.csv')));
    const printed = cells.filter(({ status }) => status === 'published').map(({ measure }) => measure);
    expect(printed).toEqual(['vendors', 'products']);
  }));

interface Tried {
  last: string | null;
  withheld: number;
  differences: (CellName & { change: string; before?: Told; after?: Told })[];
}

test('before freezing, each count that would be told otherwise is listed, and nothing is stored', () =>
  withStore(async (store) => {
    const options = { campaign: ['v1'], 'dry-run': ['true'] };
    const tried = async () => (await execute(store, request('publish', { options }))).json as Tried;
    await importAnswers(store);
    expect(await tried()).toMatchObject({ last: null, differences: [] });
    expect(await store.read((db) => publications.list(db))).toEqual([]);
    const first = await publish(store);
    expect(await tried()).toMatchObject({ last: expect.any(String) as string, differences: [] });
    await importAnswers(store, { 0: '3', 1: '3', 2: '1', 3: '3', 4: '3', 5: '1', 6: '2', 7: '3' });
    const { differences } = await tried();
    expect(await store.read((db) => publications.list(db))).toHaveLength(1);
    const [before, after] = [first, await publish(store)].map((result) =>
      new TextDecoder().decode(named(result, 'cells.csv')).split('\r\n')
    );
    const lines = (told: 'before' | 'after') =>
      differences.flatMap((cell) => {
        const one = cell[told];
        return one ? cellsCsv([{ ...cell, ...one }]).split('\r\n')[1] : [];
      });
    expect(lines('before').sort()).toEqual(before?.filter((line) => !after?.includes(line)).sort());
    expect(lines('after').sort()).toEqual(after?.filter((line) => !before?.includes(line)).sort());
    expect(differences.length).toBeGreaterThan(5);
  }));

test('the disclosure log tells by which rule each count was withheld, in both languages and without its value', () =>
  withStore(async (store) => {
    const rows = Array.from({ length: 24 }, (_, i) => ({
      product: `Produit ${i}`,
      vendor: `Éditeur ${i % 8}`,
      corridor: i < 4 ? 'Hôpital' : 'Imagerie',
      answer: String(1 + (i % 3))
    }));
    await importInto(store, {
      questionnaire: smallQuestionnaire,
      files: [answersFile('answers.csv', ...rows)]
    });
    const published = await publish(store);
    const cells = readCellsCsv(new TextDecoder().decode(named(published, 'cells.csv')));
    const withheld = cells.filter(({ status }) => status !== 'published');
    const { fingerprint } = published.json as { fingerprint: string };
    const log = await disclosureLog.read(store, fingerprint);
    if (!log) throw new Error('no log');
    expect(log.lines.map(({ cell }) => cellKey(cell))).toEqual(withheld.map(cellKey));
    const byRule = disclosureLog.logByRule(log, 'fr').rows;
    expect(byRule[0]).toEqual(['porte sur moins de 5 produits ou de 3 éditeurs', expect.any(Number)]);
    expect(byRule.reduce((sum, [, n]) => sum + Number(n), 0)).toBe(withheld.length);
    const { columns, rows: listed } = disclosureLog.logTable(log, 'en');
    expect(columns).not.toContain('value');
    expect(listed.map((row) => row.at(-1))).toContain('rests on fewer than 5 products or 3 vendors');
    expect(await disclosureLog.read(store, '0')).toBeUndefined();
  }));
