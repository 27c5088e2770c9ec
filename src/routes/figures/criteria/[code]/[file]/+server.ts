import { error } from '@sveltejs/kit';
import { askedOfCriterion } from '#lib/reports/criterion-data.ts';
import { criterionReport } from '#lib/reports/criterion.ts';
import { askedByAddress } from '../../../../asked.ts';
import { figureResponse } from '../../../figure-response.ts';

export async function GET({ params: { code, file }, locals: { store, locale }, url }) {
  const asked = (await askedByAddress(store, url)) ?? error(404, 'no campaign yet');
  const report = await criterionReport(store, asked, code, locale);
  if (!report) error(404, `unknown criterion: ${code}`);
  const { campaign, view, key } = askedOfCriterion(asked);
  return figureResponse(store, report.figures, {
    file,
    key: ['criterion', code, key],
    name: `palier-${campaign.code}-${report.code}`,
    origin: { campaign, filters: view.filters, locale, subject: `${report.code}, ${report.name}` }
  });
}
