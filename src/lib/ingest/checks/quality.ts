import type { Problem } from '#lib/maturity/problem.ts';
import { againstConditions } from './against-conditions.ts';
import { blankConditionals } from './blank-conditionals.ts';
import type { Checked } from './checked.ts';
import { identicalResponses } from './identical-responses.ts';
import { nearProducts } from './near-products.ts';
import { nearVendors } from './near-vendors.ts';
import { straightLined } from './straight-lined.ts';
import { unchosenLevels } from './unchosen-levels.ts';

/** What somebody should look at in responses that are read without error. Nothing is changed or rejected by it. */
export function qualityProblems(checked: Checked): Problem[] {
  const vendors = nearVendors(checked);
  return [
    ...vendors.problems,
    ...nearProducts(checked, vendors.representative),
    ...identicalResponses(checked),
    ...straightLined(checked),
    ...againstConditions(checked),
    ...blankConditionals(checked),
    ...unchosenLevels(checked)
  ];
}
