import { productFigures } from '#lib/reports/product-figures.ts';
import { formatProductSort, parseProductSort, productsReport } from '#lib/reports/products.ts';
import { askedByAddress } from '../asked.ts';

const pageLength = 100;

function readPage(url: URL, pages: number): number {
  const asked = Number(url.searchParams.get('page') ?? 1);
  return Number.isInteger(asked) ? Math.min(Math.max(asked, 1), Math.max(pages, 1)) : 1;
}

export async function load({ locals, url }) {
  const asked = await askedByAddress(locals.store, url);
  const sort = parseProductSort(url.searchParams.get('sort'));
  if (!asked) return { sort: formatProductSort(sort) };
  const { lines, ...report } = await productsReport(locals.store, asked, sort, locals.locale);
  const { figures } = await productFigures(locals.store, asked, locals.locale);
  const pages = Math.ceil(lines.length / pageLength);
  const page = readPage(url, pages);
  const shown = lines.slice((page - 1) * pageLength, page * pageLength);
  const from = (page - 1) * pageLength;
  return { sort: formatProductSort(sort), report, figures, lines: shown, page, pages, from };
}
