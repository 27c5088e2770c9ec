import { createHash } from 'node:crypto';
import { expect, test } from 'vitest';
import { productId } from '#lib/server/product-id.ts';

function hashOf(text: string): string {
  return createHash('sha256').update(text, 'utf8').digest('hex').slice(0, 12);
}

test('a product’s id is that of its folded vendor and name', () => {
  expect(productId('Édi Santé', 'L’Agenda !')).toBe(hashOf("edi sante\u001fl'agenda"));
});

test('stays what it was in every release', () => {
  expect(productId('Acme', 'Alpha')).toBe('30ee960ee81a');
});

test('does not depend on the spelling', () => {
  expect(productId(' ACME\u00a0', 'alpha.')).toBe(productId('Acme', 'Alpha'));
});

test('tells apart what stands on either side', () => {
  const ids = [
    ['a', 'b c'],
    ['a b', 'c'],
    ['b c', 'a'],
    ['c', 'a b']
  ].map(([vendor = '', product = '']) => productId(vendor, product));
  expect(new Set(ids).size).toBe(4);
});
