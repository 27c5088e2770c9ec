import type { Span } from '#lib/components/figure-place.ts';
import { productFigures } from '#lib/reports/product-figures.ts';
import { formatListSort } from '#lib/reports/list-sort.ts';
import { parseProductSort, productPart, productsReport } from '#lib/reports/products.ts';
import { askedByAddress } from '../asked.ts';
import { partOf } from '../page-of.ts';
import { placed } from '../placed.ts';

const spans: Record<string, Span> = { histogram: 7, 'band-variants': 12 };

export async function load(event) {
  const { store, locale } = event.locals;
  const asked = await askedByAddress(store, event.url);
  const sort = parseProductSort(event.url.searchParams.get('sort'));
  if (!asked) return { sort: formatListSort(sort) };
  const table = async () => {
    const report = await productsReport(store, asked, locale);
    const part = partOf(report.overview.products, event.url);
    return { report, part, lines: await productPart(store, asked, sort, locale, part) };
  };
  const [shown, { figures }] = await Promise.all([table(), productFigures(store, asked, locale)]);
  return {
    sort: formatListSort(sort),
    ...shown,
    figures: placed(event, figures, ({ id }) => spans[id] ?? 5)
  };
}
