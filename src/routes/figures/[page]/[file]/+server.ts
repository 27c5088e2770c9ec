import { error } from '@sveltejs/kit';
import { pages } from '#lib/reports/pages.ts';
import { named } from '#lib/reports/questions.ts';
import { askedByAddress } from '../../../asked.ts';
import { figureResponse } from '../../figure-response.ts';

export async function GET({ params: { page, file }, locals: { store, locale }, url }) {
  const report = named(pages, page) ?? error(404, `unknown page: ${page}`);
  const asked = (await askedByAddress(store, url)) ?? error(404, 'no campaign yet');
  const from = url.searchParams.get('from');
  const { figures, subject } = await report(store, asked, locale, from);
  const { campaign, view, key } = asked;
  return figureResponse(store, figures, {
    file,
    key: [page, key, from ?? ''],
    name: `palier-${campaign.code}`,
    origin: { campaign, filters: view.filters, locale, subject }
  });
}
