import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { fold } from '#lib/i18n/fold.ts';

describe('fold', () => {
  test.each([
    ['Éditeur', 'editeur'],
    ['  a\u00a0\u202f b\t\nc ', 'a b c'],
    ['l’État', "l'etat"],
    ['« oui »', '" oui "'],
    ['“yes”', '"yes"'],
    ['A–B—C−D', 'a-b-c-d'],
    ['Oui !', 'oui'],
    ['Oui…', 'oui'],
    ['Fin ; ', 'fin'],
    ['ﬁn', 'fin'],
    ['２', '2'],
    ['C.1.10', 'c.1.10'],
    ['e\u0301te\u0301', 'ete'],
    ['STRASSE', 'strasse'],
    ['İ', 'i']
  ])('of « %s » is « %s »', (text, folded) => {
    expect(fold(text)).toBe(folded);
  });

  test('of plain ASCII is what it is beside other letters', () => {
    const printable = fc.string({
      unit: fc.integer({ min: 0x20, max: 0x7e }).map((n) => String.fromCharCode(n))
    });
    fc.assert(
      fc.property(printable, (text) => {
        expect(fold(`x${text}`)).toBe(fold(`x\u0301${text}`));
      })
    );
  });

  test('of what it gave is the same', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'grapheme' }), (text) => {
        expect(fold(fold(text))).toBe(fold(text));
      })
    );
  });

  test('does not tell compatible forms apart', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'grapheme' }), (text) => {
        expect(fold(text.normalize('NFD'))).toBe(fold(text.normalize('NFC')));
      })
    );
  });

  test('tells different words apart', () => {
    expect(new Set(['acme', 'acme 2', 'ac-me', 'a.cme', 'âcmé x'].map(fold)).size).toBe(5);
  });
});
