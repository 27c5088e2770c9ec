import { formatListSort } from '#lib/reports/list-sort.ts';
import { parseVendorSort, vendorPart, vendorsReport } from '#lib/reports/vendors.ts';
import { askedByAddress } from '../asked.ts';
import { partOf } from '../page-of.ts';
import { placed } from '../placed.ts';

export async function load(event) {
  const { store, locale } = event.locals;
  const asked = await askedByAddress(store, event.url);
  const sort = parseVendorSort(event.url.searchParams.get('sort'));
  if (!asked) return { sort: formatListSort(sort) };
  const { sizes, total, ...report } = await vendorsReport(store, asked, locale);
  const part = partOf(total, event.url);
  return {
    sort: formatListSort(sort),
    report,
    sizes: placed(event, [sizes], () => 12)[0],
    part,
    lines: await vendorPart(store, asked, sort, locale, part)
  };
}
