import { expect, test } from 'vitest';
import { execute } from '#lib/commands/registry.ts';
import type { AuditsAnswer } from '#lib/reports/audits-answer.ts';
import * as imports from '#lib/server/imports.ts';
import { contents, type Store } from '#lib/server/store.ts';
import { auditRow, controlRow } from '#tests/ingest/audit-row.ts';
import { delimited, file, type Row } from '#tests/ingest/builders.ts';
import { withStore } from '#tests/server/temp-store.ts';
import { answersFile, importInto, request, smallQuestionnaire } from './request.ts';

const map = [controlRow(), controlRow({ control: 'C-02', severity: 'medium', criterion: 'Q2' })];

function bring(store: Store, rows: Row[], controls: Row[] = map) {
  const files = {
    _: [file(delimited(rows.map(auditRow)), 'forms.csv')],
    controls: [file(delimited(controls), 'map.csv')]
  };
  return execute(store, request('audits import', { options: { campaign: ['v1'] }, files }));
}

async function show(store: Store, options: Record<string, string[]> = {}): Promise<AuditsAnswer> {
  const result = await execute(store, request('audits show', { options: { campaign: ['v1'], ...options } }));
  return result.json as AuditsAnswer;
}

/** Alpha is at target on Q1 and Q2, Beta on Q2 alone. */
function withCampaign(work: (store: Store) => Promise<void>): Promise<void> {
  return withStore(async (store) => {
    await importInto(store, {
      questionnaire: smallQuestionnaire,
      files: [
        answersFile(
          'a.csv',
          { answer: '3' },
          { criterion: 'Q2', answer: '2' },
          { product: 'Beta', answer: '1' },
          { product: 'Beta', criterion: 'Q2', answer: '3', corridor: '' }
        )
      ]
    });
    await work(store);
  });
}

test('forms are stored with their map; gaps count what is declared at target alone, by criterion and product', () =>
  withCampaign(async (store) => {
    const stored = await bring(store, [
      { result: 'nonconforming' },
      { control: 'C-02' },
      { product: 'Beta', result: 'nonconforming', evidence_date: '2025-06-01' },
      { product: 'Gamma', vendor: 'Ailleurs' }
    ]);
    expect(stored).toMatchObject({
      exit: 0,
      text: 'v1: 3 products of 2 vendors, 4 results of controls stored\n',
      json: {
        stored: true,
        files: [
          { name: 'map.csv', rows: 2 },
          { name: 'forms.csv', rows: 4 }
        ],
        accepted: { vendors: 2, products: 3, results: 4 },
        issues: [{ severity: 'warning', code: 'unknown_product', line: 5, value: 'Gamma' }]
      }
    });
    expect(await show(store)).toMatchObject({
      forms: 3,
      limits: { high: 0, medium: 10 },
      eligible: 0,
      pooled: { tested: 2, gaps: 1 },
      withGap: { tested: 1, gaps: 1 },
      criteria: [
        { criterion: 'Q1', tested: 1, gaps: 1, rate: 1 },
        { criterion: 'Q2', tested: 1, gaps: 0, rate: 0 }
      ],
      products: [
        {
          product: 'Alpha',
          tested: 2,
          gaps: 1,
          oldEvidence: 0,
          passi: 'valid',
          nonconforming: { high: 1, medium: 0 },
          eligible: false,
          cells: [
            { criterion: 'Q1', state: 'gap' },
            { criterion: 'Q2', state: 'confirmed' }
          ]
        },
        {
          product: 'Beta',
          tested: 0,
          rate: null,
          oldEvidence: 1,
          cells: [{ state: 'below' }, { state: 'untested' }]
        }
      ],
      outside: [{ product: 'Gamma', vendor: 'Ailleurs', filedAt: '2026-06-01' }]
    });
    expect((await show(store, { high: ['1'] })).eligible).toBe(2);
    expect((await show(store, { theme: ['nulle part'] })).criteria).toEqual([]);
    const csv = await execute(store, request('audits show', { options: { campaign: ['v1'] } }));
    expect(csv.text.split('\r\n')[1]).toMatch(/^[0-9a-f]{12},Alpha,Acme,2026-06-01,Q1,gap$/);
  }));

test('the same files again change nothing and say so; a later filing replaces, and undone gives way again', () =>
  withCampaign(async (store) => {
    await bring(store, [{}]);
    const before = await store.read(contents);
    expect(await bring(store, [{}])).toMatchObject({
      exit: 0,
      json: { stored: false, issues: [{ code: 'already_imported' }] }
    });
    expect(await store.read(contents)).toEqual(before);
    // another severity of the same control is another map, and so another import
    expect(await bring(store, [{}], [controlRow({ severity: 'medium' })])).toMatchObject({
      json: { stored: true }
    });
    await bring(store, [{ filed_at: '2026-07-01', result: 'nonconforming' }]);
    await bring(store, [{ filed_at: '2026-05-01' }]);
    const filed = async () => (await show(store)).products.map(({ filedAt, gaps }) => [filedAt, gaps]);
    expect(await filed()).toEqual([['2026-07-01', 1]]);
    const [, latest] = await store.read(imports.list);
    expect(latest).toMatchObject({ kind: 'audits', records: 1, files: ['map.csv', 'forms.csv'] });
    await execute(store, request('undo', { positionals: [String(latest?.id)] }));
    expect(await filed()).toEqual([['2026-06-01', 0]]);
  }));

test('an error in map or forms stores nothing; all are reported at once', () =>
  withCampaign(async (store) => {
    const before = await store.read(contents);
    const refused = await bring(
      store,
      [{ control: 'C-02' }, { result: 'bof' }],
      [controlRow(), controlRow({ control: 'C-02', severity: 'grave' })]
    );
    expect(refused).toMatchObject({
      exit: 1,
      json: {
        stored: false,
        issues: [
          { file: 'map.csv', line: 3, column: 'severity', code: 'unknown_severity' },
          { file: 'forms.csv', line: 3, column: 'result', code: 'unknown_result' }
        ]
      }
    });
    expect(await store.read(contents)).toEqual(before);
    const bare = { _: [file(delimited([auditRow()]))] };
    const without = request('audits import', { options: { campaign: ['v1'] }, files: bare });
    expect((await execute(store, without)).exit).toBe(2);
    const bad = request('audits show', { options: { campaign: ['v1'], high: ['peu'] } });
    expect((await execute(store, bad)).exit).toBe(2);
  }));

test('a scenario says what would become of it if the gap found held for all', () =>
  withCampaign(async (store) => {
    const files = { _: [file(delimited([{ criterion: 'Q2', level: '2' }]), 's.csv')] };
    await execute(store, request('scenario import', { options: { campaign: ['v1'], name: ['A'] }, files }));
    expect((await show(store)).scenarios).toEqual([
      { name: 'A', declared: 2, audited: 0, gaps: 0, low: null, high: null }
    ]);
    await bring(store, [{ control: 'C-02', result: 'nonconforming' }]);
    // Wilson for 1 of 1: 20.65 to 100 %; 0 + 1 × (1 − …)
    expect((await show(store)).scenarios).toEqual([
      { name: 'A', declared: 2, audited: 1, gaps: 1, low: 0, high: 1 }
    ]);
  }));
