import { isTested, type AuditForm, type ControlResult } from './audit.ts';
import { wilson } from './interval.ts';
import type { LevelProduct, LevelTable } from './level-table.ts';
import { criterionKey } from './questionnaire.ts';

/**
 * What an audit says of one declared answer (domain definition 14): `gap` where it is declared at target while a control
 * mapped to its criterion is nonconforming, `confirmed` where none is and one was tested at least, `untested` where none
 * was, `below` where it is declared below target or not answered, `none` where the criterion does not apply.
 */
export type AuditCell = 'gap' | 'confirmed' | 'untested' | 'below' | 'none';

/** Of the answers declared at target with a mapped control tested, those with a gap; the Wilson interval of their share. */
export interface GapCounts {
  tested: number;
  gaps: number;
  rate: number | null;
  low: number | null;
  high: number | null;
}

export interface CriterionGaps extends GapCounts {
  criterion: string;
}

export interface ProductGaps extends GapCounts {
  product: LevelProduct;
  form: AuditForm;
  /** One a criterion with a mapped control in some form, in their order. */
  cells: AuditCell[];
}

/** Declared against found, over audited products that are no random sample. */
export interface DeclaredFound {
  /** Those with a mapped control in some form, in the questionnaire's order. */
  criteria: CriterionGaps[];
  products: ProductGaps[];
  /** Answers of all products; not independent within a product, so that no interval is given. */
  pooled: { tested: number; gaps: number };
  /** Products with an answer that counts, and those of them with a gap at least. */
  withGap: GapCounts;
}

export function gapCounts(gaps: number, tested: number): GapCounts {
  if (tested === 0) return { tested, gaps, rate: null, low: null, high: null };
  return { tested, gaps, rate: gaps / tested, ...wilson(gaps, tested) };
}

/** The products in view that were audited, and the criteria in view that controls bear on. */
export function declaredFound(
  { criteria, products }: LevelTable,
  forms: readonly AuditForm[]
): DeclaredFound {
  const found = new Map(forms.map((form) => [form.productId, { form, results: resultsByCriterion(form) }]));
  const mapped = new Set([...found.values()].flatMap(({ results }) => [...results.keys()]));
  const columns = [...criteria.entries()].filter(([, { code }]) => mapped.has(criterionKey(code)));
  const rows = products.flatMap((product): ProductGaps[] => {
    const audited = found.get(product.id);
    if (!audited) return [];
    const { form, results } = audited;
    const cells = columns.map(([k, { code, target }]) =>
      cellOf(product.levels[k] ?? -1, target, results.get(criterionKey(code)) ?? [])
    );
    return [{ product, form, cells, ...countCells(cells) }];
  });
  return {
    criteria: columns.map(([, { code }], i) => ({
      criterion: code,
      ...countCells(rows.map(({ cells }) => cells[i] ?? 'none'))
    })),
    products: rows,
    ...totals(rows)
  };
}

function totals(rows: readonly ProductGaps[]): Pick<DeclaredFound, 'pooled' | 'withGap'> {
  const sum = (of: (row: ProductGaps) => number) => rows.reduce((total, row) => total + of(row), 0);
  const counted = rows.filter(({ tested }) => tested > 0);
  return {
    pooled: { tested: sum(({ tested }) => tested), gaps: sum(({ gaps }) => gaps) },
    withGap: gapCounts(counted.filter(({ gaps }) => gaps > 0).length, counted.length)
  };
}

function countCells(cells: readonly AuditCell[]): GapCounts {
  const gaps = cells.filter((cell) => cell === 'gap').length;
  return gapCounts(gaps, gaps + cells.filter((cell) => cell === 'confirmed').length);
}

function resultsByCriterion({ results }: AuditForm): Map<string, ControlResult[]> {
  const found = new Map<string, ControlResult[]>();
  for (const result of results) {
    for (const code of result.criteria) {
      const key = criterionKey(code);
      found.set(key, [...(found.get(key) ?? []), result]);
    }
  }
  return found;
}

function cellOf(level: number, target: number, results: readonly ControlResult[]): AuditCell {
  if (level < 0) return 'none';
  if (level < target) return 'below';
  const tested = results.filter(isTested);
  if (tested.length === 0) return 'untested';
  return tested.some(({ result }) => result === 'nonconforming') ? 'gap' : 'confirmed';
}
