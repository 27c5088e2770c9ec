import { error } from '@sveltejs/kit';
import { calibrationFigures } from '#lib/reports/calibration-figures.ts';
import { askedByAddress } from '../../../asked.ts';
import { figureResponse } from '../../figure-response.ts';

export async function GET({ params: { file }, locals: { store, locale }, url, request }) {
  const asked = (await askedByAddress(store, url)) ?? error(404, 'no campaign yet');
  const scenario = url.searchParams.get('scenario') ?? undefined;
  const compare = url.searchParams.getAll('compare');
  const given = { scenario, compare, parameters: url.searchParams, signal: request.signal };
  const found =
    (await calibrationFigures(store, asked, given, locale)) ?? error(404, `unknown scenario: ${scenario}`);
  const { campaign, view, key } = asked;
  return figureResponse(
    store,
    [found.frontier, found.comparison].flatMap((figure) => figure ?? []),
    {
      file,
      key: ['calibration', key, url.search],
      name: `palier-${campaign.code}`,
      origin: { campaign, filters: view.filters, locale, ...(scenario ? { subject: scenario } : {}) }
    }
  );
}
