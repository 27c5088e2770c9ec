import { error } from '@sveltejs/kit';
import { attachment } from '#lib/reports/attachment.ts';
import { figureFiles } from '#lib/reports/figure-file.ts';
import { pages } from '#lib/reports/pages.ts';
import { named } from '#lib/reports/questions.ts';
import { cached } from '#lib/server/cache.ts';
import { askedByAddress } from '../../../asked.ts';

export async function GET({ params: { page, file }, locals: { store, locale }, url }) {
  const [, id = '', format = ''] = /^(.+)\.(\w+)$/.exec(file) ?? [];
  const report = named(pages, page) ?? error(404, `unknown page: ${page}`);
  const { type, write } = named(figureFiles, format) ?? error(404, `unknown format: ${file}`);
  const asked = (await askedByAddress(store, url)) ?? error(404, 'no campaign yet');
  const figure = (await report(store, asked, locale)).figures.find((one) => one.id === id);
  if (!figure) error(404, `unknown figure: ${id}`);
  const { campaign, view, key } = asked;
  const body = await cached(
    store,
    JSON.stringify(['figure file internal', page, file, locale, key]),
    async () => write(figure, { campaign, filters: view.filters, locale })
  );
  if (body === undefined) error(404, `nothing to draw: ${id}`);
  return new Response(body, {
    headers: {
      'content-type': type,
      'content-disposition': attachment(`palier-${campaign.code}-${id}.${format}`)
    }
  });
}
