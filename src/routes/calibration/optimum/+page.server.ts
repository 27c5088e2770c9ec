import { error, fail, redirect } from '@sveltejs/kit';
import { pageAddress } from '#lib/components/address.ts';
import { frontierWords } from '#lib/i18n/frontier-words.ts';
import { scenarioRefusal } from '#lib/i18n/scenario-refusals.ts';
import { calibrationAsked } from '#lib/reports/calibration.ts';
import { chosenOf, optimumOf, optimumRequirements, pointAsked } from '#lib/reports/optimum.ts';
import { levelNames } from '#lib/reports/optimum-lines.ts';
import * as frontier from '#lib/server/frontier.ts';
import * as scenarios from '#lib/server/scenarios.ts';
import { askedByAddress } from '../../asked.ts';
import { figuresAsked } from '../figures-asked.ts';
import { text } from '../form-fields.ts';
import { authorOf } from '../../author.ts';

/** The scenario whose lines are searched; undefined for the whole questionnaire. */
function searched(url: URL): string | undefined {
  return url.searchParams.get('scenario') || undefined;
}

export async function load(event) {
  const { locals, url } = event;
  const asked = await askedByAddress(locals.store, url);
  const words = { frontierWords: frontierWords(locals.locale) };
  if (!asked) return words;
  const figures = await figuresAsked(event, asked, { scenario: searched(url), compare: [] });
  const base = await frontier.baseOf(locals.store, calibrationAsked(asked), searched(url));
  if (!base) error(404, 'unknown scenario');
  const { answer, frontier: figure, problems, isOpen } = figures;
  const point = answer && pointAsked(answer, url.searchParams.get('size'));
  const list = await locals.store.read((db) => scenarios.list(db, asked.view.campaignId));
  return {
    ...words,
    figure,
    problems,
    isOpen,
    optimum: answer && point ? optimumOf(answer, point, locals.locale) : undefined,
    products: base.table.products.length,
    candidates: levelNames(base, base.candidates, locals.locale),
    obligations: base.table.criteria.flatMap(({ code, obligation }) => (obligation === '' ? [] : [code])),
    corridors: [...new Set(base.table.products.map(({ corridor }) => corridor))].sort(),
    scenarios: list.map(({ name }) => name)
  };
}

export const actions = {
  /** A scenario of the point that the address shows. */
  async create(event) {
    const { locals, url, request } = event;
    const asked = (await askedByAddress(locals.store, url)) ?? error(404, 'no campaign yet');
    const form = await request.formData();
    const { answer } = await figuresAsked(event, asked, { scenario: searched(url), compare: [] });
    const point = answer && pointAsked(answer, url.searchParams.get('size'));
    if (!answer || !point)
      return fail(422, { refusal: frontierWords(locals.locale).noSet, name: text(form, 'name') });
    const requirements = await optimumRequirements(
      locals.store,
      asked,
      searched(url),
      chosenOf(answer, point)
    );
    if (!requirements) error(404, 'unknown scenario');
    const name = text(form, 'name').replace(/\s+/g, ' ');
    const act = { by: authorOf(text(form, 'by')), origin: 'frontier' };
    const made = await locals.store.write((db) =>
      scenarios.create(db, { campaignId: asked.campaign.id, name, requirements, ...act })
    );
    if (typeof made === 'string') return fail(422, { refusal: scenarioRefusal(made, locals.locale), name });
    const state = { campaign: asked.campaign.code, locale: locals.locale, filters: asked.view.filters };
    redirect(303, pageAddress('/calibration', state, { scenario: name }));
  }
};
