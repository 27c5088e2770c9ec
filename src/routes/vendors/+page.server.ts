import { formatVendorSort, parseVendorSort, vendorsReport } from '#lib/reports/vendors.ts';
import { askedByAddress } from '../asked.ts';
import { pageOf } from '../page-of.ts';

export async function load({ locals, url }) {
  const asked = await askedByAddress(locals.store, url);
  const sort = parseVendorSort(url.searchParams.get('sort'));
  if (!asked) return { sort: formatVendorSort(sort) };
  const { lines, figures, ...report } = await vendorsReport(locals.store, asked, sort, locals.locale);
  return {
    sort: formatVendorSort(sort),
    report,
    sizes: figures.find(({ id }) => id === 'sizes'),
    ...pageOf(lines, url)
  };
}
