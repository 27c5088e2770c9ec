import { heatMap, type HeatMapLine, type HeatMapRows } from '#lib/charts/heat-map.ts';
import { stackedBars, type BarPart, type StackedBarsRows } from '#lib/charts/stacked-bars.ts';
import { bandToken } from '#lib/charts/band-token.ts';
import type { Case } from './cases.ts';

const long = 'Mise en œuvre d’une authentification à deux facteurs pour tous les comptes d’administration';

function line(i: number, columns: number, label: string): HeatMapLine {
  const cells = Array.from({ length: columns }, (_, c) => {
    const N = (i * 7 + c * 5) % 23;
    const n = N === 0 ? 0 : (i * 3 + c) % (N + 1);
    const rate = N === 0 ? 0 : n / N;
    const band = N < 5 ? null : [0.2, 0.6, 0.8].filter((edge) => rate >= edge).length;
    return { n, N, band, words: `${label}, couloir ${c + 1} : ${n} sur ${N}` };
  });
  return { code: `Q${String(i).padStart(2, '0')}`, label, rate: ((i * 13) % 100) / 100, mark: '', cells };
}

/** Criteria and corridors of any number; the first line is marked. */
export function heatRows(criteria: number, columns: number, label: string, corridor: string): HeatMapRows {
  const lines = Array.from({ length: criteria }, (_, i) => line(i + 1, columns, label));
  const [first] = lines;
  if (first) first.mark = 'p\u00a0=\u00a00,003';
  return {
    columns: Array.from({ length: columns }, (_, c) => ({
      name: corridor,
      products: `${c * 9}\u00a0produits`,
      rate: c === 1 ? null : 0.5
    })),
    heads: {
      criterion: 'Critère',
      order: 'du mieux au moins atteint',
      all: 'Tous',
      products: '71',
      total: 'Tous critères'
    },
    rate: 0.5,
    groups: [
      { name: '', lines: lines.slice(0, 8) },
      { name: 'Hébergement et exploitation', lines: lines.slice(8) }
    ],
    bandCount: 4
  };
}

function part(n: number, i: number, of: number): BarPart {
  return {
    n,
    fill: bandToken(i, of),
    ink: bandToken(i, of, 'on-band'),
    words: `tranche ${i + 1} : ${n} produits`
  };
}

/** Rows of bands, with their names as a key. */
export function barRows(rows: number[][], label: string, code = ''): StackedBarsRows {
  const totals = rows.map((counts) => counts.reduce((sum, n) => sum + n, 0));
  return {
    head: 'tranche haute',
    most: Math.max(0, ...totals),
    key: (rows[0] ?? []).map((_, i) => ({
      name: `tranche ${i + 1}`,
      fill: bandToken(i, rows[0]?.length ?? 0)
    })),
    rows: rows.map((counts, r) => ({
      code: code === '' ? '' : `${code}${r}`,
      label,
      figure: `${counts.at(-1) ?? 0}/${totals[r]}`,
      parts: counts.map((n, i) => part(n, i, counts.length))
    }))
  };
}

function named(width: number, draws: Record<string, Case['draw']>): Case[] {
  return Object.entries(draws).map(([name, draw]) => ({ name, width, phone: 358, draw }));
}

export const corridorCases: Case[] = [
  ...named(1184, {
    heatMapSample: (options) =>
      heatMap(heatRows(20, 6, 'Chiffrement des données', 'Biologie médicale'), options),
    heatMapTenLong: (options) => heatMap(heatRows(12, 10, long, `Établissements ${long}`), options),
    heatMapThirty: (options) => heatMap(heatRows(9, 30, long, 'Imagerie'), options),
    heatMapNone: (options) => heatMap(heatRows(0, 0, '', ''), options)
  }),
  ...named(778, {
    stackedBarsSample: (options) =>
      stackedBars(
        barRows(
          [
            [11, 34, 16, 10],
            [0, 45, 16, 10],
            [11, 34, 26, 0]
          ],
          'Réglages en vigueur'
        ),
        options
      ),
    stackedBarsLong: (options) =>
      stackedBars(
        barRows(
          [
            [1, 2],
            [0, 1200]
          ],
          long,
          'EXI-PSSI-'
        ),
        options
      ),
    stackedBarsFew: (options) => stackedBars(barRows([[1], [0]], 'vers 80\u00a0% et plus'), options),
    stackedBarsNone: (options) => stackedBars(barRows([], ''), options)
  })
];
