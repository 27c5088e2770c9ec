import type { Locale } from '#lib/i18n/locale.ts';
import { testedForms } from '#lib/maturity/if-gap-held.ts';
import type { LevelTable } from '#lib/maturity/level-table.ts';
import { withoutCriterionFilters } from '#lib/maturity/filters.ts';
import type { AskedView } from '#lib/server/asked-view.ts';
import * as audits from '#lib/server/audits.ts';
import { cached } from '#lib/server/cache.ts';
import * as scenarios from '#lib/server/scenarios.ts';
import type { Scenario, ScenarioChange } from '#lib/server/scenarios.ts';
import type { Store } from '#lib/server/store.ts';
import { calibrationView, groupsOf, type CalibrationView } from './calibration-view.ts';
import type { LineGroup } from './calibration-lines.ts';
import type { Evidence } from './evidence.ts';
import { levelsInView, scenarioSummaries, type ScenarioSummary } from './scenario-answer.ts';

/** The calibration page: one scenario, those beside which it may be put, and all that the campaign has. */
export interface CalibrationReport {
  summaries: ScenarioSummary[];
  removed: string[];
  /** Undefined where the campaign has none. */
  scenario: Scenario | undefined;
  /** Others to set beside it, at most two. */
  compared: Scenario[];
  view: CalibrationView | undefined;
  groups: LineGroup[];
  history: ScenarioChange[];
}

/** What an address asks for. */
export interface AskedScenarios {
  /** By default the first. */
  name: string | null;
  compare: string[];
}

/** What the bar above the page offers. */
export interface ScenarioChoice {
  names: string[];
  /** The scenario shown, and those set beside it. */
  name: string;
  compared: string[];
  /** Products in view to which something applies. */
  products: number;
  frozen: boolean;
}

export const mostCompared = 2;

/** Scenarios are seen over products chosen, and always over all criteria. */
export function calibrationAsked({ campaign, view, key }: AskedView): AskedView {
  return { campaign, view: { ...view, filters: withoutCriterionFilters(view.filters) }, key };
}

/** What the products in view declare, read once a version of the data. */
export function knownLevels(store: Store, { view, key }: AskedView): Promise<LevelTable> {
  return cached(store, `levels ${key}`, () => store.read((db) => levelsInView(db, view)), [view.campaignId]);
}

/** What a scenario is set against, over the products in view. */
export async function knownEvidence(store: Store, asked: AskedView): Promise<Evidence> {
  const { campaign } = asked;
  const table = await knownLevels(store, asked);
  const forms = await cached(store, `audits ${campaign.id}`, () =>
    store.read(async (db) => testedForms(await audits.list(db, campaign.id)))
  );
  return { table, forms };
}

/** Undefined where the address names a scenario that the campaign hasn't. */
export async function calibrationReport(
  store: Store,
  given: AskedView,
  { name, compare }: AskedScenarios,
  locale: Locale
): Promise<CalibrationReport | undefined> {
  const asked = calibrationAsked(given);
  const { campaign, view } = asked;
  const read = await store.read(async (db) => {
    const list = await scenarios.list(db, campaign.id);
    const scenario = name === null ? list[0] : await scenarios.find(db, campaign.id, name);
    const found = await Promise.all(
      compare.slice(0, mostCompared).map((one) => scenarios.find(db, campaign.id, one))
    );
    return {
      summaries: await scenarioSummaries(db, view),
      removed: (await scenarios.removed(db, campaign.id)).map((one) => one.name),
      scenario,
      compared: found.flatMap((one) => (one && one.id !== scenario?.id ? [one] : [])),
      history: scenario ? await scenarios.history(db, scenario.id) : []
    };
  });
  const { scenario } = read;
  if (name !== null && !scenario) return undefined;
  if (!scenario) return { ...read, view: undefined, groups: [] };
  const shown = calibrationView(
    await knownEvidence(store, asked),
    scenario.name,
    scenario.requirements,
    locale
  );
  return { ...read, view: shown, groups: groupsOf(shown) };
}
