import { execute } from '#lib/commands/registry.ts';
import type { Request } from '#lib/commands/command.ts';
import { openStore, type Store } from '#lib/server/store.ts';
import { auditRow, controlRow } from '#tests/ingest/audit-row.ts';
import { criterionRow, delimited, file, type Row } from '#tests/ingest/builders.ts';
import { request } from '#tests/commands/request.ts';
import { productId } from '#lib/server/product-id.ts';

const codes = Array.from({ length: 20 }, (_, i) => `Q${i + 1}`);
const questionnaire = file(
  delimited(
    codes.map((code, i) =>
      criterionRow({ code, theme: `Thème ${i % 3}`, scope: i % 4 === 3 ? 'conditional' : 'common' })
    )
  ),
  'questionnaire.csv'
);

/** One response a product, its levels turned by `turn`. */
function answers(products: number, turn: number) {
  const rows = Array.from({ length: products }, (_, p): Row => ({
    product: `P${p}`,
    vendor: `V${p % 12}`,
    corridor: ['Hôpital', 'Imagerie'][p % 2] ?? '',
    submitted_at: `2025-0${1 + turn}-01`,
    ...Object.fromEntries(codes.map((code, i) => [code, String(1 + ((p + i + turn) % 3))]))
  }));
  return file(delimited(rows), `answers-${turn}.csv`);
}

export const comments = file(
  delimited(
    Array.from({ length: 200 }, (_, i) => ({
      criterion: codes[i % codes.length] ?? '',
      organisation: `Organisation ${i}`,
      organisation_type: 'Éditeur',
      stance: 'reserved',
      comment: `Délai ${i}`
    }))
  ),
  'comments.csv'
);

export const audits = {
  _: [
    file(
      delimited(Array.from({ length: 30 }, (_, i) => auditRow({ vendor: `V${i % 12}`, product: `P${i}` }))),
      'forms.csv'
    )
  ],
  controls: [file(delimited([controlRow()]), 'map.csv')]
};

function asked(command: string, options: Record<string, string>, rest: Partial<Request> = {}): Request {
  const lists = Object.fromEntries(Object.entries(options).map(([name, value]) => [name, [value]]));
  return request(command, { options: lists, ...rest });
}

const product = (i: number) => productId(`V${i % 12}`, `P${i}`);
const campaign = { campaign: 'v1' };

/** What the base holds: something of every kind, so that each kind of write has something to change. */
const base: Request[] = [
  asked('import', campaign, { files: { _: [answers(60, 0)], questionnaire: [questionnaire] } }),
  asked('import', campaign, { files: { _: [answers(60, 1)] } }),
  asked('scenario create', { ...campaign, name: 'Socle' }),
  asked('merge', { into: product(12) }, { positionals: [product(0)] })
];

/** A write of every kind that a person can ask for by command. */
export const writes: Record<string, Request> = {
  import: asked('import', campaign, { files: { _: [answers(150, 2)] } }),
  undo: asked('undo', {}, { positionals: ['2'] }),
  correction: asked('correct', {
    ...campaign,
    product: product(3),
    criterion: 'Q1',
    level: '3',
    reason: 'relu'
  }),
  'scenario edit': asked('scenario rename', { ...campaign, name: 'Socle', to: 'Socle 2' }),
  publication: asked('publish', { ...campaign, output: 'folder' }),
  comments: asked('comments import', campaign, { files: { _: [comments] } }),
  audits: asked('audits import', campaign, { files: audits }),
  merge: asked('merge', { into: product(13) }, { positionals: [product(1)] }),
  unmerge: asked('unmerge', {}, { positionals: ['1'] }),
  'campaign description': asked('campaign', { status: 'final' }, { positionals: ['v1'] })
};

export async function within<T>(dir: string, work: (store: Store) => Promise<T>): Promise<T> {
  const store = await openStore(dir);
  try {
    return await work(store);
  } finally {
    store.close();
  }
}

export async function doneOn(store: Store, asked: Request | undefined): Promise<void> {
  if (!asked) throw new Error('no such write');
  const { exit, messages } = await execute(store, asked);
  if (exit !== 0) throw new Error(`${asked.command}: ${messages.join()}`);
}

export function makeBase(dir: string): Promise<void> {
  return within(dir, async (store) => {
    for (const asked of base) await doneOn(store, asked);
  });
}
