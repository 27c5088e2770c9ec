import { error, fail, redirect, type RequestEvent } from '@sveltejs/kit';
import { pageAddress } from '#lib/components/address.ts';
import { createScenario } from '#lib/commands/create-scenario.ts';
import { saveScenario } from '#lib/commands/save-scenario.ts';
import { scenarioRefusal } from '#lib/i18n/scenario-refusals.ts';
import { calibrationWords } from '#lib/i18n/calibration.ts';
import { frontierWords } from '#lib/i18n/frontier-words.ts';
import { calibrationReport, type ScenarioChoice } from '#lib/reports/calibration.ts';
import { lineVoices } from '#lib/reports/line-voices.ts';
import { laterOutcomes } from '#lib/reports/outcomes.ts';
import type { AskedView } from '#lib/server/asked-view.ts';
import * as questionnaires from '#lib/server/questionnaires.ts';
import * as scenarios from '#lib/server/scenarios.ts';
import type { Act, Scenario, ScenarioRefusal } from '#lib/server/scenarios.ts';
import type { Db } from '#lib/server/sql.ts';
import { askedByAddress } from '../asked.ts';
import { pageOf } from '../page-of.ts';
import { figuresAsked } from './figures-asked.ts';
import { lineField, text } from './form-fields.ts';
import { productsShown } from './products-shown.ts';
import { authorOf } from '../author.ts';

const mostChanges = 30;

export async function load(event) {
  const {
    locals: { store, locale },
    url
  } = event;
  const asked = await askedByAddress(store, url);
  // sent in the page's language alone, and not with the scripts in both
  const words = { calibrationWords: calibrationWords(locale), frontierWords: frontierWords(locale) };
  if (!asked) return words;
  const name = url.searchParams.get('scenario');
  const compare = url.searchParams.getAll('compare');
  const report = await calibrationReport(store, asked, { name, compare }, locale);
  if (!report) error(404, `unknown scenario: ${name}`);
  const { view, history, ...rest } = report;
  const changes = history.slice(0, mostChanges).map(({ requirements, ...change }) => ({
    ...change,
    lines: requirements.length
  }));
  if (!view) return { ...words, report: { ...rest, history: changes } };
  const outcomes = rest.scenario ? await laterOutcomes(store, rest.scenario, locale) : [];
  const voices = await store.read((db) => lineVoices(db, asked.view, locale));
  const { lines, ...paged } = pageOf(view.products, url, productsShown);
  const bar: ScenarioChoice = {
    names: rest.summaries.map((one) => one.name),
    name: rest.scenario?.name ?? '',
    compared: rest.compared.map((one) => one.name),
    products: view.products.length,
    frozen: (rest.scenario?.frozenAt ?? null) !== null
  };
  const drawn = await figuresAsked(event, asked, { scenario: bar.name, compare: bar.compared });
  const figures = {
    frontier: drawn.frontier,
    problems: drawn.problems,
    isOpen: drawn.isOpen,
    comparison: drawn.comparison
  };
  return {
    ...words,
    report: { ...rest, history: changes },
    view: { ...view, products: lines },
    paged,
    bar,
    outcomes,
    voices,
    figures
  };
}

/** What somebody typed, so that a refused form comes back as it was. */
function typedTexts(form: FormData): Record<string, string> {
  return Object.fromEntries(
    [...form].flatMap(([name, value]) => (typeof value === 'string' ? [[name, value]] : []))
  );
}

async function campaignAsked({ locals, url }: RequestEvent): Promise<AskedView> {
  return (await askedByAddress(locals.store, url)) ?? error(404, 'no campaign yet');
}

function refused(refusal: ScenarioRefusal, event: RequestEvent) {
  return fail(422, { refusal: scenarioRefusal(refusal, event.locals.locale), issues: [] });
}

/** To the scenario, under the name that it now has. */
function to(name: string, { campaign, view }: AskedView, { locals }: RequestEvent): never {
  const state = { campaign: campaign.code, locale: locals.locale, filters: view.filters };
  redirect(303, pageAddress('/calibration', state, { scenario: name }));
}

/** Does something to the scenario that the address names; undefined where it was done. */
async function change(
  event: RequestEvent,
  asked: AskedView,
  form: FormData,
  work: (db: Db, scenario: Scenario, act: Act) => Promise<ScenarioRefusal | undefined>
): Promise<ScenarioRefusal | undefined> {
  const act = { by: authorOf(text(form, 'by')), origin: 'page' };
  return event.locals.store.write(async (db) => {
    const scenario = await scenarios.find(
      db,
      asked.campaign.id,
      event.url.searchParams.get('scenario') ?? ''
    );
    return scenario ? work(db, scenario, act) : 'unknown_scenario';
  });
}

export const actions = {
  async save(event) {
    const { store, locale } = event.locals;
    const asked = await campaignAsked(event);
    const form = await event.request.formData();
    const scenario = await store.read((db) =>
      scenarios.find(db, asked.campaign.id, event.url.searchParams.get('scenario') ?? '')
    );
    if (!scenario) return refused('unknown_scenario', event);
    const questionnaire = await questionnaires.known(store, asked.campaign.questionnaireId);
    const read = (field: string, key: string) => lineField(form, field, key);
    const by = authorOf(text(form, 'by'));
    const seen = text(form, 'seen') || undefined;
    const saved = await saveScenario(store, scenario, questionnaire, read, { by, seen, locale });
    const typed = typedTexts(form);
    if (saved.refusal) {
      const refusal = scenarioRefusal(saved.refusal, locale);
      // what was changed since is now told: the next « Save » means it
      return fail(422, { refusal, issues: [], typed, seen: scenario.changedAt });
    }
    return saved.issues.length > 0 ? fail(422, { issues: saved.issues, typed, seen }) : { saved: true };
  },

  async create(event) {
    const { store, locale } = event.locals;
    const asked = await campaignAsked(event);
    const form = await event.request.formData();
    const file = form.get('file');
    const outcome = await createScenario(store, {
      campaign: asked.campaign,
      name: text(form, 'name'),
      by: authorOf(text(form, 'by')),
      from: text(form, 'from'),
      file:
        file instanceof File && file.name !== ''
          ? { name: file.name, bytes: new Uint8Array(await file.arrayBuffer()) }
          : undefined,
      locale
    });
    if ('name' in outcome) to(outcome.name, asked, event);
    return fail(422, outcome);
  },

  async rename(event) {
    const asked = await campaignAsked(event);
    const form = await event.request.formData();
    const name = text(form, 'name');
    const refusal = await change(event, asked, form, (db, { id }, act) =>
      scenarios.rename(db, id, name, act)
    );
    return refusal ? refused(refusal, event) : to(name, asked, event);
  },

  async freeze(event) {
    const asked = await campaignAsked(event);
    const form = await event.request.formData();
    const refusal = await change(event, asked, form, (db, { id }, act) => scenarios.freeze(db, id, act));
    return refusal ? refused(refusal, event) : { saved: true };
  },

  async remove(event) {
    const { campaign, view } = await campaignAsked(event);
    const form = await event.request.formData();
    const refusal = await change(event, { campaign, view, key: '' }, form, (db, { id }, act) =>
      scenarios.remove(db, id, act)
    );
    if (refusal) return refused(refusal, event);
    const state = { campaign: campaign.code, locale: event.locals.locale, filters: view.filters };
    redirect(303, pageAddress('/calibration', state));
  },

  async restore(event) {
    const asked = await campaignAsked(event);
    const form = await event.request.formData();
    const name = text(form, 'name');
    const refusal = await event.locals.store.write(async (db) => {
      const gone = await scenarios.findRemoved(db, asked.campaign.id, name);
      return gone ? scenarios.restore(db, gone.id, { by: authorOf(text(form, 'by')) }) : 'unknown_scenario';
    });
    return refusal ? refused(refusal, event) : to(name, asked, event);
  }
};
