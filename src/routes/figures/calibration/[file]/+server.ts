import { error } from '@sveltejs/kit';
import { askedByAddress } from '../../../asked.ts';
import { figuresAsked } from '../../../calibration/figures-asked.ts';
import { figureResponse } from '../../figure-response.ts';

export async function GET(event) {
  const { params, locals, url } = event;
  const { store, locale } = locals;
  const asked = (await askedByAddress(store, url)) ?? error(404, 'no campaign yet');
  const scenario = url.searchParams.get('scenario') || undefined;
  const found = await figuresAsked(event, asked, { scenario, compare: url.searchParams.getAll('compare') });
  const { campaign, view, key } = asked;
  return figureResponse(
    store,
    [found.frontier, found.comparison].flatMap((figure) => figure ?? []),
    {
      file: params.file,
      key: ['calibration', key, url.search],
      name: `palier-${campaign.code}`,
      origin: { campaign, filters: view.filters, locale, ...(scenario ? { subject: scenario } : {}) }
    }
  );
}
