import * as naive from '#tests/server/naive.ts';
import type { RandomCampaign } from '#tests/server/random-campaign.ts';
import { byName, page, type Asked } from './ask-pages.ts';
import { expectRows, type Expected } from './page-numbers.ts';

/** With fewer rated products nobody is compared. */
const fewPeers = 5;

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
    return isShort ? [[code, `${attained}/${applicable}`]] : [];
  });
}

/** One product's page: its themes against the quartiles of its peers, and each criterion that it lacks. */
export async function checkProductDetails(
  asked: Asked,
  { criteria, products }: RandomCampaign,
  { theme, scope, edges, unanswered }: naive.NaiveFilters
): Promise<void> {
  const id = products.at(-1)?.id;
  if (id === undefined) return;
  const both = peersOf(naive.viewOf(criteria, products, { theme, scope, edges, unanswered }), id);
  const [one] = both.own.products;
  if (!one || one.applicable === 0) return;
  const { figure, list } = await page(asked, `/products/${id}`);
  expectRows(
    byName(figure('themes'), ([name = '']) => name).map((row) => row.slice(0, 7)),
    byName(themeRows(both), ([name]) => String(name)),
    `themes of a product ${asked.message}`
  );
  const gaps = list('figure.gaps table').map(({ cells }) => [
    /^\S+/.exec(cells[0] ?? '')?.[0] ?? '',
    cells[3] ?? ''
  ]);
  expectRows(
    byName(gaps, ([code = '']) => code),
    byName(gapRows(both), ([code]) => String(code)),
    `gaps of a product ${asked.message}`
  );
}
