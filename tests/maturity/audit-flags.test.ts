import fc from 'fast-check';
import { expect, test } from 'vitest';
import type { AuditForm, ControlResultName } from '#lib/maturity/audit.ts';
import { anniversary, flagsOf, isOutOfDate, isRecent } from '#lib/maturity/audit-flags.ts';
import { defaultLimits, eligibilityOf, parseLimits } from '#lib/maturity/eligibility.ts';
import { repetitions } from '#tests/repetitions.ts';

const runs = repetitions(200);

function form(
  filedAt: string,
  evidence: [ControlResultName, string | null][],
  passiValidUntil: string | null
): AuditForm {
  const results = evidence.map(([result, evidenceDate], i) => ({
    control: `C${i}`,
    severity: 'high' as const,
    criteria: [],
    result,
    evidenceDate
  }));
  return {
    productId: 'p',
    product: 'P',
    vendor: 'V',
    filedAt,
    auditor: '',
    passiReference: '',
    passiValidUntil,
    results
  };
}

test.each([
  ['2025-06-01', '2026-05-31', true],
  ['2025-06-01', '2026-06-01', false],
  ['2025-06-01', '2026-06-02', false],
  ['2024-02-29', '2025-02-27', true],
  ['2024-02-29', '2025-02-28', false],
  ['2024-02-28', '2025-02-27', true],
  ['2024-02-28', '2025-02-28', false],
  ['2023-02-28', '2024-02-27', true],
  ['2023-02-28', '2024-02-28', false],
  ['2023-03-01', '2024-02-29', true],
  ['2023-12-31', '2024-12-30', true],
  ['2026-06-01', '2026-06-01', true]
])('evidence of %s in a form filed on %s: recent is %s', (evidence, filed, expected) => {
  expect(isRecent(evidence, filed)).toBe(expected);
});

test('a day is a year old after as many days as the year between has, the leap day a day early', () => {
  const day = fc.integer({ min: 0, max: 40_000 }).map((n) => new Date(Date.UTC(1990, 0, 1 + n)));
  fc.assert(
    fc.property(day, (date) => {
      const iso = date.toISOString().slice(0, 10);
      const next = new Date(Date.UTC(date.getUTCFullYear() + 1, date.getUTCMonth(), date.getUTCDate()));
      const isLeapDay = next.getUTCMonth() !== date.getUTCMonth();
      const expected = isLeapDay ? new Date(next.getTime() - 86_400_000) : next;
      expect(anniversary(iso)).toBe(expected.toISOString().slice(0, 10));
    }),
    { numRuns: runs }
  );
});

test('only tested controls need recent evidence; without a date nothing shows it to be', () => {
  const flags = flagsOf(
    form(
      '2026-06-01',
      [
        ['conforming', '2025-06-01'],
        ['nonconforming', null],
        ['not_tested', '2020-01-01'],
        ['not_applicable', null]
      ],
      '2026-06-01'
    )
  );
  expect(flags).toEqual({ oldEvidence: 1, undatedEvidence: 1, passi: 'valid' });
  expect(isOutOfDate(flags)).toBe(true);
  expect(isOutOfDate(flagsOf(form('2026-06-01', [['conforming', '2025-06-02']], '2026-06-01')))).toBe(false);
});

test.each([
  ['2026-06-01', 'valid'],
  ['2026-05-31', 'expired'],
  ['2027-01-01', 'valid'],
  [null, 'unknown']
])('a qualification until %s on a filing of 1 June 2026 is %s', (until, expected) => {
  expect(flagsOf(form('2026-06-01', [], until)).passi).toBe(expected);
});

const outcome = fc.record({
  severity: fc.constantFrom('high' as const, 'medium' as const),
  result: fc.constantFrom<ControlResultName>('conforming', 'nonconforming', 'not_applicable', 'not_tested')
});

test('eligible is a form with no more nonconforming controls than each limit, by default none of high and 10 of medium severity', () => {
  fc.assert(
    fc.property(fc.array(outcome, { maxLength: 40 }), fc.nat(4), fc.nat(14), (list, high, medium) => {
      const results = list.map((one, i) => ({ control: `C${i}`, criteria: [], evidenceDate: null, ...one }));
      const filed = { ...form('2026-06-01', [], null), results };
      let [highs, mediums] = [0, 0];
      for (const { severity, result } of list) {
        if (result !== 'nonconforming') continue;
        if (severity === 'high') highs++;
        else mediums++;
      }
      expect(eligibilityOf(filed, { high, medium })).toEqual({
        nonconforming: { high: highs, medium: mediums },
        isEligible: highs <= high && mediums <= medium
      });
      expect(eligibilityOf(filed, defaultLimits).isEligible).toBe(highs === 0 && mediums <= 10);
    }),
    { numRuns: runs }
  );
});

test('limits are whole numbers, blank ones the default', () => {
  expect(
    parseLimits([
      ['high', '2'],
      ['medium', ' '],
      ['other', 'x']
    ])
  ).toEqual({ high: 2, medium: 10 });
  for (const text of ['-1', '1.5', 'x', '99999'])
    expect(() => parseLimits([['high', text]])).toThrow(RangeError);
});
