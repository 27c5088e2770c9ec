import fc from 'fast-check';
import { expect, test } from 'vitest';
import { tidyAddress } from '../../src/routes/tidy-address.ts';

function tidied(query: string): string | undefined {
  return tidyAddress(new URL(`/products?${query}`, 'http://localhost'));
}

test.each([
  ['lang=fr&q=&band=&bands=20%2C60%2C80&unanswered=', '/products?lang=fr'],
  ['add.vendor=Beta', '/products?vendor=Beta'],
  ['vendor=Beta&add.vendor=Gamma', '/products?vendor=Beta&vendor=Gamma'],
  ['vendor=Beta&add.vendor=Beta', '/products?vendor=Beta'],
  ['add.vendor=+&add.attr.offre=', '/products'],
  ['add.attr.n%C2%B0+d%E2%80%99offre=1', '/products?attr.n%C2%B0+d%E2%80%99offre=1'],
  ['q=&page=2', '/products?page=2']
])('%s becomes %s', (query, address) => {
  expect(tidied(query)).toBe(address);
});

test.each(['corridor=', 'attr.hosting=', 'vendor=a&vendor=b', 'corridor=A&corridor=A'])(
  '%s stays',
  (query) => {
    expect(tidied(query)).toBeUndefined();
  }
);

test('what is tidied once is tidy', () => {
  const name = fc.constantFrom(
    'q',
    'band',
    'vendor',
    'add.vendor',
    'add.attr.x',
    'attr.x',
    'bands',
    'corridor'
  );
  fc.assert(
    fc.property(fc.array(fc.tuple(name, fc.constantFrom('', ' ', 'a', '20,60,80'))), (pairs) => {
      const first = tidied(new URLSearchParams(pairs).toString());
      if (first !== undefined) expect(tidyAddress(new URL(first, 'http://localhost'))).toBeUndefined();
    })
  );
});
