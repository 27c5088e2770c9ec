import { error } from '@sveltejs/kit';
import { parseCompare } from '#lib/reports/product-data.ts';
import { productReport } from '#lib/reports/product.ts';
import { askedByAddress } from '../../asked.ts';

export async function load({ params: { id }, locals: { store, locale }, url }) {
  const asked = (await askedByAddress(store, url)) ?? error(404, 'no campaign yet');
  const compare = parseCompare(url.searchParams.get('compare'));
  const report = await productReport(store, asked, id.toLowerCase(), compare, locale);
  if (!report) error(404, `unknown product: ${id}`);
  return { report, compare, id: id.toLowerCase() };
}
