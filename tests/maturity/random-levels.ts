import fc from 'fast-check';
import { notConcerned, type LevelCriterion, type LevelTable } from '#lib/maturity/level-table.ts';
import {
  requirementOf,
  requirementStatuses,
  requirementThemes,
  requirementWeights,
  type Requirement
} from '#lib/maturity/requirements.ts';

export interface Studied {
  table: LevelTable;
  requirements: Requirement[];
}

function criterion(code: string, changes: Partial<LevelCriterion>): LevelCriterion {
  const words = { obligation: '', titleFr: '', titleEn: '', labelFr: '', labelEn: '' };
  return { code, theme: 'T', scope: 'common', levels: 3, target: 2, ...words, ...changes };
}

const randomCriterion = fc
  .record({
    scope: fc.constantFrom('common' as const, 'conditional' as const),
    theme: fc.constantFrom('T', 'U'),
    levels: fc.integer({ min: 2, max: 10 }),
    target: fc.integer({ min: 1, max: 10 })
  })
  .map(({ target, ...rest }) => ({ ...rest, target: Math.min(rest.levels, target) }));

/** Mostly attained, so that sets of requirements are passed now and then; conditional criteria often don't apply. */
function declared({ scope, levels, target }: LevelCriterion): fc.Arbitrary<number> {
  return fc.oneof(
    { weight: 5, arbitrary: fc.integer({ min: target, max: levels }) },
    { weight: 2, arbitrary: fc.integer({ min: 1, max: levels }) },
    { weight: 1, arbitrary: fc.constant(0) },
    { weight: 4, arbitrary: fc.constant(scope === 'common' ? target : notConcerned) }
  );
}

function randomLine({ code, levels }: LevelCriterion): fc.Arbitrary<Requirement> {
  return fc
    .record({
      level: fc.integer({ min: 1, max: levels }),
      status: fc.constantFrom(...requirementStatuses, 'mandatory' as const),
      theme: fc.constantFrom(...requirementThemes, null),
      weight: fc.constantFrom(...requirementWeights)
    })
    .map(({ level, ...rest }) => requirementOf(code, level, rest));
}

function tableOf(criteria: LevelCriterion[], most: number): fc.Arbitrary<LevelTable> {
  const product = fc.record({
    vendor: fc.constantFrom('A', 'B', 'C', 'D'),
    corridor: fc.constantFrom('Hôpital', 'Imagerie', ''),
    levels: criteria.length === 0 ? fc.constant([]) : fc.tuple(...criteria.map(declared))
  });
  return fc.array(product, { maxLength: most }).map((rows) => ({
    criteria,
    products: rows.map(({ vendor, corridor, levels }, i) => ({
      id: String(i),
      product: `P${i}`,
      vendor,
      vendorKey: vendor.toLowerCase(),
      corridor,
      vendorProducts: rows.filter((row) => row.vendor === vendor).length,
      levels: Int8Array.from(levels)
    }))
  }));
}

function linesOf(criteria: LevelCriterion[]): fc.Arbitrary<Requirement[]> {
  const lines: fc.Arbitrary<Requirement[]> =
    criteria.length === 0
      ? fc.constant([])
      : fc.tuple(...criteria.map(randomLine)).chain((all) => fc.shuffledSubarray(all));
  const unknown = fc.array(fc.constant({ ...requirementOf('', 1), criterion: null, level: null }), {
    maxLength: 2
  });
  // a criterion that another campaign's questionnaire had
  const strange = fc.array(fc.constant(requirementOf('Z99', 2)), { maxLength: 1 });
  return fc.tuple(lines, unknown, strange).map((parts) => parts.flat());
}

/** A table of levels of at most so many criteria and products, and a scenario on it. */
export function randomStudy({ criteria = 8, products = 30 } = {}): fc.Arbitrary<Studied> {
  return fc
    .array(randomCriterion, { maxLength: criteria })
    .map((drawn) => drawn.map((one, i) => criterion(`Q${i + 1}`, one)))
    .chain((drawn) => fc.record({ table: tableOf(drawn, products), requirements: linesOf(drawn) }));
}
