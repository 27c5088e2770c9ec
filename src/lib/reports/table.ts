import type {
  AnswerFigures,
  CorridorFigures,
  CriterionFigures,
  Overview,
  ProductFigures,
  ThemeFigures,
  VendorFigures
} from '#lib/maturity/figures.ts';
import type { CriterionByCorridor } from '#lib/maturity/corridor-differences.ts';
import type { CriterionChange } from '#lib/maturity/criterion-changes.ts';
import type { FollowedProduct, FollowUp } from '#lib/maturity/follow-up.ts';
import type { Correction } from '#lib/server/corrections.ts';
import type { CampaignSummary } from '#lib/server/campaigns.ts';
import type { MissedAnswer } from '#lib/server/missing.ts';

export type Cell = string | number | null;

/** Rows under API names, in API order, unrounded: what every CSV of a figure holds. */
export interface Table {
  columns: string[];
  rows: Cell[][];
}

/** Rows as a table whose columns are named as the functions that give their cells. */
export function tableOf<Row>(rows: readonly Row[], columns: Record<string, (row: Row) => Cell>): Table {
  const names = Object.keys(columns);
  return { columns: names, rows: rows.map((row) => names.map((name) => columns[name]?.(row) ?? null)) };
}

function bandColumns(bands: Overview['bands']): Record<string, (row: { bands: Overview['bands'] }) => Cell> {
  return Object.fromEntries(
    bands.map(({ from, to }, i) => [`band_${from}-${to}`, ({ bands }) => bands[i]?.products ?? null])
  );
}

/** One row; the bands as `band_0-20` … in products. */
export function overviewTable(overview: Overview): Table {
  return tableOf([overview], {
    vendors: (o) => o.vendors,
    products: (o) => o.products,
    rated: (o) => o.rated,
    criteria_common: (o) => o.criteria.common,
    criteria_conditional: (o) => o.criteria.conditional,
    median: (o) => o.median,
    ...bandColumns(overview.bands)
  });
}

/** One row a criterion; as many `level_k` as the criterion with most levels has. */
export function criteriaTable(criteria: readonly CriterionFigures[]): Table {
  const most = Math.max(0, ...criteria.map(({ levels }) => levels.length));
  const levelColumns = Array.from({ length: most }, (_, i): [string, (c: CriterionFigures) => Cell] => [
    `level_${i + 1}`,
    (c) => c.levels[i]?.products ?? null
  ]);
  return tableOf(criteria, {
    code: (c) => c.code,
    theme: (c) => c.theme,
    scope: (c) => c.scope,
    target: (c) => c.target,
    applicable: (c) => c.applicable,
    attained: (c) => c.attained,
    rate: (c) => c.rate,
    low: (c) => c.low,
    high: (c) => c.high,
    ...Object.fromEntries(levelColumns),
    unanswered: (c) => c.unanswered,
    notApplicable: (c) => c.notApplicable
  });
}

export function productsTable(products: readonly ProductFigures[]): Table {
  return tableOf(products, {
    id: (p) => p.id,
    product: (p) => p.product,
    vendor: (p) => p.vendor,
    corridor: (p) => p.corridor,
    applicable: (p) => p.applicable,
    attained: (p) => p.attained,
    rate: (p) => p.rate,
    band: (p) => p.band,
    effort: (p) => p.effort
  });
}

export function themesTable(themes: readonly ThemeFigures[]): Table {
  return tableOf(themes, {
    theme: (t) => t.theme,
    criteria: (t) => t.criteria,
    applicable: (t) => t.applicable,
    attained: (t) => t.attained,
    rate: (t) => t.rate
  });
}

export function corridorsTable(corridors: readonly CorridorFigures[]): Table {
  return tableOf(corridors, {
    corridor: (c) => c.corridor,
    vendors: (c) => c.vendors,
    products: (c) => c.products,
    rated: (c) => c.rated,
    q1: (c) => c.q1,
    median: (c) => c.median,
    q3: (c) => c.q3,
    applicable: (c) => c.applicable,
    attained: (c) => c.attained,
    rate: (c) => c.rate,
    ...bandColumns(corridors[0]?.bands ?? [])
  });
}

/** One row a vendor; its corridors in one cell, after one another. */
export function vendorsTable(vendors: readonly VendorFigures[]): Table {
  return tableOf(vendors, {
    vendor: (v) => v.vendor,
    size: (v) => v.size,
    products: (v) => v.products,
    rated: (v) => v.rated,
    applicable: (v) => v.applicable,
    attained: (v) => v.attained,
    rate: (v) => v.rate,
    effort: (v) => v.effort,
    corridors: (v) => v.corridors.filter((corridor) => corridor !== '').join('; '),
    ...bandColumns(vendors[0]?.bands ?? [])
  });
}

/** One row an applicable answer below target. */
export function missedAnswersTable(answers: readonly MissedAnswer[]): Table {
  return tableOf(answers, {
    id: (a) => a.id,
    product: (a) => a.product,
    corridor: (a) => a.corridor,
    criterion: (a) => a.criterion,
    level: (a) => a.level,
    target: (a) => a.target,
    gap: (a) => a.gap
  });
}

/** One row a criterion of one product. */
export function answersTable(answers: readonly AnswerFigures[]): Table {
  return tableOf(answers, {
    criterion: (a) => a.criterion,
    level: (a) => a.level,
    target: (a) => a.target,
    gap: (a) => a.gap,
    state: (a) => a.state,
    blank: (a) => String(a.blank),
    corrected: (a) => String(a.corrected),
    declared: (a) => a.declared,
    contested: (a) => String(a.contested)
  });
}

/** One row a criterion and corridor; the test's figures repeat on each row of a criterion. */
export function criteriaByCorridorTable(criteria: readonly CriterionByCorridor[]): Table {
  const rows = criteria.flatMap((criterion) => criterion.corridors.map((cell) => ({ criterion, cell })));
  return tableOf(rows, {
    code: ({ criterion }) => criterion.code,
    theme: ({ criterion }) => criterion.theme,
    scope: ({ criterion }) => criterion.scope,
    target: ({ criterion }) => criterion.target,
    corridor: ({ cell }) => cell.corridor,
    applicable: ({ cell }) => cell.applicable,
    attained: ({ cell }) => cell.attained,
    rate: ({ cell }) => cell.rate,
    p: ({ criterion }) => criterion.p,
    adjusted: ({ criterion }) => criterion.adjusted,
    draws: ({ criterion }) => criterion.draws
  });
}

/** One row a criterion that two campaigns have alike. */
export function criterionChangesTable(changes: readonly CriterionChange[]): Table {
  return tableOf(changes, {
    code: (c) => c.code,
    targetBefore: (c) => c.targetBefore,
    targetAfter: (c) => c.targetAfter,
    applicable: (c) => c.applicable,
    attainedBefore: (c) => c.attainedBefore,
    attainedBeforeAtLater: (c) => c.attainedBeforeAtLater,
    attainedAfter: (c) => c.attainedAfter,
    change: (c) => c.change,
    p: (c) => c.p,
    adjusted: (c) => c.adjusted
  });
}

export function campaignsTable(campaigns: readonly CampaignSummary[]): Table {
  return tableOf(campaigns, {
    code: (c) => c.code,
    name: (c) => c.name,
    opened: (c) => c.opened,
    closed: (c) => c.closed,
    status: (c) => c.status,
    expected: (c) => c.expected,
    vendors: (c) => c.vendors,
    products: (c) => c.products,
    criteria: (c) => c.criteria
  });
}

/** One row an expected product, then one a product that answered without being expected. */
export function followUpTable({ products, unexpected }: FollowUp): Table {
  type Row = FollowedProduct & { isExpected: boolean; as: string | null };
  const rows: Row[] = [
    ...products.map((p) => ({ ...p, isExpected: true, as: p.answeredAs?.id ?? null })),
    ...unexpected.map((p) => ({ ...p, isExpected: false, as: null }))
  ];
  return tableOf(rows, {
    id: (r) => r.id,
    product: (r) => r.product,
    vendor: (r) => r.vendor,
    corridor: (r) => r.corridor,
    expected: (r) => String(r.isExpected),
    state: (r) => r.state,
    answered: (r) => r.answered,
    unanswered: (r) => r.unanswered,
    answeredAs: (r) => r.as
  });
}

/** One row a correction or contest, those taken back among them. */
export function correctionsTable(corrections: readonly Correction[]): Table {
  return tableOf(corrections, {
    id: (c) => c.id,
    kind: (c) => c.kind,
    productId: (c) => c.productId,
    product: (c) => c.product,
    vendor: (c) => c.vendor,
    criterion: (c) => c.criterion,
    declared: (c) => c.declared,
    corrected: (c) => c.corrected,
    reason: (c) => c.reason,
    by: (c) => c.by,
    at: (c) => c.at,
    counts: (c) => String(c.counts),
    retractedAt: (c) => c.retractedAt,
    retractedBy: (c) => c.retractedBy
  });
}
