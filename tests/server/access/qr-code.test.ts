import fc from 'fast-check';
import { expect, test } from 'vitest';
import { codeAddress, newCodeSecret } from '#lib/server/access/one-time-code.ts';
import { qrCode } from '#lib/server/access/qr-code.ts';
import { repetitions } from '#tests/repetitions.ts';
import { readQrCode } from './read-qr-code.ts';

function drawn(text: string): string {
  const { size, path } = qrCode(text);
  return `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 ${size} ${size}" width="${size * 5}"><rect width="${size}" height="${size}" fill="#fff"/><path d="${path}"/></svg>`;
}

test('another program reads the address of any account back', () => {
  const names = fc.oneof(
    fc.constantFrom('A', 'Zoé D’Été', '名'.repeat(80)),
    fc.string({ maxLength: 80, unit: 'grapheme' })
  );
  fc.assert(
    fc.property(names, (name) => {
      const address = codeAddress(newCodeSecret(), name);
      expect(readQrCode(drawn(address))).toBe(address);
    }),
    { numRuns: repetitions(8) }
  );
});

test('four squares around it are white', () => {
  const { size, path } = qrCode('otpauth://totp/Palier');
  for (const [, x, y, length] of path.matchAll(/M(\d+) (\d+)h(\d+)/g)) {
    expect(Math.min(Number(x), Number(y))).toBeGreaterThanOrEqual(4);
    expect(Math.max(Number(x) + Number(length), Number(y) + 1)).toBeLessThanOrEqual(size - 4);
  }
});
