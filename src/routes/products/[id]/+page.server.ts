import { error, fail } from '@sveltejs/kit';
import { authorName } from '#lib/commands/command.ts';
import { wholeAnswer } from '#lib/commands/said-answer.ts';
import { refusalWords } from '#lib/i18n/corrections.ts';
import * as corrections from '#lib/server/corrections.ts';
import { parseCompare } from '#lib/reports/product-data.ts';
import { productReport } from '#lib/reports/product.ts';
import { askedByAddress } from '../../asked.ts';

export async function load({ params: { id }, locals: { store, locale }, url }) {
  const asked = (await askedByAddress(store, url)) ?? error(404, 'no campaign yet');
  const compare = parseCompare(url.searchParams.get('compare'));
  const report = await productReport(store, asked, id.toLowerCase(), compare, locale);
  if (!report) error(404, `unknown product: ${id}`);
  return { report, compare, id: id.toLowerCase() };
}

function text(form: FormData, name: string): string {
  const value = form.get(name);
  return typeof value === 'string' ? value.trim() : '';
}

export const actions = {
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
        by: authorName(text(form, 'by'))
      })
    );
    if (typeof outcome === 'number') return { kept: outcome };
    return fail(422, { ...values, refusal: refusalWords(outcome, locale) });
  },

  async retract({ request, locals }) {
    const form = await request.formData();
    const id = Number(text(form, 'id'));
    if (!Number.isSafeInteger(id)) return fail(400, {});
    await locals.store.write((db) => corrections.retract(db, id, authorName(text(form, 'by'))));
    return {};
  }
};
