import { fail, type RequestEvent } from '@sveltejs/kit';
import { renamingRefusal } from '#lib/i18n/renamings.ts';
import * as distinctNames from '#lib/server/distinct-names.ts';
import * as renamings from '#lib/server/renamings.ts';
import type { Name } from '#lib/server/resolved-names.ts';
import type { Db } from '#lib/server/sql.ts';
import { authorOf } from './author.ts';

/** An address's parameters without the name of a form's action, for a redirect after it. */
export function withoutAction({ searchParams }: URL): string {
  const kept = [...searchParams].filter(([name]) => !name.startsWith('/'));
  return kept.length === 0 ? '' : `?${new URLSearchParams(kept).toString()}`;
}

function text(form: FormData, name: string): string {
  const value = form.get(name);
  return typeof value === 'string' ? value.trim() : '';
}

/** What a form said of names, and why it was not kept; `taken` is the product that has the name. */
export interface NamingOutcome {
  named?: number | undefined;
  /** Two names were said to be two. */
  apart?: boolean | undefined;
  refusal?: string | undefined;
  said?: { product: string; vendor: string; reason: string } | undefined;
  taken?: { id: string; product: string; vendor: string } | undefined;
}

async function keep(
  { locals: { store, locale } }: RequestEvent,
  form: FormData,
  act: (db: Db) => Promise<number | renamings.RenamingRefusal>
) {
  const id = await store.write(act);
  if (typeof id === 'number') return { naming: { named: id } as NamingOutcome };
  const said = { product: text(form, 'product'), vendor: text(form, 'vendor'), reason: text(form, 'reason') };
  const taken = id === 'taken' ? await store.read((db) => renamings.named(db, said)) : undefined;
  const naming: NamingOutcome = { refusal: renamingRefusal(id, locale), said, taken };
  return fail(422, { naming });
}

function saidOf(form: FormData) {
  return { reason: text(form, 'reason'), by: authorOf(text(form, 'by')) };
}

/** Form actions on names: of a product by its id, two products, or a vendor. */
export const namingActions = {
  async rename(event: RequestEvent) {
    const form = await event.request.formData();
    const name = { product: text(form, 'product'), vendor: text(form, 'vendor') };
    return keep(event, form, (db) => renamings.rename(db, text(form, 'id'), name, saidOf(form)));
  },

  async merge(event: RequestEvent) {
    const form = await event.request.formData();
    return keep(event, form, (db) => renamings.merge(db, text(form, 'id'), text(form, 'into'), saidOf(form)));
  },

  async renameVendor(event: RequestEvent) {
    const form = await event.request.formData();
    const [from, to] = [text(form, 'from'), text(form, 'vendor')];
    return keep(event, form, (db) => renamings.renameVendor(db, from, to, saidOf(form)));
  },

  async unmerge({ request, locals }: RequestEvent) {
    const form = await request.formData();
    const id = Number(text(form, 'id'));
    if (!Number.isSafeInteger(id)) return fail(400, {});
    await locals.store.write((db) => renamings.retract(db, id, authorOf(text(form, 'by'))));
    return {};
  }
};

/** Form actions on two names that look alike: they are two, or are to be suggested again. */
export const distinctActions = {
  async keepApart({ request, locals: { store, locale } }: RequestEvent) {
    const form = await request.formData();
    const [one, other] = ['one', 'other'].map((which) => ({
      vendor: text(form, `${which}-vendor`),
      product: text(form, `${which}-product`)
    })) as [Name, Name];
    const isKept = await store.write((db) =>
      distinctNames.create(db, one, other, authorOf(text(form, 'by')))
    );
    if (!isKept)
      return fail(422, { naming: { refusal: renamingRefusal('no_change', locale) } as NamingOutcome });
    return { naming: { apart: true } as NamingOutcome };
  },

  async suggestAgain({ request, locals: { store } }: RequestEvent) {
    const form = await request.formData();
    const id = Number(text(form, 'id'));
    if (!Number.isSafeInteger(id)) return fail(400, {});
    await store.write((db) => distinctNames.retract(db, id, authorOf(text(form, 'by'))));
    return {};
  }
};
