import { error, fail, type RequestEvent } from '@sveltejs/kit';
import { storeExpected } from '#lib/commands/expected-list.ts';
import { problemMessage } from '#lib/i18n/problems.ts';
import { followUpReport } from '#lib/reports/follow-up.ts';
import * as expectedLinks from '#lib/server/expected-links.ts';
import { askedByAddress } from '../asked.ts';
import { authorOf } from '../author.ts';

const pageLength = 100;
const mostProblems = 100;

function pageOf(url: URL, pages: number): number {
  const asked = Number(url.searchParams.get('page') ?? 1);
  return Number.isInteger(asked) ? Math.min(Math.max(asked, 1), Math.max(pages, 1)) : 1;
}

export async function load({ locals, url }) {
  const asked = await askedByAddress(locals.store, url);
  if (!asked) return {};
  const report = await followUpReport(locals.store, asked.campaign, locals.locale);
  const { products, unexpected, corridors, expected } = report.followUp;
  const late = products.filter(({ state }) => state !== 'complete');
  const pages = Math.ceil(late.length / pageLength);
  const page = pageOf(url, pages);
  return {
    report: {
      headline: report.headline,
      lede: report.lede,
      keys: report.keys,
      corridorsTitle: report.corridorsTitle
    },
    corridors,
    expectedCount: expected,
    late: late.slice((page - 1) * pageLength, page * pageLength),
    lateCount: late.length,
    page,
    pages,
    links: products.filter(({ answeredAs }) => answeredAs !== null).slice(0, pageLength),
    unexpected: unexpected.slice(0, pageLength),
    unexpectedCount: unexpected.length,
    suggestions: report.suggestions.slice(0, pageLength)
  };
}

async function campaignOf({ locals, url }: RequestEvent): Promise<number> {
  return (await askedByAddress(locals.store, url))?.campaign.id ?? error(404, 'no campaign');
}

function text(form: FormData, name: string): string {
  const value = form.get(name);
  return typeof value === 'string' ? value.trim() : '';
}

export const actions = {
  async expected(event) {
    const { request, locals } = event;
    const file = (await request.formData()).get('list');
    if (!(file instanceof File) || file.name === '') return fail(400, { problems: [], stored: undefined });
    const bytes = new Uint8Array(await file.arrayBuffer());
    const outcome = await storeExpected(locals.store, await campaignOf(event), { name: file.name, bytes });
    const problems = outcome.problems.slice(0, mostProblems).map((problem) => {
      const { severity, line, column } = problem;
      return { severity, line, column, message: problemMessage(problem, locals.locale) };
    });
    const { stored } = outcome;
    return stored === undefined ? fail(422, { problems, stored }) : { problems, stored };
  },

  async link(event) {
    const { request, locals } = event;
    const form = await request.formData();
    const campaignId = await campaignOf(event);
    const [expected, product] = [text(form, 'expected'), text(form, 'product')];
    const linked = await locals.store.write((db) =>
      expectedLinks.create(db, { campaignId, expected, product, by: authorOf(text(form, 'by')) })
    );
    return linked ? {} : fail(409, {});
  },

  async unlink(event) {
    const { request, locals } = event;
    const expected = text(await request.formData(), 'expected');
    const campaignId = await campaignOf(event);
    await locals.store.write((db) => expectedLinks.remove(db, campaignId, expected));
    return {};
  }
};
