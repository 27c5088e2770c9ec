import type { Span } from '#lib/components/figure-place.ts';
import { productFigures } from '#lib/reports/product-figures.ts';
import { formatProductSort, parseProductSort, productsReport } from '#lib/reports/products.ts';
import { askedByAddress } from '../asked.ts';
import { placed } from '../placed.ts';

const pageLength = 100;

function readPage(url: URL, pages: number): number {
  const asked = Number(url.searchParams.get('page') ?? 1);
  return Number.isInteger(asked) ? Math.min(Math.max(asked, 1), Math.max(pages, 1)) : 1;
}

const spans: Record<string, Span> = { histogram: 7, 'band-variants': 12 };

export async function load(event) {
  const { locals, url } = event;
  const asked = await askedByAddress(locals.store, url);
  const sort = parseProductSort(url.searchParams.get('sort'));
  if (!asked) return { sort: formatProductSort(sort) };
  const [{ lines, ...report }, { figures: plain }] = await Promise.all([
    productsReport(locals.store, asked, sort, locals.locale),
    productFigures(locals.store, asked, locals.locale)
  ]);
  const figures = placed(event, plain, ({ id }) => spans[id] ?? 5);
  const pages = Math.ceil(lines.length / pageLength);
  const page = readPage(url, pages);
  const shown = lines.slice((page - 1) * pageLength, page * pageLength);
  const from = (page - 1) * pageLength;
  return { sort: formatProductSort(sort), report, figures, lines: shown, page, pages, from };
}
