import { expect, test } from 'vitest';
import { refusalInWords } from '#lib/i18n/refusals.ts';

test('what an address got wrong is said in the reader’s language, with the value', () => {
  expect(refusalInWords('unknown criterion: Q99', 'fr')).toBe('Critère inconnu\u00a0: «\u00a0Q99\u00a0»');
  expect(refusalInWords('unknown campaign: a: b', 'en')).toBe('Unknown campaign: “a: b”');
});

test('what says nothing to a reader is left out', () => {
  expect(refusalInWords('no campaign yet', 'fr')).toBe('');
  expect(refusalInWords('Not Found', 'en')).toBe('');
});
