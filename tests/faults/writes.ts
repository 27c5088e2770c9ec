import path from 'node:path';
import { Readable } from 'node:stream';
import type { Request } from '#lib/commands/command.ts';
import { storeExpected } from '#lib/commands/expected-list.ts';
import { setMarking } from '#lib/reports/dossier/internal-dossier.ts';
import { pack } from '#lib/server/backup/pack.ts';
import * as snapshot from '#lib/server/backup/snapshot.ts';
import * as comments from '#lib/server/comments.ts';
import * as distinctNames from '#lib/server/distinct-names.ts';
import * as savedViews from '#lib/server/saved-views.ts';
import * as shareLinks from '#lib/server/share-links.ts';
import * as staging from '#lib/server/staging.ts';
import type { Store } from '#lib/server/store.ts';
import * as treatments from '#lib/server/treatments.ts';
import { auditRow, controlRow } from '#tests/ingest/audit-row.ts';
import { delimited, file } from '#tests/ingest/builders.ts';
import { answers, asked, campaign, correction, doneOn, opinions, product, secret } from './base-store.ts';

type Write = (store: Store) => Promise<unknown>;

const forms = delimited(
  Array.from({ length: 30 }, (_, i) => auditRow({ vendor: `V${i % 12}`, product: `P${i}` }))
);
const requirements = delimited(
  ['Q1', 'Q2'].map((criterion, i) => ({ code: `SSI/${i}`, criterion, level: '2', status: 'mandatory' }))
);
const scenario = (verb: string, options: Record<string, string> = {}, rest: Partial<Request> = {}) =>
  asked(`scenario ${verb}`, { ...campaign, name: 'Socle', ...options }, rest);
const vendors = (from: string, to: string) => asked('rename-vendor', { to }, { positionals: [from] });

/** Every write that a person can ask for by command. */
const commands: Request[] = [
  asked('import', campaign, { files: { _: [answers(150, 2)] } }),
  asked('undo', {}, { positionals: ['2'] }),
  asked('redo', {}, { positionals: ['3'] }),
  asked('campaign', { status: 'final' }, { positionals: ['v1'] }),
  asked('correct', { ...correction, product: product(3), level: '1' }),
  asked('contest', { ...correction, product: product(4) }),
  asked('retract', {}, { positionals: ['1'] }),
  asked('merge', { into: product(13) }, { positionals: [product(1)] }),
  asked('rename', { product: 'P7 Plus' }, { positionals: [product(7)] }),
  vendors('V3', 'V3 Groupe'),
  asked('unmerge', {}, { positionals: ['1'] }),
  scenario('import', { name: 'Lu' }, { files: { _: [file(requirements, 'scenario.csv')] } }),
  scenario('create', { name: 'Neuf' }),
  scenario('duplicate', { from: 'Socle', name: 'Double' }),
  scenario('rename', { to: 'Socle 2' }),
  scenario('freeze'),
  scenario('remove'),
  scenario('restore', { name: 'Retiré' }),
  asked('comments import', campaign, { files: { _: [opinions(200)] } }),
  asked('audits import', campaign, {
    files: { _: [file(forms, 'forms.csv')], controls: [file(delimited([controlRow()]), 'map.csv')] }
  }),
  asked('publish', { ...campaign, output: 'folder' }),
  asked('disclosure', { threshold: 'products=8' }),
  asked('user add', { role: 'reader' }, { positionals: ['Cyr'], secret }),
  asked('user role', {}, { positionals: ['Bea', 'reader'] }),
  asked('user recover', {}, { positionals: ['Bea'], secret }),
  asked('user close', {}, { positionals: ['Bea'] }),
  asked('purge', {}, { positionals: [product(5)] })
];

async function treat(store: Store): Promise<void> {
  await store.write(async (db) => {
    const [comment] = await comments.list(db, 1);
    const target = comment?.key ?? '';
    await treatments.create(db, { campaignId: 1, target, decision: 'retained', reason: '' });
  });
}

function share(store: Store): Promise<unknown> {
  return store.write((db) =>
    shareLinks.create(db, {
      tokenSha256: '0'.repeat(64),
      campaignId: 1,
      productId: product(8),
      recipient: 'CHU',
      requestedOn: '2026-01-02',
      reference: 'REF',
      password: null,
      createdBy: null,
      expiresOn: '2026-12-31',
      mostViews: null
    })
  );
}

async function upload({ dir }: Store): Promise<void> {
  const draft = await staging.begin(dir);
  const bytes = Readable.from([Buffer.alloc(60_000, 'a'), Buffer.alloc(60_000, 'b')]);
  await staging.add(draft, { name: 'held.csv', role: 'answers' }, bytes);
  await staging.finish(draft, { campaign: 'v1', campaignName: '', questionnaireOf: '' });
}

const expected = file(delimited([{ product: 'Attendu', vendor: 'V1', corridor: '' }]), 'expected.csv');

/** What is written through pages alone, and a backup, which is taken while others write. */
const others: Record<string, Write> = {
  'saved view': (store) => store.write((db) => savedViews.save(db, { name: 'Vue', address: '/criteria' })),
  'treatment of a comment': treat,
  'list of expected products': (store) => storeExpected(store, 1, expected),
  'names kept apart': (store) =>
    store.write((db) =>
      distinctNames.create(db, { vendor: 'V1', product: 'P1' }, { vendor: 'V1', product: 'P1 bis' })
    ),
  'share link': share,
  marking: (store) => setMarking(store, 'DIFFUSION RESTREINTE'),
  upload,
  backup: async (store) =>
    pack(snapshot.placeOf(store.dir, await snapshot.take(store)), path.join(store.dir, 'taken'))
};

export const writes: ReadonlyMap<string, Write> = new Map([
  ...commands.map((request): [string, Write] => [request.command, (store) => doneOn(store, request)]),
  ...Object.entries(others)
]);

export function write(store: Store, kind: string): Promise<unknown> {
  const done = writes.get(kind);
  if (!done) throw new Error(`no such write: ${kind}`);
  return done(store);
}
