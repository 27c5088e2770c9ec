import { error } from '@sveltejs/kit';
import { askedOfProducts, parseCompare } from '#lib/reports/product-data.ts';
import { productReport } from '#lib/reports/product.ts';
import { askedByAddress } from '../../../../asked.ts';
import { figureResponse } from '../../../figure-response.ts';

export async function GET({ params: { id, file }, locals: { store, locale }, url }) {
  const asked = (await askedByAddress(store, url)) ?? error(404, 'no campaign yet');
  const compare = parseCompare(url.searchParams.get('compare'));
  const report = await productReport(store, asked, id.toLowerCase(), compare, locale);
  if (!report) error(404, `unknown product: ${id}`);
  const { campaign, view, key } = askedOfProducts(asked);
  const subject = `${report.name} (${report.vendor})`;
  return figureResponse(store, report.figures, {
    file,
    key: ['product', id, compare, key],
    name: `palier-${campaign.code}-${report.name}`,
    origin: { campaign, filters: view.filters, locale, subject }
  });
}
