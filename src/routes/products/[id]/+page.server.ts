import { error, fail, redirect } from '@sveltejs/kit';
import type { Span } from '#lib/components/figure-place.ts';
import { wholeAnswer } from '#lib/commands/said-answer.ts';
import { refusalWords } from '#lib/i18n/corrections.ts';
import * as corrections from '#lib/server/corrections.ts';
import { parseCompare } from '#lib/reports/product-data.ts';
import { productReport } from '#lib/reports/product.ts';
import * as renamings from '#lib/server/renamings.ts';
import type { Store } from '#lib/server/store.ts';
import { askedByAddress } from '../../asked.ts';
import { namingActions, withoutAction } from '../../naming.ts';
import { placed } from '../../placed.ts';
import { authorOf } from '../../author.ts';

/** Of the figures that are blocks like any other; the others have tables of their own. */
const spans: Record<string, Span> = { position: 12, themes: 5 };

export async function load(event) {
  const { params, locals, url } = event;
  const { id } = params;
  const { store, locale } = locals;
  const asked = (await askedByAddress(store, url)) ?? error(404, 'no campaign yet');
  const compare = parseCompare(url.searchParams.get('compare'));
  const report = await productReport(store, asked, id.toLowerCase(), compare, locale);
  if (!report) return elsewhere(store, id, url);
  const acts = await store.read(renamings.list);
  return {
    report: { ...report, figures: report.figures.filter(({ id }) => !(id in spans)) },
    blocks: placed(
      event,
      report.figures.filter(({ id }) => id in spans),
      ({ id }) => spans[id] ?? 12
    ),
    compare,
    id: id.toLowerCase(),
    renamings: acts.filter(({ productId }) => productId === id.toLowerCase())
  };
}

/** A product that was merged or renamed is at the address of the one it is. */
async function elsewhere(store: Store, id: string, url: URL): Promise<never> {
  const kept = await store.read((db) => renamings.keptId(db, id.toLowerCase()));
  if (kept === id.toLowerCase()) error(404, `unknown product: ${id}`);
  redirect(303, `/products/${kept}${withoutAction(url)}`);
}

function text(form: FormData, name: string): string {
  const value = form.get(name);
  return typeof value === 'string' ? value.trim() : '';
}

const { rename, merge, unmerge } = namingActions;

export const actions = {
  rename,
  merge,
  unmerge,

  async correct({ params, request, locals: { store, locale }, url }) {
    const asked = (await askedByAddress(store, url)) ?? error(404, 'no campaign yet');
    const form = await request.formData();
    const said = text(form, 'answer');
    const [criterion, reason] = [text(form, 'criterion'), text(form, 'reason')];
    const answer = wholeAnswer(said);
    const values = { criterion, said, reason };
    if (answer === undefined && said !== 'contest')
      return fail(422, { ...values, refusal: refusalWords('no_such_level', locale) });
    const outcome = await store.write((db) =>
      corrections.create(db, {
        campaignId: asked.campaign.id,
        productId: params.id,
        criterion,
        answer,
        reason,
        by: authorOf(text(form, 'by'))
      })
    );
    if (typeof outcome === 'number') return { kept: outcome };
    return fail(422, { ...values, refusal: refusalWords(outcome, locale) });
  },

  async retract({ request, locals }) {
    const form = await request.formData();
    const id = Number(text(form, 'id'));
    if (!Number.isSafeInteger(id)) return fail(400, {});
    await locals.store.write((db) => corrections.retract(db, id, authorOf(text(form, 'by'))));
    return {};
  }
};
