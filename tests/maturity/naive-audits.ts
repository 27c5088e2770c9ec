import fc from 'fast-check';
import type { AuditForm, ControlResultName, Severity } from '#lib/maturity/audit.ts';

/** Forms on products by index, each a table of controls against criteria by index, before names are given. */
export interface RandomForms {
  controls: { severity: Severity; criteria: number[] }[];
  forms: { product: number; results: ControlResultName[] }[];
}

const result = fc.constantFrom<ControlResultName>(
  'conforming',
  'conforming',
  'nonconforming',
  'not_applicable',
  'not_tested'
);

/** Up to 12 controls on the first `criteria` criteria, and at most one form a product of `products`. */
export function randomForms(criteria: number, products: number): fc.Arbitrary<RandomForms> {
  const control = fc.record({
    severity: fc.constantFrom<Severity>('high', 'medium'),
    criteria: fc.uniqueArray(fc.nat(Math.max(0, criteria - 1)), { maxLength: 3 })
  });
  return fc.array(control, { minLength: 1, maxLength: 12 }).chain((controls) =>
    fc.record({
      controls: fc.constant(controls),
      forms: fc.uniqueArray(
        fc.record({
          product: fc.nat(products + 1),
          results: fc.array(result, { minLength: controls.length, maxLength: controls.length })
        }),
        { maxLength: 12, selector: ({ product }) => product }
      )
    })
  );
}

/** The same as forms, with the codes and ids of a campaign; products beyond its own are strangers. */
export function formsOf(
  { controls, forms }: RandomForms,
  codes: readonly string[],
  products: readonly { id: string; product: string; vendor: string }[]
): AuditForm[] {
  return forms.map(({ product, results }) => {
    const known = products[product] ?? {
      id: `unknown ${product}`,
      product: `Inconnu ${product}`,
      vendor: 'Nul'
    };
    return {
      productId: known.id,
      product: known.product,
      vendor: known.vendor,
      filedAt: '2026-06-01',
      auditor: 'A',
      passiReference: 'P',
      passiValidUntil: null,
      results: controls.map(({ severity, criteria }, i) => ({
        control: `C${i}`,
        severity,
        criteria: criteria.flatMap((k) => codes[k] ?? []),
        result: results[i] ?? 'not_tested',
        evidenceDate: null
      }))
    };
  });
}

/** Definition 14 for one answer, in words: declared at target, some mapped control tested, some of them nonconforming. */
export function naiveCell(
  level: number,
  target: number,
  code: string,
  form: AuditForm
): { tested: boolean; gap: boolean } {
  let [tested, gap] = [false, false];
  for (const { criteria, result } of form.results) {
    if (!criteria.includes(code) || level < target) continue;
    if (result === 'conforming' || result === 'nonconforming') tested = true;
    if (result === 'nonconforming') gap = true;
  }
  return { tested, gap };
}
