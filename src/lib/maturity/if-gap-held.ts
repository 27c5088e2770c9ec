import { isTested, type AuditForm, type ControlResult } from './audit.ts';
import { demandsOf } from './demands.ts';
import { distancesFrom, passes } from './distances.ts';
import { wilson } from './interval.ts';
import { notConcerned, type LevelTable } from './level-table.ts';
import { criterionKey } from './questionnaire.ts';
import type { Requirement } from './requirements.ts';

/** A product that passes a scenario by what its vendor declares. */
export interface PassingProduct {
  id: string;
  /** Codes of the mandatory requirements that apply to it. */
  criteria: readonly string[];
}

/** What the tested controls of a product's form say of its criteria: all that a scenario needs of it. */
export interface TestedForm {
  productId: string;
  results: Pick<ControlResult, 'result' | 'criteria'>[];
}

/** Each form's tested controls, gathered by result: a criterion is told once a result, however many controls bear on it. */
export function testedForms(forms: readonly AuditForm[]): TestedForm[] {
  return forms.map(({ productId, results }) => ({
    productId,
    results: (['conforming', 'nonconforming'] as const).map((result) => ({
      result,
      criteria: [...new Set(results.flatMap((one) => (one.result === result ? one.criteria : [])))]
    }))
  }));
}

/** How many products would pass a scenario if the gap found held for all. */
export interface IfGapHeld {
  /** Passing as declared. */
  declared: number;
  /** Of these, audited on one requirement at least, and those of them with a nonconforming control. */
  audited: number;
  gaps: number;
  /** Null where nobody was audited. */
  low: number | null;
  high: number | null;
}

/**
 * A scenario's result if the gap found between declared and found held for every product that passes it.
 *
 * Definition 14 applied to the whole set instead of one criterion: of the n products that pass by declaration and have a
 * tested control mapped to one of their requirements, g have a nonconforming one, and so do not pass as found. Counting
 * whole products keeps what goes together within a product (a product's joint attainment can't be had from the criteria's
 * own rates, definition 11; adding up gaps criterion by criterion would assume that they never coincide). What was found
 * of the n stands: n − g pass. Each of the other P − n is taken to fail with a chance that lies in the Wilson interval
 * [l, h] of g of n, so that between n − g + (P − n)(1 − h) and n − g + (P − n)(1 − l) pass; the lower end is rounded down
 * and the upper one up, so that the words « between x and y » hold. With everybody audited both ends are n − g.
 *
 * A hypothesis, no estimate: audited products are no random sample, and where controls cover only part of a product's
 * requirements the gap found is the least there is.
 */
export function ifGapHeld(passing: readonly PassingProduct[], forms: readonly TestedForm[]): IfGapHeld {
  const byProduct = new Map(forms.map((form) => [form.productId, form]));
  const found = passing.flatMap(({ id, criteria }) => findingOf(byProduct.get(id), criteria) ?? []);
  const [declared, audited] = [passing.length, found.length];
  const gaps = found.filter((finding) => finding === 'gap').length;
  if (audited === 0) return { declared, audited, gaps, low: null, high: null };
  const share = wilson(gaps, audited);
  const held = (gap: number) => audited - gaps + (declared - audited) * (1 - gap);
  // a rounding error of the product must not push an exact whole number to the next; adding 0 turns −0 into 0
  const low = Math.floor(held(share.high) + 1e-9);
  return { declared, audited, gaps, low, high: Math.ceil(held(share.low) - 1e-9) + 0 };
}

/** The products that pass a scenario as declared: those that the scenario's own figures count. */
export function passingUnder(table: LevelTable, requirements: readonly Requirement[]): PassingProduct[] {
  const { mandatory } = demandsOf(table, requirements);
  const distances = distancesFrom(table.products, mandatory);
  return table.products.flatMap(({ id, levels }, p) => {
    if (!passes(distances, p)) return [];
    const own = mandatory.filter(({ column }) => levels[column] !== notConcerned);
    return [{ id, criteria: own.map(({ criterion }) => criterion) }];
  });
}

/** Undefined where no control mapped to these criteria was tested. */
function findingOf(
  form: TestedForm | undefined,
  criteria: readonly string[]
): 'gap' | 'confirmed' | undefined {
  const wanted = new Set(criteria.map(criterionKey));
  const tested =
    form?.results.filter(
      (one) => isTested(one) && one.criteria.some((code) => wanted.has(criterionKey(code)))
    ) ?? [];
  if (tested.length === 0) return undefined;
  return tested.some(({ result }) => result === 'nonconforming') ? 'gap' : 'confirmed';
}
