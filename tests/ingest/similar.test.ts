import { describe, expect, it } from 'vitest';
import { closest, likeness, shapeOf } from '#lib/ingest/similar.ts';

const like = (a: string, b: string) => likeness(shapeOf(a), shapeOf(b));

describe('likeness', () => {
  it('is 1 for texts equal but for case, accents and signs', () => {
    expect(like('L’accès « distant » ?', 'l acces, DISTANT')).toBe(1);
  });

  it('is 0 where nothing is shared, and for blanks', () => {
    expect(like('abc', 'xyz')).toBe(0);
    expect(like('', '')).toBe(0);
    expect(like('?', 'abc')).toBe(0);
  });

  it('is the same both ways, and higher the more is shared', () => {
    const question = 'Is it rude to recline your seat on a plane?';
    const misspelt = 'Is itrude to recline your seat on a plane?';
    expect(like(question, misspelt)).toBe(like(misspelt, question));
    expect(like(question, misspelt)).toBeGreaterThan(0.9);
    expect(like(question, 'How tall are you?')).toBeLessThan(0.4);
  });

  it('is high where one text holds the other as words, not as letters', () => {
    expect(like('Nom du produit', 'produit')).toBeGreaterThanOrEqual(0.9);
    expect(like('sous-produits dérivés du lait', 'produit')).toBeLessThan(0.7);
  });
});

it('closest finds the most alike, or nothing', () => {
  expect(closest('vendr', ['product', 'vendor', 'vend'])).toBe('vendor');
  expect(closest('zzz', ['product', 'vendor'])).toBeUndefined();
});
