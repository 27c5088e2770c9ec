import { error, fail } from '@sveltejs/kit';
import { fold } from '#lib/i18n/fold.ts';
import { purgeProduct } from '#lib/commands/purge.ts';
import * as productNames from '#lib/server/product-names.ts';

async function named({ params, locals }: { params: { id: string }; locals: App.Locals }) {
  const found = await locals.store.read((db) => productNames.latest(db, params.id));
  if (!found) error(404, `unknown product: ${params.id}`);
  return found;
}

export async function load(event) {
  return { product: (await named(event)).product };
}

export const actions = {
  default: async (event) => {
    const { product } = await named(event);
    const typed = (await event.request.formData()).get('name');
    if (typeof typed !== 'string' || fold(typed) !== fold(product)) return fail(422, { wrong: true });
    return { purged: await purgeProduct(event.locals.store, event.params.id) };
  }
};
