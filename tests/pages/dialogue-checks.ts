import fc from 'fast-check';
import { expect } from 'vitest';
import { defaultLimits } from '#lib/maturity/eligibility.ts';
import type { AuditForm, Severity } from '#lib/maturity/audit.ts';
import { requirementOf, type Requirement } from '#lib/maturity/requirements.ts';
import * as audits from '#lib/server/audits.ts';
import * as campaigns from '#lib/server/campaigns.ts';
import * as scenarios from '#lib/server/scenarios.ts';
import type { Store } from '#lib/server/store.ts';
import { formsOf, naiveCell, randomForms } from '#tests/maturity/naive-audits.ts';
import { naiveConsequences } from '#tests/maturity/naive-consequences.ts';
import * as naive from '#tests/server/naive.ts';
import type { RandomCampaign } from '#tests/server/random-campaign.ts';
import { api, byName, page, type Asked } from './ask-pages.ts';
import { expectRows, expectSame, type Expected } from './page-numbers.ts';

/*
 * Pages that rest on more than answers: a scenario's consequences, and declared against found by audits. Each campaign
 * has one of each.
 */

/** Every other criterion at its target, or a level below it. */
function requirementsOf({ criteria }: RandomCampaign): Requirement[] {
  return criteria.map(({ code, target }, i) =>
    requirementOf(code, Math.max(1, target - (i % 3)), { status: i % 2 === 0 ? 'mandatory' : 'candidate' })
  );
}

/** The same each time for a campaign. */
function formsFor({ criteria, products }: RandomCampaign, seed: number): AuditForm[] {
  const [forms] = fc.sample(randomForms(criteria.length, products.length), { seed, numRuns: 1 });
  if (!forms) return [];
  return formsOf(
    forms,
    criteria.map(({ code }) => code),
    products
  );
}

/** Gives the campaign a scenario and audit forms. */
export async function addDialogue(store: Store, campaign: RandomCampaign, code: string, seed: number) {
  const forms = formsFor(campaign, seed);
  await store.write(async (db) => {
    const { id = NaN } = (await campaigns.find(db, code)) ?? {};
    await scenarios.create(db, { campaignId: id, name: 'S', requirements: requirementsOf(campaign) });
    if (forms.length === 0) return;
    await audits.create(
      db,
      id,
      { files: ['audits.csv'], origin: 'command' },
      forms.map((form) => audits.identify({ ...form, line: 1 }))
    );
  });
}

function levelOf(state: naive.State): number {
  if (typeof state === 'number') return state;
  return state === 'unanswered' ? 0 : -1;
}

/** Scenarios count an answer that was not given whatever the setting. */
function declared({ criteria, products }: RandomCampaign, filters: naive.NaiveFilters): naive.NaiveView {
  return naive.viewOf(criteria, products, { ...filters, unanswered: 'count' });
}

function consequencesOf(campaign: RandomCampaign, view: naive.NaiveView) {
  const words = { obligation: '', titleFr: '', titleEn: '', labelFr: '', labelEn: '' };
  const sizeOf = (vendor: string) =>
    view.all.filter((one) => naive.plain(one.vendor) === naive.plain(vendor)).length;
  const products = view.products.map(({ product, states }) => ({
    ...product,
    vendorKey: naive.plain(product.vendor),
    vendorProducts: sizeOf(product.vendor),
    levels: Int8Array.from(states, levelOf)
  }));
  const criteria = view.criteria.map((criterion) => ({ ...criterion, ...words }));
  return naiveConsequences({ table: { criteria, products }, requirements: requirementsOf(campaign) });
}

export async function checkCalibration(
  asked: Asked,
  campaign: RandomCampaign,
  filters: naive.NaiveFilters
): Promise<void> {
  const expected = consequencesOf(campaign, declared(campaign, filters));
  const { requirements, applicable, passing, admitted, vendors, lacking, within, effort, perRequirement } =
    expected;
  const counts = { requirements, applicable, passing, admitted, vendors, lacking, within, effort };
  const found = await api<Record<string, unknown> & { perRequirement: { criterion: string }[] }>(
    asked,
    'scenarios/S'
  );
  const code = ({ criterion }: { criterion: string }) => criterion;
  const named = Object.keys(counts).map((name) => [name, found[name]]);
  expectSame(Object.fromEntries(named), counts, `scenario ${asked.message}`);
  expectSame(byName(found.perRequirement, code), byName(perRequirement, code), `lines ${asked.message}`);
  await checkPanel(asked, consequencesOf(campaign, declared(campaign, { ...filters, theme: [], scope: [] })));
}

/** The page shows a scenario over the products chosen, and always over all criteria. */
async function checkPanel(
  asked: Asked,
  { applicable, passing, lacking, within }: ReturnType<typeof consequencesOf>
): Promise<void> {
  const { heads } = await page(asked, '/calibration?scenario=S');
  const big = heads('.consequences .big');
  const bars = heads('.consequences .bars .number b').slice(0, lacking.length + within.length);
  if (applicable === 0) return;
  expect(big, `passing ${asked.message}`).toEqual([String(passing)]);
  expect(bars, `bars ${asked.message}`).toEqual([...lacking, ...within].map(String));
}

function auditedRows(view: naive.NaiveView, forms: readonly AuditForm[]) {
  return view.products.flatMap(({ product, states }) => {
    const form = forms.find(({ productId }) => productId === product.id);
    if (!form) return [];
    const cells = view.criteria.map(({ code, target }, i) =>
      naiveCell(levelOf(states[i] ?? 'not_applicable'), target, code, form)
    );
    const against = (grave: Severity) =>
      form.results.filter(({ severity, result }) => severity === grave && result === 'nonconforming').length;
    const isEligible = against('high') <= defaultLimits.high && against('medium') <= defaultLimits.medium;
    return [{ cells, isEligible, hasGap: cells.some(({ gap }) => gap) }];
  });
}

export async function checkAudits(
  asked: Asked,
  campaign: RandomCampaign,
  filters: naive.NaiveFilters,
  seed: number
): Promise<void> {
  const forms = formsFor(campaign, seed);
  const view = declared(campaign, filters);
  const rows = auditedRows(view, forms);
  const { keys, figure } = await page(asked, '/audits');
  // forms without any date of evidence are all out of date
  const wanted = [rows.length, rows.filter((one) => one.hasGap).length];
  const eligible = rows.filter((one) => one.isEligible).length;
  expectRows(
    keys.length === 0 ? [] : [keys],
    forms.length === 0 ? [] : [[...wanted, eligible, rows.length]],
    `audits ${asked.message}`
  );
  const byCriterion = view.criteria.flatMap(({ code }, i): Expected[][] => {
    const tested = rows.filter(({ cells }) => cells[i]?.tested).length;
    const gaps = rows.filter(({ cells }) => cells[i]?.gap).length;
    return tested === 0 ? [] : [[code, gaps, tested, { share: gaps / tested }]];
  });
  const name = ([first]: readonly Expected[]) => String(first);
  const shown = figure('gaps-by-criterion').map(([code = '', , ...counts]) => [code, ...counts.slice(0, 3)]);
  expectRows(byName(shown, name), byName(byCriterion, name), `gaps ${asked.message}`);
}
