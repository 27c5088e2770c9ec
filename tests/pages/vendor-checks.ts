import { vendorPath } from '#lib/components/address.ts';
import * as naive from '#tests/server/naive.ts';
import type { RandomCampaign } from '#tests/server/random-campaign.ts';
import { byName, page, type Asked } from './ask-pages.ts';
import { expectRows, type Expected } from './page-numbers.ts';

type View = naive.NaiveView;

/** What each product has, in the order of the sheet's table. */
function productRows({ products }: View): Expected[][] {
  return products.map(({ product, attained, applicable, effort }) => [
    product.product,
    attained,
    applicable,
    { share: naive.rate(attained, applicable) },
    applicable - attained,
    effort
  ]);
}

/** A criterion's missing levels, from zero where there is no answer. */
function effortOf({ products, unanswered }: View, place: number, target: number): number {
  return products.reduce((sum, { states }) => {
    const state = states[place] ?? 'not_applicable';
    if (typeof state === 'number') return sum + Math.max(0, target - state);
    return state === 'unanswered' && unanswered === 'count' ? sum + target : sum;
  }, 0);
}

function missingRows(view: View): Expected[][] {
  return naive.byCriterion(view).flatMap(({ code, target, attained, applicable }, i) => {
    const missed = applicable - attained;
    return missed === 0 ? [] : [[code, `${missed}/${applicable}`, effortOf(view, i, target), target]];
  });
}

/** A vendor's sheet keeps what chooses criteria, and the settings, whatever products are chosen. */
export async function checkVendor(
  asked: Asked,
  { criteria, products }: RandomCampaign,
  { theme, scope, edges, unanswered }: naive.NaiveFilters
): Promise<void> {
  const vendor = products.at(-1)?.vendor;
  if (vendor === undefined) return;
  const view = naive.viewOf(criteria, products, { theme, scope, edges, unanswered, vendor: [vendor] });
  const { figure, list } = await page(asked, vendorPath(vendor));
  const shown = figure('products').map(([name = '', , , ...counts]) => [name, ...counts.slice(0, 5)]);
  const name = ([first]: readonly Expected[]) => String(first);
  expectRows(byName(shown, name), byName(productRows(view), name), `products of a vendor ${asked.message}`);
  const missing = list('figure.missing table').map(({ cells: [code = '', ...counts] }) => [
    /^\S+/.exec(code)?.[0] ?? '',
    ...counts.slice(0, 3)
  ]);
  expectRows(byName(missing, name), byName(missingRows(view), name), `missing of a vendor ${asked.message}`);
}
