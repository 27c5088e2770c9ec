import path from 'node:path';
import fc from 'fast-check';
import { afterAll, beforeAll, expect, test } from 'vitest';
import type { Request } from '#lib/commands/command.ts';
import { execute } from '#lib/commands/registry.ts';
import { openStore, type Store } from '#lib/server/store.ts';
import { request } from '#tests/commands/request.ts';
import { inPage, open, overflow } from '#tests/e2e/browser.ts';
import { serve, type Served } from '#tests/e2e/served.ts';
import { file } from '#tests/ingest/builders.ts';
import { inTempDir } from '#tests/server/temp-store.ts';
import { anyText, campaignFiles, hostile, type CampaignFiles } from './campaign-files.ts';
import { flaws } from './flaws.ts';
import { repetitions } from '#tests/repetitions.ts';

/** Another one each time; the message of a failure names it. */
const seed = Number(process.env['PALIER_SEED'] ?? Date.now() % 2 ** 31);

const sizes = [
  campaignFiles('no product', { products: 0, criteria: 12, corridors: true }),
  campaignFiles('one product, one criterion', { products: 1, criteria: 1, corridors: false }),
  campaignFiles('one product', { products: 1, criteria: 40, corridors: true }),
  campaignFiles('two products, no corridor', { products: 2, criteria: 80, corridors: false }),
  campaignFiles('nothing applicable', { products: 9, criteria: 7, corridors: true, inapplicable: true }),
  campaignFiles('hostile texts', {
    products: 30,
    criteria: 20,
    corridors: true,
    texts: fc.constantFrom(...hostile)
  }),
  campaignFiles('any texts', { products: 150, criteria: 33, corridors: true, texts: anyText }),
  campaignFiles('5,000 products', { products: 5000, criteria: 80, corridors: true }),
  ...Array.from({ length: repetitions(2) }, () =>
    fc
      .record({
        products: fc.integer({ min: 1, max: 90 }),
        criteria: fc.integer({ min: 1, max: 80 }),
        corridors: fc.boolean(),
        texts: fc.constant(anyText)
      })
      .chain((size) => campaignFiles(`random: ${size.products} products, ${size.criteria} criteria`, size))
  )
];

const campaigns: CampaignFiles[] = sizes.map(
  (files, i) => fc.sample(files, { seed: seed + i, numRuns: 1 })[0] as CampaignFiles
);

/** As the command line would ask it. */
async function done(store: Store, command: string, rest: Partial<Request>): Promise<unknown> {
  const { exit, json, messages } = await execute(store, request(command, rest));
  if (exit !== 0) throw new Error(`${command}: ${messages.join('\n')}`);
  return json;
}

async function fill(store: Store, files: CampaignFiles, i: number): Promise<void> {
  const campaign = [`c${i}`];
  const answers = file(files.answers, 'a.csv');
  await done(store, 'import', {
    options: { campaign, 'campaign-name': [files.name] },
    files: { _: [answers], questionnaire: [file(files.questionnaire, 'q.csv')] }
  });
  // a list of who answered is a list of who was asked, with all its hostile names
  await done(store, 'campaign', {
    positionals: campaign,
    options: { expected: ['a.csv'] },
    files: { expected: [answers] }
  });
  await done(store, 'comments import', {
    options: { campaign },
    files: { _: [file(files.comments, 'comments.csv')] }
  });
  await done(store, 'audits import', {
    options: { campaign },
    files: { _: [file(files.audits, 'audits.csv')], controls: [file(files.controls, 'controls.csv')] }
  });
  if (files.what !== 'no product') return;
  const imports = (await done(store, 'imports', { options: { campaign } })) as { id: number }[];
  for (const { id } of imports) await done(store, 'undo', { positionals: [String(id)] });
}

async function fillAll(data: string): Promise<void> {
  const store = await openStore(data);
  try {
    for (const [i, files] of campaigns.entries()) await fill(store, files, i);
  } finally {
    store.close();
  }
}

let served: Served;
let finished: () => void;
let whole: Promise<void>;

beforeAll(
  () =>
    new Promise<void>((ready, failed) => {
      whole = inTempDir(async (dir) => {
        const data = path.join(dir, 'store');
        await fillAll(data);
        served = await serve(data, { sample: false });
        ready();
        await new Promise<void>((resolve) => (finished = resolve));
        await served.stop();
      });
      whole.catch(failed);
    }),
  600_000
);

afterAll(async () => {
  finished?.();
  await whole;
});

interface Fetched {
  status: number;
  html: string;
}

async function page(address: string): Promise<Fetched> {
  // looking for flaws takes longer than the server keeps an idle connection
  const response = await fetch(served.address + address, { headers: { connection: 'close' } });
  return { status: response.status, html: await response.text() };
}

function views({ themes }: CampaignFiles): string[] {
  const theme = encodeURIComponent(themes[0] ?? '');
  return [
    'lang=fr',
    'lang=en',
    `lang=fr&theme=${theme}&unanswered=exclude`,
    'lang=en&scope=conditional&bands=1,50,98,99',
    'lang=fr&corridor=',
    'lang=fr&corridor=nowhere',
    'lang=fr&q=%3Cscript%3E&band=80-100',
    'lang=en&theme=%22%3E%3Cimg+src%3Dx%3E'
  ];
}

/** Of the `p`-th place every view where there is time, else two of the eight, of very many products one: over places in a row all. */
function viewsOf(files: CampaignFiles, p: number): string[] {
  const all = views(files);
  const usual = files.what.startsWith('5,000') ? 1 : 2;
  const few = Math.min(all.length, repetitions(usual));
  return Array.from({ length: few }, (_, k) => all[(usual * p + k) % all.length] as string);
}

/** Addresses to which a view is added: every page, and of what there are many the first and the last. */
async function places(i: number): Promise<string[]> {
  const api = `${served.address}/api/v1/campaigns/c${i}`;
  const [criteria, products] = (await Promise.all(
    ['criteria', 'products'].map(async (list) => (await fetch(`${api}/${list}`)).json())
  )) as [{ code: string }[], { id: string }[]];
  const ends = <Row>(rows: Row[]) => [...new Set([rows[0], rows.at(-1)])].filter((row) => row !== undefined);
  const other = (i + 1) % campaigns.length;
  return [
    ...['/', '/criteria', '/products', '/vendors', '/analysis', '/follow-up', '/consultation', '/audits'].map(
      (place) => `${place}?campaign=c${i}`
    ),
    `/criteria?by=corridor&campaign=c${i}`,
    ...ends(criteria).map(({ code }) => `/criteria/${code}?campaign=c${i}`),
    ...ends(products).map(({ id }) => `/products/${id}?campaign=c${i}`),
    `/evolution?from=c${other}&to=c${i}`,
    `/evolution?from=c${i}&to=c${i}`
  ];
}

test.each(campaigns.map((files, i) => [files.what, i] as const))(
  'every page of a campaign (%s) is whole, whatever the view',
  async (_, i) => {
    const files = campaigns[i] as CampaignFiles;
    const asked = (await places(i)).flatMap((place, p) =>
      viewsOf(files, p).map((view) => `${place}&${view}`)
    );
    let next = page(asked[0] ?? '/');
    for (const [a, address] of asked.entries()) {
      const { status, html } = await next;
      // the server makes the next page while this one is looked through
      next = page(asked[a + 1] ?? '/healthz');
      const message = `${address}, PALIER_SEED=${seed}`;
      expect(status, message).toBe(200);
      expect(flaws(html), message).toEqual([]);
    }
  }
);

test('the look for flaws finds them', () => {
  const page = (body: string) =>
    `<html><head><title>T</title></head><body><main><h1>H</h1>${body}</main></body></html>`;
  expect(flaws(page('<p>whole</p>'))).toEqual([]);
  for (const body of [
    '<p>NaN %</p>',
    '<a href="/?campaign=undefined">x</a>',
    '<svg role="img" aria-label="w"><rect width="NaN"></rect></svg>',
    '<svg role="img" aria-label="w"><rect width="-2"></rect></svg>',
    '<svg role="img"></svg>',
    '<p><script>1</script></p>',
    '<p onclick="1">x</p>',
    '<figure aria-labelledby="t"><h2 id="t"> </h2></figure>'
  ]) {
    expect(flaws(page(body)), body).toHaveLength(1);
  }
});

test('the list of imports is whole too', async () => {
  const { status, html } = await page('/imports?lang=fr&campaign=c5');
  expect(status).toBe(200);
  expect(flaws(html)).toEqual([]);
});

test.each([
  ['hostile texts', 5],
  ['any texts', 6]
])('a browser takes %s for text: nothing runs, nothing sticks out, charts are redrawn', (_, i) =>
  inPage(
    async (window) => {
      for (const place of [
        '/',
        '/criteria',
        '/products',
        '/vendors',
        '/analysis',
        '/consultation',
        '/audits',
        '/imports'
      ]) {
        await open(window, `${place}?campaign=c${i}&lang=fr`);
        for (const width of [360, 1280]) {
          await window.setViewportSize({ width, height: 900 });
          expect(await overflow(window), `${place} at ${width} px, PALIER_SEED=${seed}`).toEqual([]);
        }
      }
      await window.getByRole('link', { name: 'Vue d’ensemble' }).click();
      await window.locator('main figure svg').first().waitFor({ state: 'attached' });
      expect(await window.evaluate(() => 'hostile' in globalThis)).toBe(false);
      expect(await window.locator('main img').count()).toBe(0);
    },
    { address: served.address }
  )
);

test('5,000 products: a page of a hundred, and their count above', async () => {
  const { html } = await page('/products?campaign=c7&lang=fr&page=50');
  expect(html).toMatch(/4\u00a0901–5\u00a0000/);
  const [, list = ''] = html.split('<figure class="figure wide-figure products');
  expect(list.match(/<th scope="row">/g)).toHaveLength(100);
});
