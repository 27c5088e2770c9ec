import { describe, expect, test } from 'vitest';
import { codeAddress, codeAt, newCodeSecret, stepAt, stepOfCode } from '#lib/server/access/one-time-code.ts';

/** The ASCII text 12345678901234567890 in base 32: the secret of RFC 6238's appendix B. */
const secret = 'GEZDGNBVGY3TQOJQGEZDGNBVGY3TQOJQ';

// RFC 6238, appendix B, SHA-1: the last six of its eight digits
test.each([
  [59, '287082'],
  [1111111109, '081804'],
  [1111111111, '050471'],
  [1234567890, '005924'],
  [2000000000, '279037'],
  [20000000000, '353130']
])('at second %i the code is %s', (second, code) => {
  expect(codeAt(secret, stepAt(second * 1000))).toBe(code);
});

describe('a code', () => {
  const now = 1_700_000_000_000;
  const step = stepAt(now);

  test('serves in its step and one aside, and no further', () => {
    for (const [aside, wanted] of [
      [-2, undefined],
      [-1, step - 1],
      [0, step],
      [1, step + 1],
      [2, undefined]
    ] as const)
      expect(stepOfCode(secret, codeAt(secret, step + aside), now, 0)).toBe(wanted);
  });

  test('serves once, and none of before serves after it', () => {
    expect(stepOfCode(secret, codeAt(secret, step), now, step)).toBeUndefined();
    expect(stepOfCode(secret, codeAt(secret, step - 1), now, step)).toBeUndefined();
    expect(stepOfCode(secret, codeAt(secret, step + 1), now, step)).toBe(step + 1);
  });

  test.each(['', '12345', '1234567', 'abcdef', '１２３４５６'])('is six digits: %s is none', (given) => {
    expect(stepOfCode(secret, given, now, 0)).toBeUndefined();
  });
});

test('a secret has 160 bits, and its address is what applications read', () => {
  expect(newCodeSecret()).toMatch(/^[A-Z2-7]{32}$/);
  expect(newCodeSecret()).not.toBe(newCodeSecret());
  expect(codeAddress(secret, 'Claire D')).toBe(
    `otpauth://totp/Palier%3AClaire%20D?secret=${secret}&issuer=Palier&algorithm=SHA1&digits=6&period=30`
  );
});
