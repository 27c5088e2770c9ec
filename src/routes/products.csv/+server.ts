import { error } from '@sveltejs/kit';
import { toCsv } from '#lib/reports/csv.ts';
import { parseProductSort, productLines } from '#lib/reports/products.ts';
import { productsTable } from '#lib/reports/table.ts';
import { askedByAddress } from '../asked.ts';

export async function GET({ locals, url }) {
  const asked = await askedByAddress(locals.store, url);
  if (!asked) error(404, 'no campaign');
  const sort = parseProductSort(url.searchParams.get('sort'));
  const lines = await productLines(locals.store, asked, sort, locals.locale);
  return new Response(toCsv(productsTable(lines), locals.locale === 'fr' ? 'spreadsheet-fr' : 'api'), {
    headers: {
      'content-type': 'text/csv; charset=utf-8',
      'content-disposition': 'attachment; filename="palier-products.csv"'
    }
  });
}
