import { expect, test } from 'vitest';
import { execute } from '#lib/commands/registry.ts';
import type { ConsultationAnswer } from '#lib/reports/consultation-answer.ts';
import * as campaigns from '#lib/server/campaigns.ts';
import * as imports from '#lib/server/imports.ts';
import { contents, type Store } from '#lib/server/store.ts';
import * as treatments from '#lib/server/treatments.ts';
import { delimited, file, type Row } from '#tests/ingest/builders.ts';
import { commentRow } from '#tests/ingest/comment-row.ts';
import { withStore } from '#tests/server/temp-store.ts';
import { answersFile, importInto, request, smallQuestionnaire } from './request.ts';

interface Answer {
  exit: number;
  json: {
    stored: boolean;
    accepted: object;
    issues: { code: string; line: number | null; message: string }[];
  };
  text: string;
}

function bring(store: Store, ...rows: Row[]): Promise<Answer> {
  const files = { _: [file(delimited(rows.map(commentRow)), 'c.csv')] };
  return execute(
    store,
    request('comments import', { options: { campaign: ['v1'] }, files })
  ) as Promise<Answer>;
}

async function show(store: Store): Promise<ConsultationAnswer> {
  const result = await execute(store, request('comments show', { options: { campaign: ['v1'] } }));
  return result.json as ConsultationAnswer;
}

function withCampaign(work: (store: Store) => Promise<void>): Promise<void> {
  return withStore(async (store) => {
    await importInto(store, {
      questionnaire: smallQuestionnaire,
      files: [answersFile('a.csv', { answer: '3' })]
    });
    await work(store);
  });
}

test('comments are stored once, counted by organisation and shown beside the criterion’s attainment', () =>
  withCampaign(async (store) => {
    const stored = await bring(
      store,
      { comment: 'Trop tôt !', stance: 'opposed' },
      { comment: 'trop  tôt', stance: 'opposed', organisation: 'Orveal' },
      { comment: 'Trop tôt', stance: 'opposed', organisation: 'ORVEAL' },
      { code: 'IAM/2', criterion: '', organisation: 'Orveal' }
    );
    expect(stored).toMatchObject({
      exit: 0,
      json: {
        campaign: 'v1',
        stored: true,
        files: [{ name: 'c.csv', delimiter: ',', encoding: 'utf-8', rows: 4 }],
        accepted: { comments: 4, organisations: 2 },
        issues: [{ severity: 'warning', code: 'unknown_requirement', line: 5, value: 'IAM/2' }]
      }
    });
    const shown = await show(store);
    expect(shown).toMatchObject({
      comments: 4,
      organisations: 2,
      stances: { favourable: 1, reserved: 0, opposed: 2 },
      treatments: { retained: 0, partly: 0, not_retained: 0, none: 4 },
      requirements: [
        { code: 'IAM/2', criterion: null, applicable: null, attained: null, rate: null, favourable: 1 },
        {
          code: 'SSI/GEN.18',
          criterion: 'Q1',
          applicable: 1,
          attained: 1,
          rate: 1,
          organisations: 2,
          opposed: 2
        }
      ]
    });
    expect(shown.requirements[1]?.groups).toHaveLength(1);
    expect(shown.requirements[1]?.groups[0]?.organisations).toHaveLength(2);
  }));

test('the same file again changes nothing and says so; a file with more adds the rest; undone it is gone', () =>
  withCampaign(async (store) => {
    await bring(store, {}, { organisation: 'B' });
    const before = await store.read(contents);
    expect(await bring(store, {}, { organisation: 'B' })).toMatchObject({
      exit: 0,
      json: { stored: false, issues: [{ code: 'already_imported', severity: 'warning' }] },
      text: 'v1: nothing stored\n'
    });
    expect(await store.read(contents)).toEqual(before);
    await bring(store, {}, { organisation: 'B' }, { organisation: 'C' });
    expect((await show(store)).comments).toBe(3);
    const [last, first] = await store.read(imports.list);
    expect(last).toMatchObject({ kind: 'comments', records: 3, files: ['c.csv'], undone: false });
    // what both imports hold stays when one is taken back
    await execute(store, request('undo', { positionals: [String(first?.id)] }));
    expect((await show(store)).comments).toBe(3);
    await execute(store, request('undo', { positionals: [String(last?.id)] }));
    expect((await show(store)).comments).toBe(0);
    await execute(store, request('redo', { positionals: [String(first?.id)] }));
    expect((await show(store)).comments).toBe(2);
  }));

test('with one error nothing is stored; unknown campaigns and missing options are told apart', () =>
  withCampaign(async (store) => {
    const before = await store.read(contents);
    const refused = await bring(store, {}, { stance: 'neutre' });
    expect(refused).toMatchObject({
      exit: 1,
      json: { stored: false, issues: [{ code: 'unknown_stance', line: 3 }] }
    });
    expect(refused.json.issues[0]?.message).toContain('“neutre”');
    expect(await store.read(contents)).toEqual(before);
    const nowhere = request('comments show', { options: { campaign: ['v9'] } });
    expect((await execute(store, nowhere)).exit).toBe(1);
    expect((await execute(store, request('comments show'))).exit).toBe(2);
  }));

test('a treatment counts for a group or one comment, needs its reason, and stays in the history', () =>
  withCampaign(async (store) => {
    await bring(store, { organisation: 'A' }, { organisation: 'B' });
    const campaign = await store.read((db) => campaigns.find(db, 'v1'));
    const campaignId = campaign?.id ?? 0;
    const [group] = (await show(store)).requirements[0]?.groups ?? [];
    const decide = (target: string, decision: treatments.NewTreatment['decision'], reason = '') =>
      store.write((db) => treatments.create(db, { campaignId, target, decision, reason, by: 'Léa' }));
    expect(await decide(group?.key ?? '', 'not_retained')).toBe('no_reason');
    expect(await decide('nothing', 'retained')).toBe('unknown_comment');
    expect(await decide(group?.key ?? '', 'not_retained', ' trop cher ')).toBeUndefined();
    expect((await show(store)).treatments).toMatchObject({ not_retained: 2, none: 0 });
    expect(await decide(group?.key ?? '', 'retained')).toBeUndefined();
    expect((await show(store)).treatments).toMatchObject({ retained: 2, not_retained: 0 });
    const csv = await execute(store, request('comments show', { options: { campaign: ['v1'] } }));
    expect(csv.text).toMatch(/^code,criterion,stance,comment,organisations,organisation_count/);
    expect(csv.text).toContain('A; B,2,Fédération,2026-05-04,retained');
    expect(await decide(group?.key ?? '', null)).toBeUndefined();
    expect((await show(store)).treatments.none).toBe(2);
    const history = await store.read((db) => treatments.history(db, campaignId));
    expect(history.map(({ decision, reason, by }) => [decision, reason, by])).toEqual([
      [null, '', 'Léa'],
      ['retained', '', 'Léa'],
      ['not_retained', 'trop cher', 'Léa']
    ]);
  }));

test('a requirement’s code is known from a scenario, whichever came first, and attainment is at the level that it asks', () =>
  withCampaign(async (store) => {
    const unknown = { code: 'ie/2', criterion: '' };
    expect((await bring(store, unknown)).json.issues).toMatchObject([{ code: 'unknown_requirement' }]);
    expect((await show(store)).requirements).toMatchObject([
      { criterion: null, level: null, attained: null }
    ]);
    const files = { _: [file(delimited([{ criterion: 'Q1', level: '3', code: 'IE/2' }]), 's.csv')] };
    await execute(store, request('scenario import', { options: { campaign: ['v1'], name: ['A'] }, files }));
    expect((await show(store)).requirements).toMatchObject([
      { code: 'ie/2', criterion: 'Q1', level: 3, applicable: 1, attained: 1 }
    ]);
    expect((await bring(store, { ...unknown, organisation: 'B' })).json.issues).toEqual([]);
    // named by its criterion alone, a comment is about the questionnaire's target
    await bring(store, { code: '' });
    expect((await show(store)).requirements[1]).toMatchObject({ code: null, criterion: 'Q1', level: 2 });
  }));
