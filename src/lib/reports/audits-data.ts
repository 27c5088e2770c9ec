import { flagsOf, isOutOfDate, type AuditFlags } from '#lib/maturity/audit-flags.ts';
import { declaredFound, type DeclaredFound, type ProductGaps } from '#lib/maturity/declared-found.ts';
import { eligibilityOf, type Eligibility, type EligibilityLimits } from '#lib/maturity/eligibility.ts';
import * as audits from '#lib/server/audits.ts';
import type { FiledForm } from '#lib/server/audits.ts';
import * as levelTable from '#lib/server/level-table.ts';
import type { Db } from '#lib/server/sql.ts';
import type { View } from '#lib/server/view.ts';

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
  limits: EligibilityLimits;
  /** Forms in force in the whole campaign. */
  forms: number;
}

export async function readAudits(db: Db, view: View, limits: EligibilityLimits): Promise<AuditsData> {
  const forms = await audits.list(db, view.campaignId);
  const table = forms.length === 0 ? { criteria: [], products: [] } : await levelTable.read(db, view);
  const found = declaredFound(table, forms);
  return {
    found,
    products: found.products.map((row) => {
      const flags = flagsOf(row.form);
      return { ...row, ...eligibilityOf(row.form, limits), flags, isOutOfDate: isOutOfDate(flags) };
    }),
    outside: forms.filter(({ isKnown }) => !isKnown),
    limits,
    forms: forms.length
  };
}
