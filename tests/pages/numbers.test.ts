import fc from 'fast-check';
import { expect, test } from 'vitest';
import { openStore } from '#lib/server/store.ts';
import { withServer } from '#tests/e2e/served.ts';
import * as naive from '#tests/server/naive.ts';
import * as evolution from '#tests/server/naive-evolution.ts';
import { byVendor } from '#tests/server/naive-vendors.ts';
import {
  oneFilter,
  pairsOf,
  randomCampaign,
  randomFilters,
  storeCampaign,
  type RandomCampaign
} from '#tests/server/random-campaign.ts';
import { settings, wave } from '#tests/server/random-waves.ts';
import { checkAnalysis } from './analysis-checks.ts';
import { api, behind, byName, page, type Asked } from './ask-pages.ts';
import { checkCorridors, checkHeatMap, checkHistogram } from './figure-checks.ts';
import { addDialogue, checkAudits, checkCalibration } from './dialogue-checks.ts';
import { expectRows, expectSame, type Expected } from './page-numbers.ts';
import { checkEvolution } from './evolution-checks.ts';
import { checkProductDetails } from './product-checks.ts';
import { checkHalf, checkNear } from './reach-checks.ts';
import { checkReport } from './report-checks.ts';
import { checkVendor } from './vendor-checks.ts';
import { repetitions } from '#tests/repetitions.ts';

/** Another one each time; the message of a failure names it. */
const seed = Number(process.env['PALIER_SEED'] ?? Date.now() % 2 ** 31);
const runs = repetitions(6);

const cases = fc.sample(
  fc.record({ campaign: randomCampaign, filters: fc.oneof(oneFilter, randomFilters, fc.constant({})) }),
  {
    seed,
    numRuns: runs
  }
);
const pairs = fc.sample(fc.record({ first: wave, second: wave, filters: settings }), { seed, numRuns: runs });

const byId = <Row extends { id: string }>(rows: Row[]) => [...rows].sort((a, b) => (a.id < b.id ? -1 : 1));

function bandRows(view: naive.NaiveView): Expected[][] {
  const rated = view.products.filter(({ applicable }) => applicable > 0);
  return naive
    .bands(view, rated)
    .map(({ products }) => [
      products,
      rated.length,
      { share: rated.length === 0 ? null : products / rated.length }
    ]);
}

/** The headline of progress where some product was rated in the last campaign before that anybody answered, else the median. */
function lastKey(place: number, median: number | null): Expected {
  const before = cases.slice(0, place).findLast(({ campaign }) => campaign.products.length > 0);
  const now = cases[place];
  if (!before || !now) return { share: median };
  const parts = evolution.decomposition(evolution.views(before.campaign, now.campaign, now.filters));
  return parts ? { points: 100 * parts.progress } : { share: median };
}

async function checkOverview(asked: Asked, view: naive.NaiveView, place: number): Promise<void> {
  const expected = naive.overview(view);
  expectSame(await api(asked, 'overview'), expected, asked.message);
  const { keys, figure } = await page(asked, '/');
  if (view.products.length === 0) return;
  const { common, conditional } = expected.criteria;
  const criteria = conditional === 0 ? String(common) : `${common} + ${conditional}`;
  expectRows(
    [keys],
    [[expected.vendors, expected.products, criteria, lastKey(place, expected.median)]],
    `keys ${asked.message}`
  );
  if (expected.rated === 0) return;
  expectRows(behind(figure('bands')), bandRows(view), `bands ${asked.message}`);
  expectRows(
    byName(figure('themes'), ([theme = '']) => theme),
    byName(
      naive.byTheme(view).filter(({ applicable }) => applicable > 0),
      ({ theme }) => theme
    ).map(({ theme, criteria, attained, applicable, rate }) => [
      theme,
      criteria,
      attained,
      applicable,
      { share: rate }
    ]),
    `themes ${asked.message}`
  );
}

async function checkCriteria(asked: Asked, view: naive.NaiveView): Promise<void> {
  const expected = naive.byCriterion(view);
  expectSame(await api(asked, 'criteria'), expected, asked.message);
  const { list } = await page(asked, '/criteria?sort=code');
  const rows = list('table.criteria').map(({ cells }) => cells);
  if (view.products.length === 0) return;
  expectRows(
    rows.map(([, , share = '', fraction = '', , unanswered = '', other = '']) => [
      share,
      fraction,
      unanswered,
      other
    ]),
    expected.map(({ rate, attained, applicable, unanswered, notApplicable }) => [
      { share: rate },
      `${attained}/${applicable}`,
      unanswered,
      notApplicable
    ]),
    `criteria ${asked.message}`
  );
}

/** A criterion's page has no filter of criteria. */
async function checkCriterion(
  asked: Asked,
  { criteria, products }: RandomCampaign,
  filters: naive.NaiveFilters
): Promise<void> {
  const view = naive.viewOf(criteria, products, { ...filters, theme: [], scope: [] });
  const one = naive.byCriterion(view).at(-1);
  if (!one || view.products.length === 0) return;
  const [all = []] = (await page(asked, `/criteria/${one.code}`)).figure('levels');
  const levels = one.levels.map(({ products }) => products);
  expectRows(
    [all.slice(1)],
    [
      [
        one.target,
        one.attained,
        one.applicable,
        { share: one.rate },
        { share: one.low },
        { share: one.high },
        ...levels,
        one.unanswered,
        one.notApplicable
      ]
    ],
    `criterion ${asked.message}`
  );
}

async function checkProducts(asked: Asked, view: naive.NaiveView): Promise<void> {
  const expected = naive.byProduct(view);
  expectSame(byId(await api<{ id: string }[]>(asked, 'products')), byId(expected), asked.message);
  const rows = (await page(asked, '/products?sort=product')).list('figure.products table');
  const ids = rows.map(({ href, cells }) => ({ id: /\/products\/(\w+)/.exec(href)?.[1] ?? '', cells }));
  expectRows(
    byId(ids).map(({ id, cells }) => [id, ...cells.slice(4)]),
    byId(expected).map(({ id, rate, attained, applicable, effort }) => [
      id,
      { share: rate },
      `${attained}/${applicable}`,
      applicable - attained,
      effort
    ]),
    `products ${asked.message}`
  );
}

/** One product's page keeps what chooses criteria, and the settings, whatever products are chosen. */
async function checkProduct(
  asked: Asked,
  { criteria, products }: RandomCampaign,
  filters: naive.NaiveFilters
): Promise<void> {
  const product = products.at(-1);
  if (!product) return;
  const { theme, scope, edges, unanswered } = filters;
  const view = naive.viewOf(criteria, [product], { theme, scope, edges, unanswered });
  const [one] = view.products;
  if (!one || one.applicable === 0) return;
  const { key } = await page(asked, `/products/${product.id}`);
  const { lang } = asked;
  const missed = key(lang === 'fr' ? 'Critères non atteints' : 'Criteria not attained');
  const [rate, atTarget] =
    lang === 'fr' ? ['Taux d’atteinte', 'Critères à la cible'] : ['Attainment rate', 'Criteria at target'];
  expectRows(
    [[key(rate as string), key(atTarget as string), ...(missed ? [missed] : [])]],
    [
      [
        { share: one.attained / one.applicable },
        `${one.attained} ${lang === 'fr' ? 'sur' : 'of'} ${one.applicable}`,
        // where the product was in the campaign before, its change stands in this place
        ...(missed ? [one.applicable - one.attained] : [])
      ]
    ],
    `product ${asked.message}`
  );
}

async function checkVendors(asked: Asked, view: naive.NaiveView): Promise<void> {
  const expected = byName(byVendor(view), ({ vendor }) => vendor);
  expectSame(
    byName(await api<typeof expected>(asked, 'vendors'), ({ vendor }) => vendor),
    expected,
    asked.message
  );
  const rows = (await page(asked, '/vendors')).list('figure.vendors table').map(({ cells }) => cells);
  expectRows(
    byName(
      rows.map(([name = '', products = '', , ...rest]) => [name, products, ...rest.slice(0, 4)]),
      ([name = '']) => name
    ),
    expected.map(({ vendor, products, rate, attained, applicable, effort }) => [
      vendor,
      products,
      { share: rate },
      `${attained}/${applicable}`,
      applicable - attained,
      effort
    ]),
    `vendors ${asked.message}`
  );
}

/** In French and in English by turns. */
function askedOf(address: string, i: number, filters: naive.NaiveFilters): Asked {
  const code = `random ${i + 1}`;
  const lang = i % 2 === 0 ? 'fr' : 'en';
  const query = new URLSearchParams([['campaign', code], ['lang', lang], ...pairsOf(filters)]).toString();
  return { address, code, query, lang, message: `of ${code}?${query}, PALIER_SEED=${seed}` };
}

test('filters and settings are drawn of every kind, alone and together, and leave products in view', () => {
  const kinds = ['theme', 'scope', 'corridor', 'vendor', 'band', 'q', 'attr.hosting', 'bands', 'unanswered'];
  const drawn = fc.sample(fc.tuple(randomCampaign, fc.oneof(oneFilter, randomFilters)), {
    seed: 1,
    numRuns: 400
  });
  const used = drawn
    .filter(
      ([{ criteria, products }, filters]) => naive.viewOf(criteria, products, filters).products.length > 0
    )
    .map(([, filters]) => new Set(pairsOf(filters).map(([name]) => name)));
  for (const kind of kinds) {
    expect(
      used.some((names) => names.has(kind) && names.size === 1),
      `${kind} alone`
    ).toBe(true);
    for (const other of kinds)
      expect(
        used.some((names) => names.has(kind) && names.has(other)),
        `${kind} and ${other}`
      ).toBe(true);
  }
});

test(`every number of the pages is the API's and a naive recomputation's, whatever the filters`, () =>
  withServer(
    async ({ address }) => {
      for (const [i, { campaign, filters }] of cases.entries()) {
        const view = naive.viewOf(campaign.criteria, campaign.products, filters);
        const asked = askedOf(address, i, filters);
        await Promise.all([
          checkOverview(asked, view, i),
          checkCriteria(asked, view),
          checkCriterion(asked, campaign, filters),
          checkProducts(asked, view),
          checkProduct(asked, campaign, filters),
          checkVendors(asked, view),
          checkCorridors(asked, view),
          checkHistogram(asked, view),
          checkNear(asked, view),
          checkHalf(asked, view),
          checkHeatMap(asked, view),
          checkAnalysis(asked, view),
          checkProductDetails(asked, campaign, filters),
          checkVendor(asked, campaign, filters),
          checkCalibration(asked, campaign, filters),
          checkAudits(asked, campaign, filters, seed + i),
          checkReport(asked, view, i)
        ]);
      }
      for (const [i, pair] of pairs.entries()) {
        const later = cases.length + 2 * i + 1;
        const asked = askedOf(address, later, pair.filters);
        const query = `${asked.query}&from=random ${later}&to=${asked.code}`;
        await checkEvolution({ ...asked, query }, pair);
      }
    },
    {
      async fill(data) {
        const store = await openStore(data);
        for (const [i, { campaign }] of cases.entries()) {
          await storeCampaign(store, campaign);
          await addDialogue(store, campaign, `random ${i + 1}`, seed + i);
        }
        for (const { first, second } of pairs) {
          await storeCampaign(store, first);
          await storeCampaign(store, second);
        }
        store.close();
      }
    }
  ));
