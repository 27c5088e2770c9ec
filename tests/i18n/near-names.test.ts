import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { nearPairs } from '#lib/i18n/near-names.ts';
import { looseVendor, words } from '#lib/i18n/vendor-name.ts';
import { answersRow, codes, criteria, inFrench, warnings } from '#tests/ingest/checks/checked.ts';

function areNear(a: string, b: string): boolean {
  return nearPairs([a, b].map((name) => ({ words: words(name), group: '' }))).length > 0;
}

describe('names that are nearly equal', () => {
  test.each([
    ['Dossier Patient', 'dossier-patient'],
    ['Dossier Patient', 'Dossier Patients'],
    ['Dossier Patient', 'Dosier Patient'],
    ['Dossier Patient', 'Dossier Pateint'],
    ['Dossier Patient', 'Dossier Patiant'],
    ['Suite 2 Patient', 'Suite 2 Patients']
  ])('%s and %s', (a, b) => expect(areNear(a, b)).toBe(true));

  test.each([
    ['Suite 2', 'Suite 3'],
    ['Suite A', 'Suite B'],
    ['Suite Pro', 'Suite Plus'],
    ['Dossier', 'Dossier Patient'],
    ['Labo', 'Lobo'],
    ['Dossier Patient', 'Dosier Patiant'],
    ['', '']
  ])('not %s and %s', (a, b) => expect(areNear(a, b)).toBe(false));

  test('one slip in a long word is always found, digits and other words being equal', () => {
    const word = fc.string({ unit: fc.constantFrom(...'abcdefgh'), minLength: 6, maxLength: 12 });
    fc.assert(
      fc.property(
        word,
        fc.nat(),
        fc.constantFrom('out', 'in', 'other', 'swap'),
        fc.nat(30),
        (text, seed, kind, n) => {
          const at = seed % (text.length - 1);
          const slips = {
            out: text.slice(0, at) + text.slice(at + 1),
            in: `${text.slice(0, at)}z${text.slice(at)}`,
            other: `${text.slice(0, at)}z${text.slice(at + 1)}`,
            swap: text.slice(0, at) + text[at + 1] + text[at] + text.slice(at + 2)
          };
          expect(areNear(`Suite ${text} ${n}`, `suite ${slips[kind]}-${n}`)).toBe(true);
        }
      )
    );
  });

  test('of 5,000 names that are all alike no pair of every two is told', () => {
    const many = Array.from({ length: 5000 }, (_, i) => ({
      words: ['progiciel', `${i}`, 'hospitalier'],
      group: ''
    }));
    expect(nearPairs(many)).toEqual([]);
    const alike = Array.from({ length: 5000 }, (_, i) => ({
      words: [`logiciel${String.fromCodePoint(0x4e00 + i)}`],
      group: ''
    }));
    expect(nearPairs(alike).length).toBeLessThan(200_000);
  });
});

describe('vendors in two spellings', () => {
  test.each([
    ['Acme', 'ACME S.A.S.'],
    ['Acme', 'Acme, SA'],
    ['Médi-Soft', 'Medisoft SARL'],
    ['SAS', 'sas']
  ])('%s and %s have one loose form', (a, b) => expect(looseVendor(a)).toBe(looseVendor(b)));

  test('are reported once, at the later one, and their products compared', () => {
    const rows = [
      answersRow('Suite', 'Acme', [1]),
      answersRow('Suite', 'Acme SAS', [2]),
      answersRow('Autre', 'Acme SAS', [2])
    ];
    const found = warnings(rows, criteria(1));
    expect(found).toMatchObject([
      { code: 'near_vendor', line: 3, column: 'vendor', value: 'Acme SAS', detail: { other: 'Acme' } },
      { code: 'near_product', line: 3, column: 'product', value: 'Suite', detail: { vendor: 'Acme' } }
    ]);
    expect(inFrench(found[0])).toBe(
      'L’éditeur «\u00a0Acme SAS\u00a0» ressemble à «\u00a0Acme\u00a0». S’il s’agit du même, renommez-le une fois l’import fait, sinon il compte deux fois.'
    );
  });

  test('products of different vendors may share a name', () => {
    const rows = [answersRow('Suite Santé', 'Acme', [1]), answersRow('Suite Sante', 'Echo', [2])];
    expect(warnings(rows, criteria(1))).toEqual([]);
  });

  test('a product near one of the campaign is reported, one that is there already is not', () => {
    const known = [{ product: 'Dossier Patient', vendor: 'Acme' }];
    const near = warnings([answersRow('Dossiers Patient', 'Acme', [1])], criteria(1), { known });
    expect(near).toMatchObject([{ code: 'near_product', line: 2, detail: { other: 'Dossier Patient' } }]);
    expect(codes(warnings([answersRow('dossier patient', 'ACME', [1])], criteria(1), { known }))).toEqual([]);
  });
});
