import * as naive from '#tests/server/naive.ts';
import type { RandomCampaign } from '#tests/server/random-campaign.ts';
import { api, byName, page, type Asked } from './ask-pages.ts';
import { expectRows, expectSame, type Expected } from './page-numbers.ts';

/** With fewer rated products nobody is compared. */
const fewPeers = 5;

/** Of a campaign's products, those looked at one by one. */
const mostProducts = 4;

type View = naive.NaiveView;

/** The product and whom it is compared with: its corridor where that is enough and not all, else the campaign. */
function peersOf(campaign: View, id: string): { own: View; peers: View } {
  const product = campaign.products.find((row) => row.product.id === id)?.product;
  const corridor = campaign.products.filter((row) => row.product.corridor === product?.corridor);
  const rated = corridor.filter(({ applicable }) => applicable > 0).length;
  const isCorridor = product?.corridor !== '' && rated >= fewPeers && rated < campaign.products.length;
  return {
    own: { ...campaign, products: campaign.products.filter((row) => row.product.id === id) },
    peers: isCorridor ? { ...campaign, products: corridor } : campaign
  };
}

function ofTheme({ criteria, products, ...view }: View, theme: string): View {
  const kept = criteria.flatMap((criterion, i) => (criterion.theme === theme ? [i] : []));
  return {
    ...view,
    criteria: kept.flatMap((i) => criteria[i] ?? []),
    products: products.map((row) => {
      const states = kept.flatMap((i) => row.states[i] ?? []);
      const one = {
        ...view,
        criteria: kept.flatMap((i) => criteria[i] ?? []),
        products: [{ ...row, states }]
      };
      const [counts] = naive.byTheme(one);
      return { ...row, states, applicable: counts?.applicable ?? 0, attained: counts?.attained ?? 0 };
    })
  };
}

function themeRows({ own, peers }: { own: View; peers: View }): Expected[][] {
  return naive.byTheme(own).flatMap(({ theme, attained, applicable, rate }) => {
    if (applicable === 0) return [];
    const rates = ofTheme(peers, theme).products.flatMap((row) =>
      row.applicable === 0 ? [] : [row.attained / row.applicable]
    );
    const isCompared = rates.length >= fewPeers;
    const quartiles = [0.25, 0.5, 0.75].map((p) => ({ share: isCompared ? naive.quantile(rates, p) : null }));
    return [[theme, attained, applicable, { share: rate }, ...quartiles]];
  });
}

/** What is short of its target or was left without an answer, with how many of the peers attain it. */
function gapRows({ own, peers }: { own: View; peers: View }): Expected[][] {
  const states = own.products[0]?.states ?? [];
  return naive.byCriterion(peers).flatMap(({ code, target, attained, applicable }, i) => {
    const state = states[i] ?? 'not_applicable';
    const isShort = typeof state === 'number' ? state < target : state === 'unanswered';
    const level = typeof state === 'number' ? state : 0;
    return isShort ? [[code, level, target, `${attained}/${applicable}`]] : [];
  });
}

/** The title's counts: criteria not attained, and of these the declared ones one level short, where these are some but not all. */
function titleCounts({ criteria, products: [own] }: View): string[] {
  const { applicable = 0, attained = 0, states = [] } = own ?? {};
  const short = applicable - attained;
  const near = criteria.filter(({ target }, i) => states[i] === target - 1).length;
  if (short === 0) return applicable === 1 ? [] : [String(applicable)];
  return near === 0 || near === short ? [String(short)] : [String(short), String(near)];
}

/** « niveau 1, cible 3 » as both numbers, no answer as level 0. */
function levelAndTarget(words: string): string[] {
  const numbers = words.match(/\d+/g) ?? [];
  return numbers.length === 1 ? ['0', ...numbers] : numbers;
}

/** Each of the product's answers with its missing levels, by definition 6: null where it is in no denominator. */
function gapsOf({ criteria, unanswered, products: [own] }: View) {
  return criteria.map(({ code, target }, i) => {
    const state = own?.states[i] ?? 'not_applicable';
    if (typeof state === 'number') return { criterion: code, gap: Math.max(0, target - state) };
    const isCounted = state === 'unanswered' && unanswered === 'count';
    return { criterion: code, gap: isCounted ? target : null };
  });
}

/** Some products' pages: their themes against the quartiles of their peers, and each criterion that they lack. */
export async function checkProductDetails(
  asked: Asked,
  { criteria, products }: RandomCampaign,
  { theme, scope, edges, unanswered }: naive.NaiveFilters
): Promise<void> {
  const view = naive.viewOf(criteria, products, { theme, scope, edges, unanswered });
  const rated = view.products.filter(({ applicable }) => applicable > 0);
  for (const { product } of rated.slice(-mostProducts)) await checkProduct(asked, view, product.id);
}

async function checkProduct(asked: Asked, campaign: View, id: string): Promise<void> {
  const both = peersOf(campaign, id);
  const { figure, list, heads } = await page(asked, `/products/${id}`);
  expectRows(
    byName(figure('themes'), ([name = '']) => name).map((row) => row.slice(0, 7)),
    byName(themeRows(both), ([name]) => String(name)),
    `themes of a product ${asked.message}`
  );
  const [title = ''] = heads('figure.gaps h2');
  expectSame(title.match(/\d+/g) ?? [], titleCounts(both.own), `title of a product's gaps ${asked.message}`);
  const words = heads('figure.gaps td.stairs > span');
  const gaps = list('figure.gaps table').map(({ cells }, i) => [
    /^\S+/.exec(cells[0] ?? '')?.[0] ?? '',
    ...levelAndTarget(words[i] ?? ''),
    cells[3] ?? ''
  ]);
  expectRows(
    byName(gaps, ([code = '']) => code),
    byName(gapRows(both), ([code]) => String(code)),
    `gaps of a product ${asked.message}`
  );
  const { answers } = await api<{ answers: { criterion: string; gap: number | null }[] }>(
    { ...asked, query: criteriaQuery(asked) },
    `products/${id}`
  );
  expectSame(
    answers.map(({ criterion, gap }) => ({ criterion, gap })),
    gapsOf(both.own),
    `gaps of a product, API ${asked.message}`
  );
}

/** Without what chooses products: the API does not find one that they leave out. */
function criteriaQuery({ query }: Asked): string {
  const kept = ['theme', 'scope', 'bands', 'unanswered', 'lang'];
  return new URLSearchParams(
    [...new URLSearchParams(query)].filter(([name]) => kept.includes(name))
  ).toString();
}
