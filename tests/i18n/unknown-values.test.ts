import { expect, test } from 'vitest';
import { unknownValues } from '#lib/i18n/unknown-values.ts';
import { noFilters } from '#lib/maturity/filters.ts';

const known = {
  corridors: ['Hôpital', ''],
  themes: ['Accès'],
  vendors: ['Éditeur Un'],
  bands: ['0-50', '50-100']
};
const plain = (texts: string[]) => texts.map((text) => text.replaceAll(/[\u00a0\u202f]/g, ' '));

test('what a campaign has is not remarked on, however a vendor is written', () => {
  const filters = {
    ...noFilters,
    corridor: ['Hôpital', ''],
    theme: ['Accès'],
    vendor: ['EDITEUR UN'],
    band: ['0-50']
  };
  expect(unknownValues(filters, known, 'fr')).toEqual([]);
});

test('each value that a campaign does not have is said', () => {
  const filters = {
    ...noFilters,
    corridor: ['Ailleurs'],
    theme: ['X'],
    vendor: ['Personne'],
    band: ['20-60']
  };
  expect(plain(unknownValues(filters, known, 'fr'))).toEqual([
    'Le couloir « Ailleurs » n’existe pas dans cette campagne.',
    'Le thème « X » n’existe pas dans cette campagne.',
    'L’éditeur « Personne » n’existe pas dans cette campagne.',
    'La tranche « 20-60 » n’est pas une des tranches en vigueur.'
  ]);
  expect(plain(unknownValues(filters, known, 'en'))[0]).toBe('This campaign has no corridor “Ailleurs”.');
});

test('of what a campaign has none of, nothing is said', () => {
  const none = { corridors: [], themes: [], vendors: [], bands: ['0-50'] };
  expect(unknownValues({ ...noFilters, corridor: ['A'], theme: ['B'], vendor: ['C'] }, none, 'fr')).toEqual(
    []
  );
});
