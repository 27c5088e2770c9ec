import { expect, test } from 'vitest';
import type { ShareRow } from '#lib/charts/share-rows.ts';
import type { DossierFigure } from '#lib/reports/dossier/dossier.ts';
import { boundNote, maskedRowNote, maskedTableNote } from '#lib/reports/dossier/explained.ts';
import { pictures } from '#lib/reports/writers/pdf/paper-drawings.ts';

function row(i: number, count = '1 sur 2'): ShareRow {
  return { code: `Q${i}`, label: `Critère ${i}`, values: [1, 1], total: 2, share: '50 %', count };
}

function figure(rows: ShareRow[]): DossierFigure {
  const series = [
    { name: 'à la cible', fill: 'attained' as const },
    { name: 'sous la cible', fill: 'short-2' as const }
  ];
  const drawing = { chart: 'shareRows' as const, rows: { series, groups: [{ title: '', rows }] } };
  return { id: 'f', title: 'T', subline: '', caption: '', drawing, table: { columns: [], rows: [] } };
}

/** Height of what a call draws in mm, 174 mm wide. */
function heightOf(call: string): number {
  const [width = 0, height = 0] = ['width', 'height'].map((name) =>
    Number(new RegExp(`<svg[^>]* ${name}=\\\\"([\\d.]+)\\\\"`).exec(call)?.[1])
  );
  return /height: (\d+)mm\)$/.exec(call) ? 215 : (174 * height) / width;
}

test('a drawing of very many rows is cut between rows, each once, and no part is higher than a page', () => {
  const all = Array.from({ length: 100 }, (_, i) => row(i));
  const parts = pictures(figure(all), 'fr') ?? [];
  expect(parts.length).toBeGreaterThan(2);
  for (const part of parts) expect(heightOf(part)).toBeLessThanOrEqual(215);
  const codes = parts.flatMap((part) => [...part.matchAll(/>(Q\d+)</g)].map(([, code]) => code));
  expect(codes).toEqual(all.map(({ code }) => code));
  expect(pictures(figure(all.slice(0, 20)), 'fr')).toHaveLength(1);
});

test('what is masked is explained where it stands, and nothing else is', () => {
  const plain = figure([row(1)]);
  expect([boundNote(plain, 'fr'), maskedRowNote(plain, 'fr'), maskedTableNote(plain, 'fr')]).toEqual([
    '',
    '',
    ''
  ]);
  expect(boundNote(figure([row(1, 'moins de 3 sur 9')]), 'fr')).toContain('jusqu’à 3');
  expect(maskedRowNote(figure([row(1, 'case masquée')]), 'fr')).toMatch(/^Case masquée/);
  const table = {
    columns: [{ label: 'n', kind: 'count' as const }],
    rows: [[{ masked: 'withheld' as const }]]
  };
  expect(maskedTableNote({ ...plain, table }, 'fr')).toMatch(/^«\sm\s»/);
});
