import { error } from '@sveltejs/kit';
import { commentFilterWords } from '#lib/i18n/consultation.ts';
import { noFilters } from '#lib/maturity/filters.ts';
import { askedComments } from '#lib/reports/consultation-data.ts';
import { consultationReport } from '#lib/reports/consultation.ts';
import { askedByAddress } from '../../../asked.ts';
import { figureResponse } from '../../figure-response.ts';

export async function GET({ params: { file }, locals: { store, locale }, url }) {
  const asked = (await askedByAddress(store, url)) ?? error(404, 'no campaign yet');
  const { campaign } = asked;
  const filters = askedComments(url.searchParams);
  const { figures } = await consultationReport(store, asked, filters, locale);
  return figureResponse(store, figures, {
    file,
    key: ['consultation', String(campaign.id), JSON.stringify(filters)],
    name: `palier-${campaign.code}`,
    origin: { campaign, filters: noFilters, locale, subject: commentFilterWords(filters, locale) }
  });
}
