import { formatVendorSort, parseVendorSort, vendorsReport } from '#lib/reports/vendors.ts';
import { askedByAddress } from '../asked.ts';
import { pageOf } from '../page-of.ts';
import { placed } from '../placed.ts';

export async function load(event) {
  const { locals, url } = event;
  const asked = await askedByAddress(locals.store, url);
  const sort = parseVendorSort(url.searchParams.get('sort'));
  if (!asked) return { sort: formatVendorSort(sort) };
  const { lines, sizes, ...report } = await vendorsReport(locals.store, asked, sort, locals.locale);
  return {
    sort: formatVendorSort(sort),
    report,
    sizes: placed(event, [sizes], () => 12)[0],
    ...pageOf(lines, url)
  };
}
