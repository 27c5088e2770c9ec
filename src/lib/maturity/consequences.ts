import { addableTo, type Addable } from './addable.ts';
import { demandsOf, type Demand } from './demands.ts';
import { distancesFrom, passes, themeBit, type Distances } from './distances.ts';
import { firmnessOf } from './firmness.ts';
import type { LevelProduct, LevelTable } from './level-table.ts';
import { passingBy, type PassingGroup } from './passing-groups.ts';
import { perRequirement, type RequirementFigures } from './per-requirement.ts';
import { criterionKey } from './questionnaire.ts';
import { countLines, type RequirementCounts } from './requirement-counts.ts';
import { requirementThemes, type Requirement, type RequirementTheme } from './requirements.ts';
import { sizeClass, sizeClasses } from './vendor-size.ts';

/** What a scenario would mean for the products in view, counting mandatory requirements only (definitions 6 and 11). */
export interface Consequences {
  requirements: RequirementCounts;
  /** Products to which a mandatory requirement applies. */
  applicable: number;
  passing: number;
  /** Products that fail none, those to which none applies among them. */
  admitted: number;
  vendors: { applicable: number; passing: number };
  firmness: number;
  /** Of the applicable, those that lack 0, 1, 2, 3 requirements or fewer, and so many levels in all. */
  lacking: number[];
  within: number[];
  /** Missing levels over all products. */
  effort: number;
  corridors: (PassingGroup & { corridor: string })[];
  /** The themes that have a mandatory requirement; null for those without one. */
  themes: { theme: RequirementTheme | null; applicable: number; passing: number }[];
  perRequirement: RequirementFigures[];
  addable: Addable[];
  /** By class of size, index of `sizeClasses`. */
  vendorSizes: (PassingGroup & { sizeClass: number })[];
}

const steps = [0, 1, 2, 3];

function countProducts(products: readonly LevelProduct[], distances: Distances) {
  const { applicable, lacking, missing } = distances;
  const vendors = { applicable: new Set<string>(), passing: new Set<string>() };
  const found = {
    applicable: 0,
    passing: 0,
    admitted: 0,
    effort: 0,
    lacking: steps.map(() => 0),
    within: steps.map(() => 0)
  };
  products.forEach(({ vendorKey }, p) => {
    if (lacking[p] === 0) found.admitted++;
    if (applicable[p] === 0) return;
    found.applicable++;
    found.effort += missing[p] ?? 0;
    vendors.applicable.add(vendorKey);
    if (passes(distances, p)) {
      found.passing++;
      vendors.passing.add(vendorKey);
    }
    for (const k of steps) {
      if ((lacking[p] ?? 0) <= k) found.lacking[k] = (found.lacking[k] ?? 0) + 1;
      if ((missing[p] ?? 0) <= k) found.within[k] = (found.within[k] ?? 0) + 1;
    }
  });
  return { ...found, vendors: { applicable: vendors.applicable.size, passing: vendors.passing.size } };
}

function themesOf(
  { themesConcerned, themesFailed }: Distances,
  mandatory: readonly Demand[]
): Consequences['themes'] {
  return [...requirementThemes, null]
    .filter((theme) => mandatory.some((demand) => demand.theme === theme))
    .map((theme) => {
      const bit = themeBit(theme);
      let [applicable, passing] = [0, 0];
      themesConcerned.forEach((concerned, p) => {
        if ((concerned & bit) === 0) return;
        applicable++;
        if (((themesFailed[p] ?? 0) & bit) === 0) passing++;
      });
      return { theme, applicable, passing };
    });
}

/** Cost: products × criteria, a few milliseconds for 10,000 × 59. */
export function consequences(table: LevelTable, requirements: readonly Requirement[]): Consequences {
  const { products } = table;
  const inView = new Set(table.criteria.map(({ code }) => criterionKey(code)));
  const { mandatory, others } = demandsOf(table, requirements);
  const distances = distancesFrom(products, mandatory);
  const corridors = [...passingBy(products, distances, ({ corridor }) => corridor)];
  const sizes = passingBy(products, distances, ({ vendorProducts }) => sizeClass(vendorProducts));
  const counts = countProducts(products, distances);
  return {
    requirements: countLines(requirements, (code) => inView.has(criterionKey(code))),
    applicable: counts.applicable,
    passing: counts.passing,
    admitted: counts.admitted,
    vendors: counts.vendors,
    firmness: firmnessOf(products, mandatory),
    lacking: counts.lacking,
    within: counts.within,
    effort: counts.effort,
    corridors: corridors
      .map(([corridor, group]) => ({ corridor, ...group }))
      .sort((a, b) => (a.corridor < b.corridor ? -1 : 1)),
    themes: themesOf(distances, mandatory),
    perRequirement: perRequirement(products, distances, mandatory),
    addable: addableTo(products, distances, others),
    vendorSizes: sizeClasses.flatMap((_, index) => {
      const group = sizes.get(index);
      return group ? [{ sizeClass: index, ...group }] : [];
    })
  };
}
