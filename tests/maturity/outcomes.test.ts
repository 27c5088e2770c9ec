import fc from 'fast-check';
import { expect, test } from 'vitest';
import { consequences } from '#lib/maturity/consequences.ts';
import type { LevelTable } from '#lib/maturity/level-table.ts';
import { rescore } from '#lib/maturity/outcomes.ts';
import { requirementOf } from '#lib/maturity/requirements.ts';
import { mandatoryOf } from './naive-consequences.ts';
import { randomStudy } from './random-levels.ts';
import { repetitions } from '#tests/repetitions.ts';

/** The table without its first criterion, and with one level more on the second. */
function changed({ criteria, products }: LevelTable): LevelTable {
  return {
    criteria: criteria
      .slice(1)
      .map((criterion, i) => (i === 0 ? { ...criterion, levels: criterion.levels + 1 } : criterion)),
    products: products.map((product) => ({ ...product, levels: product.levels.slice(1) }))
  };
}

test('a later campaign is counted over what it can tell, and promises in whole numbers', () => {
  fc.assert(
    fc.property(randomStudy(), fc.integer({ min: 0, max: 100 }), (studied, promised) => {
      const { table } = studied;
      const requirements = studied.requirements.map((line) => ({ ...line, promised }));
      const later = changed(table);
      const { outcomes, consequences: found } = rescore(table, later, requirements);
      const [gone, altered] = table.criteria.map(({ code }) => code);
      expect(outcomes.map(({ criterion }) => criterion)).toEqual(
        mandatoryOf(studied).map(({ criterion }) => criterion)
      );
      for (const outcome of outcomes) {
        const column = table.criteria.findIndex(({ code }) => code === outcome.criterion);
        const reached = table.products.filter(({ levels }) => levels[column] !== -1);
        const attained = reached.filter(({ levels }) => (levels[column] ?? -1) >= outcome.level).length;
        expect(outcome.before).toEqual({ applicable: reached.length, attained });
        const why =
          outcome.criterion === gone ? 'absent' : outcome.criterion === altered ? 'other_levels' : null;
        expect(outcome.incomparable).toBe(why);
        expect(outcome.after).toEqual(why ? null : outcome.before);
        const isTold = !why && reached.length > 0;
        expect(outcome.kept).toBe(
          isTold ? BigInt(attained) * 100n >= BigInt(promised * reached.length) : null
        );
      }
      const left = requirements.filter(({ criterion }) => criterion !== gone && criterion !== altered);
      expect(found.passing).toBe(consequences(table, left).passing);
    }),
    { numRuns: repetitions(8) * 10 }
  );
});

test('without a promise none is kept or broken', () => {
  const criterion = { code: 'Q1', theme: '', scope: 'common' as const, levels: 3, target: 2, obligation: '' };
  const words = { titleFr: '', titleEn: '', labelFr: '', labelEn: '' };
  const table: LevelTable = { criteria: [{ ...criterion, ...words }], products: [] };
  expect(rescore(table, table, [requirementOf('Q1', 2)]).outcomes).toMatchObject([
    { kept: null, promised: null }
  ]);
});
