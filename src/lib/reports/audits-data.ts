import { flagsOf, isOutOfDate, type AuditFlags } from '#lib/maturity/audit-flags.ts';
import { declaredFound, type DeclaredFound, type ProductGaps } from '#lib/maturity/declared-found.ts';
import { eligibilityOf, type Eligibility, type EligibilityLimits } from '#lib/maturity/eligibility.ts';
import { ifGapHeld, passingUnder, type IfGapHeld } from '#lib/maturity/if-gap-held.ts';
import * as audits from '#lib/server/audits.ts';
import type { FiledForm } from '#lib/server/audits.ts';
import * as scenarios from '#lib/server/scenarios.ts';
import type { Db } from '#lib/server/sql.ts';
import type { View } from '#lib/server/view.ts';
import { levelsInView } from './scenario-answer.ts';

/** An audited product in view with all that its form says. */
export interface AuditedProduct extends ProductGaps, Eligibility {
  flags: AuditFlags;
  isOutOfDate: boolean;
}

/** Audits of the products in view, and the forms of products that have not answered. */
export interface AuditsData {
  found: DeclaredFound;
  products: AuditedProduct[];
  outside: FiledForm[];
  /** Each scenario's result if the gap found held for all. */
  scenarios: (IfGapHeld & { name: string })[];
  limits: EligibilityLimits;
  /** Forms in force in the whole campaign. */
  forms: number;
}

export async function readAudits(db: Db, view: View, limits: EligibilityLimits): Promise<AuditsData> {
  const forms = await audits.list(db, view.campaignId);
  const list = await scenarios.list(db, view.campaignId);
  const isEmpty = forms.length + list.length === 0;
  const table = isEmpty ? { criteria: [], products: [] } : await levelsInView(db, view);
  const found = declaredFound(table, forms);
  return {
    found,
    products: found.products.map((row) => {
      const flags = flagsOf(row.form);
      return { ...row, ...eligibilityOf(row.form, limits), flags, isOutOfDate: isOutOfDate(flags) };
    }),
    outside: forms.filter(({ isKnown }) => !isKnown),
    scenarios: list.map(({ name, requirements }) => ({
      name,
      ...ifGapHeld(passingUnder(table, requirements), forms)
    })),
    limits,
    forms: forms.length
  };
}
