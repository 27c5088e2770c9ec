import { expect, test } from 'vitest';
import type { Result } from '#lib/commands/command.ts';
import { execute } from '#lib/commands/registry.ts';
import { audit } from '#lib/maturity/disclosure-audit/audit.ts';
import type { Cell } from '#lib/maturity/publication/cell.ts';
import { countingSections } from '#lib/maturity/publication/sections.ts';
import { readCellsCsv } from '#lib/reports/cells-csv.ts';
import type { Store } from '#lib/server/store.ts';
import { criterionRow, delimited, file } from '#tests/ingest/builders.ts';
import { partsOf } from '#tests/reports/parts.ts';
import { withStore } from '#tests/server/temp-store.ts';
import { answersFile, importInto, request, smallQuestionnaire } from './request.ts';

const twoThemes = file(
  delimited([criterionRow(), criterionRow({ code: 'Q2', scope: 'conditional', theme: 'Journaux' })]),
  'questionnaire.csv'
);

/** So many products of ten vendors in two corridors. */
async function importProducts(
  store: Store,
  count: number,
  campaign = 'v1',
  questionnaire = smallQuestionnaire
): Promise<void> {
  const rows = Array.from({ length: 2 * count }, (_, at) => {
    const [i, criterion] = [at >> 1, at % 2 === 0 ? 'Q1' : 'Q2'];
    return {
      product: `Produit ${i}`,
      vendor: `Éditeur ${i % 10}`,
      corridor: i % 3 === 0 ? 'Hôpital' : 'Imagerie',
      criterion,
      answer: criterion === 'Q2' && i % 5 === 0 ? 'NA' : String(1 + ((i + (at % 2) * 7) % 3))
    };
  });
  const files = [answersFile(`${campaign}-${count}.csv`, ...rows)];
  const { exit } = await importInto(store, { campaign, questionnaire, files });
  expect(exit).toBe(0);
}

interface Variant {
  cells: Cell[];
  isPreview: boolean;
}

async function read(result: Result): Promise<Variant> {
  const [file] = result.files ?? [];
  if (!file) throw new Error(result.messages.join());
  const parts = await partsOf(file.bytes);
  const readMe = String(parts.get('read-me.txt'));
  return {
    cells: readCellsCsv(String(parts.get('cells.csv'))),
    isPreview: readMe.includes('PREVIEW, NOT FOR DISTRIBUTION')
  };
}

function report(store: Store, more: Record<string, string[]> = {}): Promise<Variant> {
  const options = { campaign: ['v1'], audience: ['public'], format: ['csv'], output: ['x'], ...more };
  return execute(store, request('report', { options })).then(read);
}

function publish(store: Store): Promise<Result> {
  return execute(store, request('publish', { options: { campaign: ['v1'], output: ['x'] } }));
}

function combined({ cells }: Variant, earlier: Variant) {
  const criteria = [
    { code: 'Q1', theme: 'Accès', scope: 'common' as const, levels: 3, target: 2 },
    { code: 'Q2', theme: 'Accès', scope: 'conditional' as const, levels: 3, target: 2 }
  ];
  return audit({ cells, earlier: [earlier.cells], campaigns: [{ code: 'v1', criteria, seats: [] }] });
}

test('two public reports that nobody froze tell one product together, so neither may be handed on', () =>
  withStore(async (store) => {
    await importProducts(store, 30);
    const before = await report(store);
    await importProducts(store, 31);
    const after = await report(store);
    expect((await combined(after, before)).map(({ kind }) => kind)).toContain('difference');
    expect([before.isPreview, after.isPreview]).toEqual([true, true]);
  }));

test('what may be handed on tells nothing together that one frozen publication does not', () =>
  withStore(async (store) => {
    await importProducts(store, 25, 'v0');
    await importProducts(store, 30);
    expect((await publish(store)).exit).toBe(0);
    const sections = ['bands', 'criteria', 'criteria-by-corridor'];
    const variants = await Promise.all([
      report(store),
      report(store, { sections: ['bands'] }),
      report(store, { sections }),
      report(store, { from: ['v0'] })
    ]);
    expect(variants.map(({ isPreview }) => isPreview)).toEqual([false, false, true, true]);
    const [whole, bands] = variants;
    expect(bands.cells.every(({ criterion }) => criterion === '')).toBe(true);
    expect(await combined(whole, bands)).toEqual([]);
    // once the answers have moved, nothing of them may be handed on until it can be published again
    await importProducts(store, 60);
    expect((await report(store)).isPreview).toBe(true);
    expect((await publish(store)).exit).toBe(0);
    expect((await report(store)).isPreview).toBe(false);
  }));

/** `68 of 71 products`, `68/71` in what people read, but for numbers of criteria. */
function pairsIn(html: string): string[] {
  const text = html.replace(/<(style|script)[^]*?<\/\1>/g, '').replace(/<[^>]+>/g, ' ');
  const pairs = text.matchAll(/(\d+)(?: products?)?(?: of |\/)(\d+)\b(?! criteria| vendors)/g);
  return [...pairs].map(([, n, N]) => `${n} of ${N}`);
}

/** What the cells tell as such: attained of applicable, a band of the products rated, or bands side by side. */
function pairsOf(cells: Cell[]): Set<string> {
  const value = (measure: string, { criterion, theme, corridor }: Cell) =>
    cells.find(
      (cell) =>
        cell.measure === measure &&
        cell.band === '' &&
        cell.criterion === criterion &&
        cell.theme === theme &&
        cell.corridor === corridor
    )?.value;
  const bands = cells.filter(({ band, theme, corridor }) => band !== '' && theme + corridor === '');
  const sums = bands.flatMap((_, from) =>
    bands.map((band, to) => {
      const parts = bands.slice(from, to + 1).map((one) => one.value ?? 0);
      return `${parts.reduce((sum, part) => sum + part, 0)} of ${value('rated', band)}`;
    })
  );
  const alone = cells.map((cell) => `${cell.value} of ${value(cell.band ? 'rated' : 'applicable', cell)}`);
  return new Set([...alone, ...sums]);
}

test('a report of one section alone states no count that its cells.csv lacks', () =>
  withStore(async (store) => {
    await importProducts(store, 60, 'v1', twoThemes);
    for (const section of countingSections.filter((one) => one !== 'evolution')) {
      const { cells } = await report(store, { sections: [section] });
      const options = { campaign: ['v1'], audience: ['public'], output: ['x'], sections: [section] };
      const html = await execute(store, request('report', { options: { ...options, format: ['html'] } }));
      const stated = pairsIn(Buffer.from(html.files?.[0]?.bytes ?? []).toString('utf8'));
      const told = pairsOf(cells);
      expect([section, stated.length > 0, stated.filter((pair) => !told.has(pair))]).toEqual([
        section,
        true,
        []
      ]);
    }
  }));

test('answers that are again what they were give the same publication again, also after one that withheld a corridor', () =>
  withStore(async (store) => {
    const printed = async () => {
      const published = await publish(store);
      expect(published.messages).toEqual([]);
      const cells = readCellsCsv(Buffer.from(published.files?.[0]?.bytes ?? []).toString('utf8'));
      const imaging = cells.filter(({ corridor, band }) => corridor === 'Imagerie' && band !== '');
      return { fingerprint: published.text, isPrinted: imaging.every(({ value }) => value !== null) };
    };
    // thirty products in each of three corridors; ten of the first change, and two of the second
    const importAll = async (file: string, changed: (i: number) => boolean) => {
      const rows = Array.from({ length: 90 }, (_, i) => ({
        product: `Produit ${i}`,
        vendor: `Éditeur ${i % 12}`,
        corridor: ['Hôpital', 'Imagerie', 'Officine'][Math.floor(i / 30)] ?? '',
        answer: String(1 + ((i + (changed(i) ? 1 : 0)) % 3))
      }));
      const files = [answersFile(file, ...rows)];
      expect((await importInto(store, { questionnaire: smallQuestionnaire, files })).exit).toBe(0);
    };
    await importAll('first.csv', () => false);
    const first = await printed();
    await importAll('second.csv', (i) => i < 10 || i === 40 || i === 50);
    const second = await printed();
    await importAll('third.csv', () => false);
    expect([first.isPrinted, second.isPrinted]).toEqual([true, false]);
    expect(await printed()).toEqual(first);
  }));

test('a report looks back only, a public one only where it is told to, and says what it is', () =>
  withStore(async (store) => {
    await importProducts(store, 30, 'v0');
    await importProducts(store, 30, 'v1');
    const asked = (more: Record<string, string[]>) => {
      const options = { campaign: ['v1'], audience: ['public'], format: ['csv'], output: ['x.csv'], ...more };
      return execute(store, request('report', { options }));
    };
    expect(await asked({ campaign: ['v0'], from: ['v1'] })).toMatchObject({
      exit: 2,
      messages: [expect.stringContaining('not earlier than v0: v1')]
    });
    const preview = await asked({});
    expect(preview.messages).toEqual([
      expect.any(String),
      expect.stringContaining('PREVIEW'),
      'x.csv: a .zip file'
    ]);
    await publish(store);
    expect((await asked({ output: ['x.zip'] })).messages).toEqual([expect.any(String)]);
    expect((await asked({ from: ['v0'] })).messages).toContainEqual(expect.stringContaining('PREVIEW'));
  }));
