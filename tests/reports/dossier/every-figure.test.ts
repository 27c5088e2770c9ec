import fc from 'fast-check';
import { expect, test } from 'vitest';
import { execute } from '#lib/commands/registry.ts';
import * as campaigns from '#lib/server/campaigns.ts';
import type { Store } from '#lib/server/store.ts';
import { request } from '#tests/commands/request.ts';
import { repetitions } from '#tests/repetitions.ts';
import * as naive from '#tests/server/naive.ts';
import { randomCampaign, storeCampaign, type RandomCampaign } from '#tests/server/random-campaign.ts';
import { withStore } from '#tests/server/temp-store.ts';
import { chartLabels } from './criteria-readers.ts';
import {
  chartValues,
  csvRows,
  htmlRows,
  masked,
  pdfTokens,
  tokensOf,
  xlsxRows,
  type FigureRows
} from './figure-rows.ts';

async function codeOf(store: Store, campaign: RandomCampaign): Promise<string> {
  const { campaignId } = (await storeCampaign(store, campaign))({});
  const all = await store.read(campaigns.list);
  return all.find(({ id }) => id === campaignId)?.code ?? '';
}

async function fileOf(store: Store, campaign: string, audience: string, format: string): Promise<Uint8Array> {
  const options = { campaign: [campaign], audience: [audience], format: [format], output: ['x'] };
  const { files, messages } = await execute(store, request('report', { options, locale: 'en' }));
  if (!files?.[0]) throw new Error(messages.join());
  return files[0].bytes;
}

/** A workbook holds numbers to 15 digits, as spreadsheets do; the CSV says of masked cells what they are in words. */
function isSame(one: string | undefined, other: string | undefined): boolean {
  if (one === other) return true;
  const [a, b] = [Number(one), Number(other)];
  if (other === masked) return Number.isNaN(a);
  return one !== '' && other !== '' && Math.abs(a - b) <= 1e-12 * Math.abs(a);
}

/** The rows that `expected` has and the figure has not, one after the other, from its headings on. */
function lacking(found: string[][] | undefined, expected: string[][]): string[][] {
  const start = found?.findIndex((row) => row.join() === expected[0]?.join()) ?? -1;
  if (start < 0) return expected;
  return expected.filter((row, i) => !row.every((cell, c) => isSame(cell, found?.[start + i]?.[c] ?? '')));
}

interface Told {
  label: string;
  counts: number[];
}

function column(rows: string[][], heading: string): number {
  return rows[0]?.indexOf(heading) ?? -1;
}

/** « at target » of « applicable » of each row. */
function sharesIn(rows: string[][] = []): Told[] {
  const [attained, applicable] = [column(rows, 'At target'), column(rows, 'Applicable')];
  return rows.slice(1).map((row) => ({
    label: row[0] ?? '',
    counts: [Number(row[attained]), Number(row[applicable])]
  }));
}

function bandsIn(rows: string[][] = []): number[] {
  return rows.slice(1).map((row) => Number(row[column(rows, 'Products')]));
}

type Rows = naive.NaiveView['products'];

function sharesOf(
  groups: string[],
  rowsOf: (group: string) => Rows,
  labelOf = (group: string) => group
): Told[] {
  const sum = (rows: Rows, of: 'attained' | 'applicable') => rows.reduce((total, row) => total + row[of], 0);
  return groups
    .map((group) => ({ group, rows: rowsOf(group) }))
    .map(({ group, rows }) => ({
      label: labelOf(group),
      counts: [sum(rows, 'attained'), sum(rows, 'applicable')]
    }));
}

function sorted(told: Told[]): Told[] {
  return [...told].sort((a, b) => (a.label < b.label ? -1 : 1));
}

/** Recomputed from the rows, in plain loops. */
function expectedOf({ criteria, products }: RandomCampaign) {
  const { products: rows } = naive.viewOf(criteria, products, {});
  const names = ['0-20', '20-60', '60-80', '80-100'];
  const themes = [...new Set(criteria.map(({ theme }) => theme))];
  const corridors = [...new Set(products.map(({ corridor }) => corridor))];
  const inCorridor = (corridor: string) => rows.filter(({ product }) => product.corridor === corridor);
  const rated = corridors.map(inCorridor).map((own) => own.filter(({ band }) => band !== null));
  return {
    /** Of each corridor, « products in the highest band of products rated ». */
    tops: rated.map((own) => `${own.filter(({ band }) => band === '80-100').length} of ${own.length}`),
    bands: names.map((name) => rows.filter(({ band }) => band === name).length),
    themes: sharesOf(themes, (theme) => naive.viewOf(criteria, products, { theme: [theme] }).products),
    corridors: sharesOf(corridors, inCorridor, (corridor) =>
      corridor === '' ? 'Without corridor' : corridor
    )
  };
}

/** Whether the label's words are followed, not far on, by these numbers in this order. */
function isTold(tokens: string[], { label, counts }: Told): boolean {
  const words = tokensOf(label);
  const starts = tokens.flatMap((_, i) =>
    words.every((word, w) => tokens[i + w] === word) ? [i + words.length] : []
  );
  return starts.some((start) => {
    let at = start;
    return counts.every((count) => {
      const next = tokens.indexOf(String(count), at);
      at = next + 1;
      return next >= 0 && next < start + 12;
    });
  });
}

async function expectAlike(store: Store, code: string, audience: string): Promise<FigureRows> {
  const rows = await csvRows(await fileOf(store, code, audience, 'csv'));
  const html = htmlRows(await fileOf(store, code, audience, 'html'));
  const xlsx = await xlsxRows(await fileOf(store, code, audience, 'xlsx'), rows.keys());
  for (const [name, expected] of rows) {
    expect([name, lacking(html.get(name), expected)]).toEqual([name, []]);
    expect([name, lacking(xlsx.get(name), expected)]).toEqual([name, []]);
  }
  return rows;
}

/** A dimension with a single value is not broken down. */
function brokenDown(told: Told[]): Told[] {
  return told.length < 2 ? [] : told;
}

test('of random campaigns every figure’s rows are the same in CSV, XLSX and HTML, and those of the answers', () =>
  withStore(async (store) => {
    const property = fc.asyncProperty(randomCampaign, async (campaign) => {
      const code = await codeOf(store, campaign);
      await expectAlike(store, code, 'public');
      const rows = await expectAlike(store, code, 'internal');
      if (campaign.products.length === 0) return;
      const expected = expectedOf(campaign);
      expect(bandsIn(rows.get('bands'))).toEqual(expected.bands);
      expect(sorted(sharesIn(rows.get('themes')))).toEqual(sorted(brokenDown(expected.themes)));
      expect(sorted(sharesIn(rows.get('corridors')))).toEqual(sorted(brokenDown(expected.corridors)));
    });
    await fc.assert(property, { numRuns: repetitions(3) });
  }));

/** Enough products that charts are drawn of them. */
const drawn = randomCampaign.filter(({ products }) => products.length > 5);

test('of random campaigns the pages of the PDF and the native charts of the slides tell the same counts', () =>
  withStore(async (store) => {
    const property = fc.asyncProperty(drawn, async (campaign) => {
      const code = await codeOf(store, campaign);
      const { bands, themes, corridors, tops } = expectedOf(campaign);
      const tokens = pdfTokens(await fileOf(store, code, 'internal', 'pdf'));
      const pptx = await fileOf(store, code, 'internal', 'pptx');
      const bandNames = ['under 20%', '20 to 60%', '60 to 80%', '80% and over'];
      const told = [
        ...bands.map((count, i) => ({ label: bandNames[i] ?? '', counts: [count] })),
        ...brokenDown(themes),
        ...brokenDown(corridors)
      ];
      expect(told.filter((one) => !isTold(tokens, one))).toEqual([]);
      expect(await chartValues(pptx)).toContainEqual(bands);
      const labels = await chartLabels(pptx);
      const shares = [
        ...brokenDown(themes).map(({ counts }) => counts.join(' of ')),
        ...(tops.length > 1 ? tops : [])
      ].filter((share) => !share.endsWith(' of 0'));
      expect(shares.filter((share) => !labels.has(share))).toEqual([]);
    });
    await fc.assert(property, { numRuns: repetitions(2) });
  }));
