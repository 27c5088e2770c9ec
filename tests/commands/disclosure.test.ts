import { expect, test } from 'vitest';
import type { Result } from '#lib/commands/command.ts';
import { execute } from '#lib/commands/registry.ts';
import { defaultThresholds } from '#lib/maturity/publication/thresholds.ts';
import { readCellsCsv } from '#lib/reports/cells-csv.ts';
import type { Store } from '#lib/server/store.ts';
import { withStore } from '#tests/server/temp-store.ts';
import { answersFile, importInto, request, smallQuestionnaire } from './request.ts';

function disclosure(store: Store, options: Record<string, string[]> = {}): Promise<Result> {
  return execute(store, request('disclosure', { options }));
}

function text(result: Result, name: string): string {
  return new TextDecoder().decode(result.files?.find((file) => file.name === name)?.bytes);
}

/** Forty products of ten vendors; six of them, of three vendors, are the smallest corridor. */
async function importAnswers(store: Store): Promise<void> {
  const rows = Array.from({ length: 40 }, (_, i) => ({
    product: `Produit ${i}`,
    vendor: i < 6 ? `Éditeur ${i % 3}` : `Éditeur ${i % 10}`,
    corridor: i < 6 ? 'Officine' : (['Hôpital', 'Imagerie', 'Biologie'][i % 3] ?? ''),
    answer: String(1 + (i % 3))
  }));
  const files = [answersFile('answers.csv', ...rows)];
  expect((await importInto(store, { questionnaire: smallQuestionnaire, files })).exit).toBe(0);
}

async function pharmacies(store: Store, options: Record<string, string[]> = {}) {
  const publish = { campaign: ['v1'], output: ['x'], ...options };
  const published = await execute(store, request('publish', { options: publish }));
  const attained = readCellsCsv(text(published, 'cells.csv')).find(
    ({ measure, corridor, theme }) => measure === 'attained' && corridor === 'Officine' && theme === ''
  );
  const { thresholds } = JSON.parse(text(published, 'manifest.json')) as { thresholds: object };
  return { status: attained?.status, thresholds, html: text(published, 'report.html') };
}

test('publications are protected by the usual thresholds, and say so', () =>
  withStore(async (store) => {
    await importAnswers(store);
    expect((await disclosure(store)).json).toEqual({ thresholds: defaultThresholds, ground: {} });
    const { status, thresholds, html } = await pharmacies(store);
    expect([status, thresholds]).toEqual(['published', defaultThresholds]);
    expect(html).toContain('fewer than 5 products or 3 vendors');
    expect(html).toContain('Ground: trade secrets and the security of information systems.');
  }));

test('stricter settings withhold more, and every file states them with the ground that was set', () =>
  withStore(async (store) => {
    await importAnswers(store);
    const set = { threshold: ['products=7', 'medianFrom=50'], ground: ['en=Act <1> & "such"', 'fr=Loi'] };
    expect((await disclosure(store, set)).exit).toBe(0);
    const { status, thresholds, html } = await pharmacies(store);
    expect([status, thresholds]).toEqual(['withheld', { ...defaultThresholds, products: 7, medianFrom: 50 }]);
    expect(html).toContain('fewer than 7 products or 3 vendors');
    expect(html).toContain('at least 7 products of at least 3 vendors');
    expect(html).toMatch(/Ground: Act &lt;1(>|&gt;) &amp; ("|&quot;)such\2\./);
    expect(html).toContain('from 50 products on');
  }));

test('an export may be stricter than the settings and never looser, settings never looser than the usual ones', () =>
  withStore(async (store) => {
    await importAnswers(store);
    expect((await pharmacies(store, { threshold: ['products=7'] })).status).toBe('withheld');
    expect((await disclosure(store, { threshold: ['products=8'] })).exit).toBe(0);
    expect(await pharmacies(store, { threshold: ['products=5', 'vendors=4'] })).toMatchObject({
      thresholds: { ...defaultThresholds, products: 8, vendors: 4 }
    });
    const wrong = await disclosure(store, {
      threshold: ['products=4', 'vendors=3.5', 'all=9'],
      ground: ['de=x']
    });
    expect([wrong.exit, wrong.messages.join().split('\n').length]).toEqual([2, 4]);
    expect((await disclosure(store)).json).toMatchObject({ thresholds: { products: 8, vendors: 3 } });
  }));
