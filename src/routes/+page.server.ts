import { askedView } from '#lib/server/asked-view.ts';
import * as attainment from '#lib/server/attainment.ts';

export async function load({ locals, url }) {
  return locals.store.read(async (db) => {
    const asked = await askedView(db, url.searchParams.get('campaign') ?? 'v1', url.searchParams);
    if (!asked) return {};
    return { overview: await attainment.overview(db, asked.view) };
  });
}
