import { error } from '@sveltejs/kit';
import { vendorReport } from '#lib/reports/vendor.ts';
import { askedByAddress } from '../../asked.ts';
import { askedPage } from '../../page-of.ts';

export async function load({ params: { name }, locals: { store, locale }, url }) {
  const asked = (await askedByAddress(store, url)) ?? error(404, 'no campaign yet');
  const report = await vendorReport(store, asked, name, askedPage(url), locale);
  if (!report) error(404, `unknown vendor: ${name}`);
  return { report };
}
