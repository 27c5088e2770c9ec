import type { ChartOptions } from '#lib/charts/chart.ts';
import { ladder } from '#lib/charts/ladder.ts';
import { rankedValues, type RankedValuesRows } from '#lib/charts/ranked-values.ts';
import type { CellLetter } from '#lib/charts/scalogram-cells.ts';
import { scalogram, type ScalogramRows } from '#lib/charts/scalogram.ts';
import type { Case } from './cases.ts';

const words: [CellLetter, string][] = [
  ['a', 'atteint'],
  ['m', 'non atteint'],
  ['A', 'atteint, inattendu'],
  ['M', 'non atteint, inattendu'],
  ['u', 'sans réponse'],
  ['U', 'sans réponse, inattendu'],
  ['-', 'non applicable']
];

function stair(criteria: number, products: number): ScalogramRows {
  const letter = (k: number, p: number): CellLetter => {
    if ((k * 5 + p) % 11 === 0) return '-';
    if ((k * 7 + p * 3) % 29 === 0) return k + p < criteria ? 'U' : 'u';
    const isOdd = (k * 3 + p * 5) % 17 === 0;
    const isAbove = k / criteria + p / products < 1;
    return isAbove ? (isOdd ? 'M' : 'a') : isOdd ? 'A' : 'm';
  };
  return {
    rows: Array.from({ length: criteria }, (_, k) => ({
      code: `Q${k + 1}`,
      label: `Critère ${k + 1}`,
      share: `${Math.round(100 - (100 * k) / criteria)}\u00a0%`,
      title: `Q${k + 1}`,
      cells: Array.from({ length: products }, (_, p) => letter(k, p)).join('')
    })),
    columns: Array.from({ length: products }, (_, p) => ({ rate: 1 - p / products, title: `Produit ${p}` })),
    columnHead: 'Produits, du taux le plus élevé au plus bas',
    shareHead: 'Part',
    key: words.map(([letter, text]) => ({ letter, text }))
  };
}

function withLabels({ rows, ...rest }: ScalogramRows, label: string): ScalogramRows {
  return { ...rest, rows: rows.map((row) => ({ ...row, label })) };
}

function grouped(criteria: number, groups: number): ScalogramRows {
  const { rows, columns, ...rest } = stair(criteria, groups);
  return {
    ...rest,
    key: [],
    columns,
    rows: rows.map((row, k) => ({
      ...row,
      cells: '',
      groups: columns.map(({ rate }, g) => (g === 3 && k === 1 ? null : rate * (1 - k / criteria)))
    }))
  };
}

function values(rows: RankedValuesRows['rows'], more: Partial<RankedValuesRows> = {}) {
  const all: RankedValuesRows = {
    rows,
    from: -0.5,
    to: 1,
    ticks: [-0.5, 0, 0.5, 1].map((value) => ({ value, text: String(value) })),
    references: [{ value: 0.2, text: '0,20' }],
    head: 'corrélation',
    ...more
  };
  return (options: ChartOptions) => rankedValues(all, options);
}

function value(at: number, more: Partial<RankedValuesRows['rows'][number]> = {}) {
  return {
    code: 'Q07',
    label: 'Authentification à deux facteurs',
    value: at,
    figure: String(at),
    title: 'Q07',
    ...more
  };
}

const range = { low: 0.1, high: 0.7 };
const long =
  'Un critère dont le nom ne tient pas sur une ligne, ni sur deux, quelque largeur qu’on lui donne ici';

export const analysisCases: Case[] = [
  ...Object.entries({
    scalogramSample: stair(59, 71),
    scalogramNone: stair(0, 0),
    scalogramOne: stair(1, 1),
    scalogramLong: withLabels(stair(59, 40), long),
    scalogramMany: stair(80, 150),
    scalogramGroups: grouped(12, 60)
  }).map(([name, rows]) => ({
    name,
    width: 1184,
    phone: 358,
    draw: (options: ChartOptions) => scalogram(rows, options)
  })),
  ...[0, 1, 59].map((steps) => ({
    name: `ladder${steps}`,
    width: 678,
    phone: 358,
    draw: (options: ChartOptions) =>
      ladder(
        {
          steps: Array.from({ length: steps }, (_, i) => {
            const rate = 1 - i / steps;
            return { rate, low: rate * 0.8, high: Math.min(1, rate * 1.1), title: `Q${i}` };
          }),
          first: 'Q1, le plus atteint',
          last: 'le moins atteint, Q59'
        },
        options
      )
  })),
  ...Object.entries({
    rankedValuesIntervals: values([
      value(0.04, { interval: { low: -0.3, high: 0.4 }, isShort: true }),
      value(0.4, { interval: range, other: { low: 0.2, high: 0.6 } }),
      value(1, { isHollow: true, label: long })
    ]),
    rankedValuesBars: values([value(0.8, { isShort: true }), value(-0.3), value(0)], {
      references: [{ value: 0, text: '' }],
      base: 0
    }),
    rankedValuesBothWays: values(
      [
        value(0.8, { opposite: -0.4 }),
        value(0.3, { opposite: 0 }),
        value(0, { opposite: -0.5, label: long })
      ],
      { references: [{ value: 0, text: '' }], base: 0 }
    ),
    rankedValuesNone: values([])
  }).map(([name, draw]) => ({ name, width: 576, phone: 358, draw }))
];
