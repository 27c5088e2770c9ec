import { fail, redirect } from '@sveltejs/kit';
import { inLanguage, sharedAddress } from '#lib/components/view-address.ts';
import { fold } from '#lib/i18n/fold.ts';
import * as savedViews from '#lib/server/saved-views.ts';

const longest = { name: 100, address: 8000 };

function text(form: FormData, field: string): string {
  const value = form.get(field);
  return typeof value === 'string' ? value : '';
}

/** Undefined where the text is no name: nothing is left of it when names are compared, or it is too long. */
function nameIn(form: FormData, field: string): string | undefined {
  const name = text(form, field).trim();
  return fold(name) === '' || name.length > longest.name ? undefined : name;
}

/** A path of this application with its query; undefined for anything that would lead elsewhere. */
function addressIn(form: FormData): string | undefined {
  const address = text(form, 'address');
  const base = 'http://localhost';
  if (!address.startsWith('/') || address.length > longest.address || !URL.canParse(address, base))
    return undefined;
  return new URL(address, base).origin === base ? sharedAddress(address) : undefined;
}

export async function load({ locals }) {
  return { saved: await locals.store.read(savedViews.list) };
}

export const actions = {
  async save({ request, locals: { store, locale } }) {
    const form = await request.formData();
    const [name, address] = [nameIn(form, 'name'), addressIn(form)];
    if (address === undefined) return fail(400, { problem: 'badAddress' as const });
    if (name === undefined) return fail(400, { problem: 'blankName' as const });
    await store.write((db) => savedViews.save(db, { name, address }));
    redirect(303, inLanguage(address, locale));
  },
  async rename({ request, locals: { store } }) {
    const form = await request.formData();
    const name = nameIn(form, 'to');
    if (name === undefined) return fail(400, { problem: 'blankName' as const });
    const isDone = await store.write((db) => savedViews.rename(db, text(form, 'name'), name));
    return isDone ? undefined : fail(409, { problem: 'takenName' as const });
  },
  async delete({ request, locals: { store } }) {
    const name = text(await request.formData(), 'name');
    await store.write((db) => savedViews.remove(db, name));
  }
};
