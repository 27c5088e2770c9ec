import { execute } from '#lib/commands/registry.ts';
import type { Request } from '#lib/commands/command.ts';
import { productId } from '#lib/server/product-id.ts';
import { Readable } from 'node:stream';
import { createShare, turn } from '#lib/commands/share-links.ts';
import * as campaigns from '#lib/server/campaigns.ts';
import * as savedViews from '#lib/server/saved-views.ts';
import * as staging from '#lib/server/staging.ts';
import { openStore, type Store } from '#lib/server/store.ts';
import { request } from '#tests/commands/request.ts';
import { auditRow, controlRow } from '#tests/ingest/audit-row.ts';
import { criterionRow, delimited, file, type Row } from '#tests/ingest/builders.ts';

/** Would be an element of a page, a script, a formula of a workbook or a line of a header, if it were taken for one. */
export const payloads = [
  '"><img src=x onerror="window.hostile=1">',
  "'><svg onload=window.hostile=1>",
  '</script><script>window.hostile=1</script>',
  '=HYPERLINK("http://elsewhere.example","x")',
  'a\\r\\nx-injected: 1',
  '+1+cmd|calc',
  '-1+1',
  '@SUM(1)',
  '=1+1'
] as const;

/** A text of its own for each place, so that each is stored; nothing of it is folded away. */
function hostile(place: string, i = 0): string {
  return `${payloads[i % payloads.length]} ${place} ${i}`;
}

export const product = { product: hostile('product'), vendor: hostile('vendor') };
export const hostileId = productId(product.vendor, product.product);

function criteria(): Row[] {
  return Array.from({ length: 6 }, (_, i) =>
    criterionRow({
      code: `Q${i + 1}`,
      theme: hostile('theme', i % 3),
      scope: i % 3 === 2 ? 'conditional' : 'common',
      condition: hostile('condition', i),
      obligation: hostile('obligation', i),
      label_fr: hostile('label fr', i),
      label_en: hostile('label en', i),
      level_1_fr: hostile('level 1', i),
      level_2_fr: hostile('level 2', i),
      level_3_fr: hostile('level 3', i)
    })
  );
}

function answers(date: string): Row[] {
  return Array.from({ length: 30 }, (_, p) => ({
    product: hostile('product', p),
    vendor: hostile('vendor', p % 10),
    corridor: hostile('corridor', p % 2),
    submitted_at: date,
    [hostile('attribute', 3)]: hostile('value', p),
    ...Object.fromEntries(Array.from({ length: 6 }, (_, i) => [`Q${i + 1}`, String(1 + ((p + i) % 3))]))
  }));
}

async function run(store: Store, command: string, rest: Partial<Request>): Promise<string> {
  const { exit, messages, text } = await execute(store, request(command, rest));
  if (exit !== 0) throw new Error(`${command}: ${messages.join('\n')}`);
  return text.trim();
}

const named = (name: string, rows: Row[]) => file(delimited(rows), `${hostile(name)}.csv`);

async function importAnswers(store: Store, code: string, date: string): Promise<void> {
  await run(store, 'import', {
    options: { campaign: [code], 'campaign-name': [hostile(`campaign ${code}`)], by: [hostile('author')] },
    files: {
      _: [named(`answers ${code}`, answers(date))],
      questionnaire: [named('questionnaire', criteria())]
    }
  });
}

const expected = payloads.map((_, i) => ({
  product: hostile('expected', i),
  vendor: hostile('expected vendor', i),
  corridor: ''
}));

/** A link to the first product; its token. */
async function share(store: Store): Promise<string> {
  await turn(store, true);
  const campaign = await store.read((db) => campaigns.find(db, 'v2'));
  if (!campaign) throw new Error('no campaign');
  const day = new Date().toISOString().slice(0, 10);
  const made = await createShare(store, campaign, {
    productId: hostileId,
    recipient: hostile('recipient'),
    requestedOn: day,
    reference: hostile('reference'),
    expiresOn: day,
    mostViews: '',
    password: '',
    by: hostile('author')
  });
  if ('problems' in made) throw new Error(made.problems.join());
  return made.token;
}

/** Files that wait for a person's word, under hostile names; their id. */
async function upload(dir: string): Promise<string> {
  const draft = await staging.begin(dir);
  const file = named('waiting', [{ product: '', vendor: '', [hostile('heading')]: hostile('cell') }]);
  await staging.add(draft, { name: file.name, role: 'answers' }, Readable.from([file.bytes]));
  const { id } = await staging.finish(draft, { campaign: 'v2', campaignName: '', questionnaireOf: '' });
  return id;
}

/** What can't be found by links alone. */
export interface Hostile {
  token: string;
  upload: string;
  fingerprint: string;
}

/** A store every text of which is hostile: names, labels, reasons, comments, names of files. */
export async function fill(data: string): Promise<Hostile> {
  const store = await openStore(data);
  try {
    const campaign = ['v2'];
    await importAnswers(store, 'v1', '2025-03-01');
    await importAnswers(store, 'v2', '2026-03-01');
    const reason = [hostile('reason')];
    await run(store, 'correct', {
      options: { campaign, product: [hostileId], criterion: ['Q1'], level: ['3'], reason }
    });
    for (const [i] of payloads.entries())
      await run(store, 'scenario create', { options: { campaign, name: [hostile('scenario', i)] } });
    const comment = {
      organisation: hostile('organisation'),
      organisation_type: hostile('kind'),
      stance: 'reserved',
      comment: hostile('comment')
    };
    await run(store, 'comments import', {
      options: { campaign },
      files: {
        _: [
          named(
            'comments',
            payloads.map((_, i) => ({
              criterion: `Q${1 + (i % 6)}`,
              ...comment,
              organisation: hostile('organisation', i),
              comment: hostile('comment', i)
            }))
          )
        ]
      }
    });
    const form = auditRow({
      ...product,
      auditor: hostile('auditor'),
      passi_reference: hostile('reference'),
      result: 'nonconforming'
    });
    await run(store, 'audits import', {
      options: { campaign },
      files: { _: [named('forms', [form])], controls: [named('map', [controlRow()])] }
    });
    const rename = { vendor: [hostile('new vendor', 1)], reason };
    await run(store, 'rename', {
      positionals: [productId(hostile('vendor', 1), hostile('product', 1))],
      options: rename
    });
    await run(store, 'campaign', {
      positionals: ['v2'],
      options: { expected: ['expected.csv'] },
      files: { expected: [named('expected', expected)] }
    });
    const frozen = { campaign, output: ['folder'], by: [hostile('author')] };
    const fingerprint = await run(store, 'publish', { options: frozen });
    await store.write((db) => savedViews.save(db, { name: hostile('view'), address: '/criteria' }));
    return { token: await share(store), upload: await upload(store.dir), fingerprint };
  } finally {
    store.close();
  }
}
