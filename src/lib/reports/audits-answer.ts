import type { AuditFlags } from '#lib/maturity/audit-flags.ts';
import type { AuditCell, CriterionGaps, DeclaredFound, GapCounts } from '#lib/maturity/declared-found.ts';
import { defaultLimits, type EligibilityLimits } from '#lib/maturity/eligibility.ts';
import type { Db } from '#lib/server/sql.ts';
import type { View } from '#lib/server/view.ts';
import { readAudits, type AuditedProduct, type AuditsData } from './audits-data.ts';
import { tableOf, type Table } from './table.ts';

interface AnsweredProduct extends GapCounts, AuditFlags {
  id: string;
  product: string;
  vendor: string;
  corridor: string;
  filedAt: string;
  auditor: string;
  passiReference: string;
  passiValidUntil: string | null;
  nonconforming: Record<'high' | 'medium', number>;
  eligible: boolean;
  cells: { criterion: string; state: AuditCell }[];
}

/** Audits as the API and the command give them. */
export interface AuditsAnswer {
  forms: number;
  limits: EligibilityLimits;
  eligible: number;
  pooled: DeclaredFound['pooled'];
  withGap: GapCounts;
  criteria: CriterionGaps[];
  products: AnsweredProduct[];
  outside: { product: string; vendor: string; filedAt: string }[];
  scenarios: AuditsData['scenarios'];
}

function gapsOf({ tested, gaps, rate, low, high }: GapCounts): GapCounts {
  return { tested, gaps, rate, low, high };
}

function productAnswer(row: AuditedProduct, { found }: AuditsData): AnsweredProduct {
  const { id, product, vendor, corridor } = row.product;
  const { filedAt, auditor, passiReference, passiValidUntil } = row.form;
  return {
    id,
    product,
    vendor,
    corridor,
    filedAt,
    auditor,
    passiReference,
    passiValidUntil,
    ...gapsOf(row),
    ...row.flags,
    nonconforming: row.nonconforming,
    eligible: row.isEligible,
    cells: row.cells.map((state, i) => ({ criterion: found.criteria[i]?.criterion ?? '', state }))
  };
}

export function auditsAnswer(data: AuditsData): AuditsAnswer {
  const { found, products, outside, limits, forms, scenarios } = data;
  return {
    forms,
    limits,
    eligible: products.filter(({ isEligible }) => isEligible).length,
    pooled: found.pooled,
    withGap: found.withGap,
    criteria: found.criteria,
    products: products.map((row) => productAnswer(row, data)),
    outside: outside.map(({ product, vendor, filedAt }) => ({ product, vendor, filedAt })),
    scenarios
  };
}

/** One row a product and criterion that controls bear on: all else can be counted from it. */
export function auditCellsTable({ products }: AuditsAnswer): Table {
  const rows = products.flatMap((product) => product.cells.map((cell) => ({ product, cell })));
  return tableOf(rows, {
    id: ({ product }) => product.id,
    product: ({ product }) => product.product,
    vendor: ({ product }) => product.vendor,
    filedAt: ({ product }) => product.filedAt,
    criterion: ({ cell }) => cell.criterion,
    state: ({ cell }) => cell.state
  });
}

/** Declared against found in view, with the limits of eligibility asked for. */
export async function askedAudits(
  db: Db,
  view: View,
  limits: EligibilityLimits = defaultLimits
): Promise<{ answer: AuditsAnswer; table: Table }> {
  const answer = auditsAnswer(await readAudits(db, view, limits));
  return { answer, table: auditCellsTable(answer) };
}
