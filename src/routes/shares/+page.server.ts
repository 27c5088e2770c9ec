import { error, fail } from '@sveltejs/kit';
import { areOn, createShare, dayOf, daysAfter, turn, type ShareAsked } from '#lib/commands/share-links.ts';
import { sharesWords } from '#lib/i18n/shares-page.ts';
import { shareState } from '#lib/maturity/share-state.ts';
import * as campaigns from '#lib/server/campaigns.ts';
import * as productNames from '#lib/server/product-names.ts';
import * as shareLinks from '#lib/server/share-links.ts';
import type { Store } from '#lib/server/store.ts';
import { askedByAddress } from '../asked.ts';
import { authorOf } from '../author.ts';

const usualDays = 30;
const shownViews = 20;

function linksOf(store: Store, today: string) {
  return store.read(async (db) => {
    const names = new Map(
      (await productNames.list(db)).map((one) => [one.id, `${one.product}, ${one.vendor}`])
    );
    const codes = new Map((await campaigns.list(db)).map(({ id, code }) => [id, code]));
    const rows = [];
    for (const link of await shareLinks.list(db)) {
      rows.push({
        ...link,
        name: names.get(link.productId),
        campaign: codes.get(link.campaignId) ?? '',
        state: shareState(link, today),
        opened: await shareLinks.views(db, link.id, shownViews)
      });
    }
    return { rows, names };
  });
}

export async function load({ locals: { store, locale }, url }) {
  const today = dayOf(new Date());
  const { rows, names } = await linksOf(store, today);
  const product = url.searchParams.get('product') ?? '';
  return {
    words: sharesWords(locale),
    isOn: await store.read(areOn),
    product: names.has(product) ? { id: product, name: names.get(product) ?? '' } : undefined,
    usual: { today, expiresOn: daysAfter(today, usualDays) },
    links: rows
  };
}

function text(form: FormData, name: string): string {
  const value = form.get(name);
  return typeof value === 'string' ? value : '';
}

function askedOf(form: FormData): ShareAsked {
  return {
    productId: text(form, 'product'),
    recipient: text(form, 'recipient'),
    requestedOn: text(form, 'requested_on'),
    reference: text(form, 'reference'),
    expiresOn: text(form, 'expires_on'),
    mostViews: text(form, 'most_views'),
    password: text(form, 'password'),
    by: authorOf(text(form, 'by'))
  };
}

export const actions = {
  async turn({ request, locals: { store } }) {
    await turn(store, text(await request.formData(), 'to') === 'on');
    return {};
  },

  async create({ request, locals: { store, locale }, url }) {
    const { campaign } = (await askedByAddress(store, url)) ?? error(404, 'no campaign yet');
    const asked = askedOf(await request.formData());
    const made = await createShare(store, campaign, asked);
    if ('token' in made) return { address: `${url.origin}/shared/${made.token}` };
    const words = sharesWords(locale).problems;
    const said = { ...asked, password: '' };
    return fail(422, { problems: made.problems.map((problem) => words[problem]), said });
  },

  async revoke({ request, locals: { store } }) {
    const form = await request.formData();
    const id = Number(text(form, 'id'));
    if (!Number.isSafeInteger(id)) return fail(400, {});
    await store.write((db) => shareLinks.revoke(db, id, authorOf(text(form, 'by'))));
    return {};
  }
};
