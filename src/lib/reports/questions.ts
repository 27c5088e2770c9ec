import { parseLimits } from '#lib/maturity/eligibility.ts';
import type { ProductAnswers } from '#lib/maturity/figures.ts';
import { fold } from '#lib/i18n/fold.ts';
import { isSameCode } from '#lib/maturity/questionnaire.ts';
import * as answers from '#lib/server/answers.ts';
import * as attainment from '#lib/server/attainment.ts';
import * as campaigns from '#lib/server/campaigns.ts';
import { criteriaByCorridor } from '#lib/server/criteria-by-corridor.ts';
import * as corrections from '#lib/server/corrections.ts';
import * as expectedProducts from '#lib/server/expected-products.ts';
import * as missing from '#lib/server/missing.ts';
import type { Db } from '#lib/server/sql.ts';
import type { View } from '#lib/server/view.ts';
import { analysisAnswer, analysisTable } from './analysis-answer.ts';
import { askedAudits } from './audits-answer.ts';
import { askedConsultation } from './consultation-answer.ts';
import { matrixAnswer, matrixTable } from './matrix-answer.ts';
import { requirementsTable, scenarioAnswer, scenarioSummaries, summariesTable } from './scenario-answer.ts';
import {
  answersTable,
  campaignsTable,
  corridorsTable,
  criteriaByCorridorTable,
  correctionsTable,
  criteriaTable,
  followUpTable,
  overviewTable,
  productsTable,
  themesTable,
  missedAnswersTable,
  vendorsTable,
  type Table
} from './table.ts';

/** Figures as JSON gives them, and the table that a CSV of them holds. */
export interface Answered {
  figures: unknown;
  table: () => Table;
}

/** Parameters of an address besides filters and settings. */
export type Further = readonly (readonly [string, string])[];

type Question = (db: Db, view: View, further?: Further) => Promise<Answered>;

/** One row of a question's figures; undefined where the view has none of that name. */
type ItemQuestion = (db: Db, view: View, name: string) => Promise<Answered | undefined>;

function question<Figures>(
  ask: (db: Db, view: View) => Promise<Figures>,
  tabulate: (figures: Figures) => Table
): Question {
  return async (db, view) => {
    const figures = await ask(db, view);
    return { figures, table: () => tabulate(figures) };
  };
}

/** What can be asked of a campaign in view, by the name that addresses and commands give it. */
export const questions = {
  overview: question(attainment.overview, overviewTable),
  criteria: question(attainment.byCriterion, criteriaTable),
  products: question(attainment.byProduct, productsTable),
  themes: question(attainment.byTheme, themesTable),
  corridors: question(attainment.byCorridor, corridorsTable),
  vendors: question(attainment.byVendor, vendorsTable),
  'criteria-by-corridor': question(criteriaByCorridor, criteriaByCorridorTable),
  corrections: question((db, { campaignId }) => corrections.list(db, campaignId), correctionsTable),
  'follow-up': question((db, { campaignId }) => expectedProducts.followUp(db, campaignId), followUpTable),
  scenarios: question(scenarioSummaries, summariesTable),
  matrix: question(matrixAnswer, matrixTable),
  analysis: question(analysisAnswer, analysisTable),
  async audits(db: Db, view: View, further: Further = []): Promise<Answered> {
    const { answer, table } = await askedAudits(db, view, parseLimits(further));
    return { figures: answer, table: () => table };
  },
  async comments(db: Db, view: View, further: Further = []): Promise<Answered> {
    const { answer, table } = await askedConsultation(db, view, further);
    return { figures: answer, table: () => table };
  }
} satisfies Record<string, Question>;

export type QuestionName = keyof typeof questions;

/** Parameters that a question takes besides filters and settings, by its name. */
export const furtherNames: Partial<Record<string, readonly string[]>> = {
  audits: ['high', 'medium'],
  comments: ['text', 'stance', 'type', 'requirement', 'treatment']
};

/** What an address says to this question besides filters and settings; throws a RangeError where it can't be. */
export function furtherOf(name: string, parameters: Iterable<readonly [string, string]>): Further {
  const names = named(furtherNames, name) ?? [];
  const further = [...parameters].filter(([parameter]) => names.includes(parameter));
  if (name === 'audits') parseLimits(further);
  return further;
}

/** What can be asked without naming a campaign. */
export const lists = {
  async campaigns(db: Db): Promise<Answered> {
    const figures = await campaigns.summaries(db);
    return { figures, table: () => campaignsTable(figures) };
  }
};

async function oneCriterion(db: Db, view: View, code: string): Promise<Answered | undefined> {
  const criteria = await attainment.byCriterion(db, view);
  const figures = criteria.find((criterion) => isSameCode(criterion.code, code));
  return figures && { figures, table: () => criteriaTable([figures]) };
}

async function oneProduct(db: Db, view: View, id: string): Promise<Answered | undefined> {
  const row = (await attainment.byProduct(db, view)).find((product) => product.id === id.toLowerCase());
  if (!row) return undefined;
  const figures: ProductAnswers = { ...row, answers: await answers.byCriterion(db, view, row.id) };
  return { figures, table: () => answersTable(figures.answers) };
}

async function oneVendor(db: Db, view: View, name: string): Promise<Answered | undefined> {
  const row = (await attainment.byVendor(db, view)).find(({ vendor }) => fold(vendor) === fold(name));
  if (!row) return undefined;
  const own = { ...view, filters: { ...view.filters, vendor: [row.vendor] } };
  const missed = await missing.byProduct(db, own);
  return { figures: { ...row, missing: missed }, table: () => missedAnswersTable(missed) };
}

async function oneScenario(db: Db, view: View, name: string): Promise<Answered | undefined> {
  const figures = await scenarioAnswer(db, view, name);
  return figures && { figures, table: () => requirementsTable(figures) };
}

/** The questions of which one row can be asked, by its code, id or name. */
export const items = {
  criteria: oneCriterion,
  products: oneProduct,
  vendors: oneVendor,
  scenarios: oneScenario
} satisfies Record<string, ItemQuestion>;

/** The entry of a record under a name that somebody typed. */
export function named<Value>(record: Record<string, Value>, name: string): Value | undefined {
  return Object.hasOwn(record, name) ? record[name] : undefined;
}
