import { error } from '@sveltejs/kit';
import { attachment } from '#lib/reports/attachment.ts';
import { figureFiles, type Origin } from '#lib/reports/figure-file.ts';
import type { Figure } from '#lib/reports/figure.ts';
import { named } from '#lib/reports/questions.ts';
import { cached } from '#lib/server/cache.ts';
import type { Store } from '#lib/server/store.ts';

interface Wanted {
  /** The figure's name and the format's, such as `bands.svg`. */
  file: string;
  /** All that the figure depends on but its name, the format and the language. */
  key: string[];
  /** The start of the download's name. */
  name: string;
  origin: Origin;
}

/** The figure of a report that an address asks for, as the file it asks for; not found where there is none. */
export async function figureResponse(store: Store, figures: Figure[], wanted: Wanted): Promise<Response> {
  const { file, key, name, origin } = wanted;
  const [, id = '', format = ''] = /^(.+)\.(\w+)$/.exec(file) ?? [];
  const { type, write } = named(figureFiles, format) ?? error(404, `unknown format: ${file}`);
  const figure = figures.find((one) => one.id === id) ?? error(404, `unknown figure: ${id}`);
  const body = await cached(
    store,
    JSON.stringify(['figure file internal', file, origin.locale, ...key]),
    async () => write(figure, origin)
  );
  if (body === undefined) error(404, `nothing to draw: ${id}`);
  return new Response(body, {
    headers: { 'content-type': type, 'content-disposition': attachment(`${name}-${id}.${format}`) }
  });
}
