import { error } from '@sveltejs/kit';
import { askedOfVendor } from '#lib/reports/vendor-data.ts';
import { vendorReport } from '#lib/reports/vendor.ts';
import { askedByAddress } from '../../../../asked.ts';
import { figureResponse } from '../../../figure-response.ts';

export async function GET({ params: { name, file }, locals: { store, locale }, url }) {
  const asked = (await askedByAddress(store, url)) ?? error(404, 'no campaign yet');
  const report = await vendorReport(store, asked, name, 1, locale);
  if (!report) error(404, `unknown vendor: ${name}`);
  const { campaign, view, key } = askedOfVendor(asked, name);
  return figureResponse(store, report.figures, {
    file,
    key: ['vendor', name, key],
    name: `palier-${campaign.code}-${report.name}`,
    origin: { campaign, filters: { ...view.filters, vendor: [] }, locale, subject: report.name }
  });
}
