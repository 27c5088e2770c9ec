import { execute } from '#lib/commands/registry.ts';
import type { Request } from '#lib/commands/command.ts';
import { productId } from '#lib/server/product-id.ts';
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
  'a\\r\\nx-injected: 1'
] as const;

/** A text of its own for each place, so that each is stored; nothing of it is folded away. */
function hostile(place: string, i = 0): string {
  return `${payloads[i % payloads.length]} ${place} ${i}`;
}

export const product = { product: hostile('product'), vendor: hostile('vendor') };
export const hostileId = productId(product.vendor, product.product);
export const scenario = hostile('scenario');

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
  return Array.from({ length: 12 }, (_, p) => ({
    product: hostile('product', p),
    vendor: hostile('vendor', p % 4),
    corridor: hostile('corridor', p % 2),
    submitted_at: date,
    [hostile('attribute')]: hostile('value', p),
    ...Object.fromEntries(Array.from({ length: 6 }, (_, i) => [`Q${i + 1}`, String(1 + ((p + i) % 3))]))
  }));
}

async function run(store: Store, command: string, rest: Partial<Request>): Promise<void> {
  const { exit, messages } = await execute(store, request(command, rest));
  if (exit !== 0) throw new Error(`${command}: ${messages.join('\n')}`);
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

/** A store every text of which is hostile: names, labels, reasons, comments, names of files. */
export async function fill(data: string): Promise<void> {
  const store = await openStore(data);
  try {
    const campaign = ['v2'];
    await importAnswers(store, 'v1', '2025-03-01');
    await importAnswers(store, 'v2', '2026-03-01');
    const reason = [hostile('reason')];
    await run(store, 'correct', {
      options: { campaign, product: [hostileId], criterion: ['Q1'], level: ['3'], reason }
    });
    await run(store, 'scenario create', { options: { campaign, name: [scenario] } });
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
          named('comments', [
            { criterion: 'Q1', ...comment },
            { criterion: 'Q2', ...comment, comment: hostile('comment', 1) }
          ])
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
  } finally {
    store.close();
  }
}
