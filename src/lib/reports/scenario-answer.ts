import { consequences, type Consequences } from '#lib/maturity/consequences.ts';
import { productDistances, type ProductDistance } from '#lib/maturity/lacking-products.ts';
import type { LevelTable } from '#lib/maturity/level-table.ts';
import type { Requirement } from '#lib/maturity/requirements.ts';
import { sizeClasses } from '#lib/maturity/vendor-size.ts';
import * as campaigns from '#lib/server/campaigns.ts';
import * as levelTable from '#lib/server/level-table.ts';
import * as scenarios from '#lib/server/scenarios.ts';
import type { Scenario } from '#lib/server/scenarios.ts';
import type { Db } from '#lib/server/sql.ts';
import type { View } from '#lib/server/view.ts';
import { tableOf, type Table } from './table.ts';

/** A scenario's consequences as `palier scenario show` prints them. */
export interface ScenarioFigures extends Omit<Consequences, 'vendorSizes'> {
  name: string;
  campaign: string;
}

/** One of the scenarios of a campaign, in short. */
export type ScenarioSummary = Pick<
  ScenarioFigures,
  'name' | 'requirements' | 'applicable' | 'passing' | 'admitted' | 'vendors' | 'firmness'
> &
  Pick<Scenario, 'frozenAt' | 'changedAt' | 'changedBy'>;

/** The same with the scenario's lines, the sizes of vendors, and what each product lacks. */
export interface ScenarioAnswer extends ScenarioFigures {
  frozenAt: string | null;
  lines: Requirement[];
  vendorSizes: { from: number; to: number | null; applicable: number; passing: number; vendors: number }[];
  products: ProductDistance[];
}

/** Scenarios always count an unanswered criterion as lacking, whatever the setting. */
export function scenarioView(view: View): View {
  return { ...view, filters: { ...view.filters, unanswered: 'count' } };
}

/** What the products in view declare: what scenarios are counted on. */
export function levelsInView(db: Db, view: View): Promise<LevelTable> {
  return levelTable.read(db, scenarioView(view));
}

/** Undefined where the campaign has no scenario of this name. */
export async function scenarioAnswer(db: Db, view: View, name: string): Promise<ScenarioAnswer | undefined> {
  const scenario = await scenarios.find(db, view.campaignId, name);
  if (!scenario) return undefined;
  const table = await levelsInView(db, view);
  const found = consequences(table, scenario.requirements);
  return {
    name: scenario.name,
    campaign: await campaigns.codeOf(db, view.campaignId),
    ...found,
    frozenAt: scenario.frozenAt,
    lines: scenario.requirements,
    vendorSizes: found.vendorSizes.map(({ sizeClass, ...group }) => ({
      from: sizeClasses[sizeClass]?.from ?? 0,
      to: sizeClasses[sizeClass]?.to ?? null,
      ...group
    })),
    products: productDistances(table, scenario.requirements)
  };
}

/** What of an answer the command line prints. */
export function figuresOnly(answer: ScenarioAnswer): ScenarioFigures {
  return {
    name: answer.name,
    campaign: answer.campaign,
    requirements: answer.requirements,
    applicable: answer.applicable,
    passing: answer.passing,
    admitted: answer.admitted,
    vendors: answer.vendors,
    firmness: answer.firmness,
    lacking: answer.lacking,
    within: answer.within,
    effort: answer.effort,
    corridors: answer.corridors,
    themes: answer.themes,
    perRequirement: answer.perRequirement,
    addable: answer.addable
  };
}

/** Every scenario of the campaign with its counts over the products in view. */
export async function scenarioSummaries(db: Db, view: View): Promise<ScenarioSummary[]> {
  const list = await scenarios.list(db, view.campaignId);
  if (list.length === 0) return [];
  const table = await levelsInView(db, view);
  return list.map(({ name, requirements, frozenAt, changedAt, changedBy }) => {
    const found = consequences(table, requirements);
    return {
      name,
      requirements: found.requirements,
      applicable: found.applicable,
      passing: found.passing,
      admitted: found.admitted,
      vendors: found.vendors,
      firmness: found.firmness,
      frozenAt,
      changedAt,
      changedBy
    };
  });
}

/** One row a mandatory requirement. */
export function requirementsTable({ perRequirement }: Pick<ScenarioFigures, 'perRequirement'>): Table {
  return tableOf(perRequirement, {
    criterion: (r) => r.criterion,
    level: (r) => r.level,
    applicable: (r) => r.applicable,
    attained: (r) => r.attained,
    blocksAlone: (r) => r.blocksAlone,
    passingIfDropped: (r) => r.passingIfDropped
  });
}

/** One row a scenario. */
export function summariesTable(summaries: readonly ScenarioSummary[]): Table {
  return tableOf(summaries, {
    name: (s) => s.name,
    mandatory: (s) => s.requirements.mandatory,
    recommended: (s) => s.requirements.recommended,
    candidate: (s) => s.requirements.candidate,
    unknown: (s) => s.requirements.unknown,
    applicable: (s) => s.applicable,
    passing: (s) => s.passing,
    admitted: (s) => s.admitted,
    vendors_applicable: (s) => s.vendors.applicable,
    vendors_passing: (s) => s.vendors.passing,
    firmness: (s) => s.firmness,
    frozenAt: (s) => s.frozenAt,
    changedAt: (s) => s.changedAt,
    changedBy: (s) => s.changedBy
  });
}
