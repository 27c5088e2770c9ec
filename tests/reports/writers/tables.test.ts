import { expect, test } from 'vitest';
import type { Dossier, DossierTable } from '#lib/reports/dossier/dossier.ts';
import { paperTables } from '#lib/reports/writers/pdf/paper-columns.ts';
import { columnWidths, onSlides } from '#lib/reports/writers/pptx/table-place.ts';

const dossier = { locale: 'fr' } as Dossier;

/** A criterion's code and label, its attained of applicable, and so many further counts. */
function table(counts: number, value: number): DossierTable {
  return {
    columns: [
      { label: 'Code', kind: 'text', joins: 'code' },
      { label: 'Critère', kind: 'text' },
      { label: 'Atteint', kind: 'count', joins: 'fraction' },
      { label: 'N', kind: 'count' },
      ...Array.from({ length: counts }, (_, i) => ({ label: `Niv. ${i + 1}`, kind: 'count' as const }))
    ],
    rows: [['Q1', 'Journaux', value, value, ...Array.from({ length: counts }, () => value)]]
  };
}

test.each([
  [3, 7, 1],
  [10, 7, 1],
  [20, 100_000, 3],
  [40, 1_000, 5]
])('a table of %i counts of %i has room on paper, in so many parts: %i', (counts, value, parts) => {
  const tables = paperTables(table(counts, value), dossier);
  expect(tables).toHaveLength(parts);
  for (const { columns, size } of tables) {
    expect(columns[0]?.align).toBe('left');
    expect(columns.slice(1).every(({ width }) => width === 'auto')).toBe(true);
    const characters = columns.reduce((sum, column) => sum + (column.characters ?? 0), 0);
    expect((characters * size) / 8).toBeLessThanOrEqual(98);
  }
  const heads = tables.flatMap(({ columns }) => columns.slice(1).map(({ head }) => head));
  expect(heads).toHaveLength(new Set(heads).size);
  expect(heads).toHaveLength(counts + 1);
});

test('« n/N » of large numbers counts with all its characters', () => {
  const [first] = paperTables(table(1, 1_234_567), dossier);
  expect(first?.columns[1]?.characters).toBeGreaterThanOrEqual('1 234 567/1 234 567'.length);
});

test('a long label takes two lines of a slide, and fewer rows stand on it; nothing goes past its edge', () => {
  const heads = ['Critère', 'Établissements d’hébergement pour personnes âgées dépendantes', 'Ensemble'].map(
    (label, i) => ({ label, end: i > 0 })
  );
  const widths = columnWidths(heads);
  expect(widths.reduce((sum, one) => sum + one, 0)).toBeCloseTo(12.13);
  const rows = (label: string) => Array.from({ length: 15 }, () => [label, '1/2', '3/4']);
  expect(onSlides(heads, rows('court')).parts.map(({ length }) => length)).toEqual([12, 3]);
  const long = onSlides(heads, rows('long '.repeat(80)));
  expect(long.parts.map(({ length }) => length)).toEqual([7, 7, 1]);
  expect(long.parts[0]?.[0]?.[0]?.length).toBeLessThanOrEqual(2 * (widths[0] ?? 0) * 9.5);
  expect(long.heads[1]?.label).toMatch(/…$/);
});
