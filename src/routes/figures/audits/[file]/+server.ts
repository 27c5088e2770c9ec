import { error } from '@sveltejs/kit';
import { defaultLimits } from '#lib/maturity/eligibility.ts';
import { auditsReport } from '#lib/reports/audits.ts';
import { askedByAddress } from '../../../asked.ts';
import { figureResponse } from '../../figure-response.ts';

export async function GET({ params: { file }, locals: { store, locale }, url }) {
  const asked = (await askedByAddress(store, url)) ?? error(404, 'no campaign yet');
  const { campaign, view, key } = asked;
  // no figure rests on the limits of eligibility
  const { figures } = await auditsReport(store, asked, defaultLimits, locale);
  return figureResponse(store, figures, {
    file,
    key: ['audits', key],
    name: `palier-${campaign.code}`,
    origin: { campaign, filters: view.filters, locale }
  });
}
