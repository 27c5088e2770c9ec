import fc from 'fast-check';
import { expect, test } from 'vitest';
import { consequences } from '#lib/maturity/consequences.ts';
import { declaredFound } from '#lib/maturity/declared-found.ts';
import { ifGapHeld, passingUnder, testedForms, type PassingProduct } from '#lib/maturity/if-gap-held.ts';
import { wilson } from '#lib/maturity/interval.ts';
import type { LevelTable } from '#lib/maturity/level-table.ts';
import { criterionKey } from '#lib/maturity/questionnaire.ts';
import { randomStudy } from './random-levels.ts';
import { formsOf, naiveCell, randomForms } from './naive-audits.ts';
import { repetitions } from '#tests/repetitions.ts';

const runs = repetitions(80);

const table: fc.Arbitrary<LevelTable> = fc
  .record({
    targets: fc.array(fc.integer({ min: 1, max: 4 }), { minLength: 1, maxLength: 6 }),
    products: fc.nat(9)
  })
  .chain(({ targets, products }) =>
    fc
      .array(
        fc.array(fc.integer({ min: -1, max: 4 }), { minLength: targets.length, maxLength: targets.length }),
        {
          minLength: products,
          maxLength: products
        }
      )
      .map((rows) => ({
        criteria: targets.map((target, k) => ({
          code: `Q${k}`,
          theme: 'T',
          scope: 'common' as const,
          levels: 4,
          target,
          obligation: '',
          titleFr: '',
          titleEn: '',
          labelFr: '',
          labelEn: ''
        })),
        products: rows.map((levels, p) => ({
          id: `id ${p}`,
          product: `P${p}`,
          vendor: 'V',
          vendorKey: 'v',
          corridor: '',
          vendorProducts: 1,
          levels: Int8Array.from(levels)
        }))
      }))
  );

const audited = table.chain((one) =>
  randomForms(one.criteria.length, one.products.length).map((drawn) => ({
    table: one,
    forms: formsOf(
      drawn,
      one.criteria.map(({ code }) => code),
      one.products
    )
  }))
);

test('gaps by criterion, by product and in all are those counted answer by answer', () =>
  fc.assert(
    fc.property(audited, ({ table: { criteria, products }, forms }) => {
      const found = declaredFound({ criteria, products }, forms);
      const answers = products.flatMap((product) =>
        forms
          .filter(({ productId }) => productId === product.id)
          .flatMap((form) =>
            criteria.map(({ code, target }, k) => ({
              id: product.id,
              code,
              ...naiveCell(product.levels[k] ?? -1, target, code, form)
            }))
          )
      );
      const counts = (list: typeof answers) => ({
        tested: list.filter(({ tested }) => tested).length,
        gaps: list.filter(({ gap }) => gap).length
      });
      expect(found.pooled).toEqual(counts(answers));
      for (const row of found.criteria) {
        const own = counts(answers.filter(({ code }) => code === row.criterion));
        expect(row).toMatchObject(own);
        const interval = own.tested === 0 ? { low: null, high: null } : wilson(own.gaps, own.tested);
        expect(row).toMatchObject({ rate: own.tested === 0 ? null : own.gaps / own.tested, ...interval });
      }
      const unmapped = criteria.filter(({ code }) => !found.criteria.some((row) => row.criterion === code));
      expect(
        forms.some(({ results }) =>
          results.some((r) => unmapped.some(({ code }) => r.criteria.includes(code)))
        )
      ).toBe(false);
      expect(found.products.map(({ product }) => product.id)).toEqual(
        products.filter(({ id }) => forms.some(({ productId }) => productId === id)).map(({ id }) => id)
      );
      for (const row of found.products)
        expect(row).toMatchObject(counts(answers.filter(({ id }) => id === row.product.id)));
      const rated = found.products.filter(({ tested }) => tested > 0);
      expect(found.withGap).toMatchObject({
        tested: rated.length,
        gaps: rated.filter(({ gaps }) => gaps > 0).length
      });
    }),
    { numRuns: runs }
  ));

test('what a scenario keeps if the gap held lies between the ends of Wilson’s interval on those not audited; with all audited, exactly those without a gap', () =>
  fc.assert(
    fc.property(audited, ({ table: { criteria, products }, forms }) => {
      const passing: PassingProduct[] = products.map(({ id }) => ({
        id,
        criteria: criteria.map(({ code }) => code)
      }));
      const held = ifGapHeld(passing, forms);
      const findings = passing.flatMap(({ id, criteria: codes }) => {
        const form = forms.find(({ productId }) => productId === id);
        const own = codes.map((code) => (form ? naiveCell(1, 1, code, form) : { tested: false, gap: false }));
        return own.some(({ tested }) => tested) ? [own.some(({ gap }) => gap)] : [];
      });
      const gaps = findings.filter(Boolean).length;
      expect(held).toMatchObject({ declared: passing.length, audited: findings.length, gaps });
      // gathered by result, forms say the same
      expect(ifGapHeld(passing, testedForms(forms))).toEqual(held);
      if (findings.length === 0) {
        expect([held.low, held.high]).toEqual([null, null]);
        return;
      }
      const [low = 0, high = 0] = [held.low ?? 0, held.high ?? 0];
      const left = passing.length - findings.length;
      const { low: l, high: h } = wilson(gaps, findings.length);
      const [least, most] = [
        findings.length - gaps + left * (1 - h),
        findings.length - gaps + left * (1 - l)
      ];
      expect(low).toBeLessThanOrEqual(least + 1e-6);
      expect(low).toBeGreaterThan(least - 1);
      expect(high).toBeGreaterThanOrEqual(most - 1e-6);
      expect(high).toBeLessThan(most + 1);
      if (left === 0) expect([low, high]).toEqual([findings.length - gaps, findings.length - gaps]);
    }),
    { numRuns: runs }
  ));

test('worked through: 26 pass, 8 of them audited, 3 with a gap', () => {
  const ids = Array.from({ length: 26 }, (_, i) => `id ${i}`);
  const form = (i: number) => ({
    productId: `id ${i}`,
    product: '',
    vendor: '',
    filedAt: '2026-06-01',
    auditor: '',
    passiReference: '',
    passiValidUntil: null,
    results: [
      {
        control: 'C1',
        severity: 'high' as const,
        criteria: ['q1'],
        result: i < 3 ? ('nonconforming' as const) : ('conforming' as const),
        evidenceDate: null
      }
    ]
  });
  const forms = Array.from({ length: 8 }, (_, i) => form(i));
  const passing = ids.map((id) => ({ id, criteria: ['Q1'] }));
  // Wilson for 3 of 8: 13.68 to 69.43 %; 5 + 18 × (1 − …)
  expect(ifGapHeld(passing, forms)).toEqual({ declared: 26, audited: 8, gaps: 3, low: 10, high: 21 });
  expect(ifGapHeld(passing.slice(0, 8), forms)).toMatchObject({ low: 5, high: 5 });
  expect(
    ifGapHeld(
      passing.map(({ id }) => ({ id, criteria: ['Q2'] })),
      forms
    )
  ).toMatchObject({ audited: 0, low: null });
});

test('the products taken to pass are those that the scenario counts, each with what applies to it', () =>
  fc.assert(
    fc.property(randomStudy(), ({ table: levels, requirements }) => {
      const passing = passingUnder(levels, requirements);
      expect(passing).toHaveLength(consequences(levels, requirements).passing);
      const columns = new Map(levels.criteria.map(({ code }, k) => [criterionKey(code), k]));
      for (const { id, criteria } of passing) {
        const product = levels.products.find((one) => one.id === id);
        const asked = requirements.filter(
          ({ status, criterion }) => status === 'mandatory' && criterion !== null
        );
        const own = asked.filter(
          ({ criterion }) => (product?.levels[columns.get(criterionKey(criterion ?? '')) ?? -1] ?? -1) >= 0
        );
        expect([...criteria].sort()).toEqual(own.map(({ criterion }) => criterion).sort());
        expect(
          own.every(
            ({ criterion, level }) =>
              (product?.levels[columns.get(criterionKey(criterion ?? '')) ?? -1] ?? 0) >= (level ?? 0)
          )
        ).toBe(true);
      }
    }),
    { numRuns: runs }
  ));
