import { error } from '@sveltejs/kit';
import { productReport } from '#lib/reports/product.ts';
import { askedByAddress } from '../../asked.ts';
import { figureResponse } from '../../figures/figure-response.ts';

/** The product's answers, one row a criterion. */
export async function GET({ params: { id }, locals: { store, locale }, url }) {
  const asked = (await askedByAddress(store, url)) ?? error(404, 'no campaign yet');
  const report = await productReport(store, asked, id.toLowerCase(), 'corridor', locale);
  if (!report) error(404, `unknown product: ${id}`);
  const { campaign, view, key } = asked;
  return figureResponse(store, report.figures, {
    file: 'answers.csv',
    key: ['product', id, key],
    name: `palier-${campaign.code}-${report.name}`,
    origin: { campaign, filters: view.filters, locale }
  });
}
