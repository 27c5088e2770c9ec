import type { ChartOptions } from '#lib/charts/chart.ts';
import { frontier, type FrontierDot, type FrontierMark, type FrontierRows } from '#lib/charts/frontier.ts';
import type { Case } from './cases.ts';

const sampleAdmitted = [
  68, 63, 59, 56, 54, 51, 48, 45, 43, 40, 37, 34, 29, 27, 24, 22, 20, 18, 16, 15, 12, 9, 6, 2
];
const sampleWithinOne = [
  71, 70, 67, 64, 63, 60, 56, 53, 51, 48, 46, 42, 39, 36, 33, 31, 28, 24, 21, 19, 17, 13, 10, 3
];

function dots(
  values: readonly number[],
  more: (i: number) => Partial<FrontierDot> = () => ({})
): FrontierDot[] {
  return values.map((products, i) => ({ x: i + 1, products, title: `${i + 1} : ${products}`, ...more(i) }));
}

function mark(x: number, products: number, label: string, isMain = true): FrontierMark {
  return {
    x,
    products,
    isMain,
    label: `${label} : ${products}`,
    note: isMain ? '8 de moins que le mieux' : '',
    title: label
  };
}

function rows(changes: Partial<FrontierRows>): (options: ChartOptions) => SVGSVGElement {
  const admitted = changes.admitted ?? dots(sampleAdmitted);
  const to = Math.max(1, admitted.length);
  const all: FrontierRows = {
    products: 71,
    from: 1,
    to,
    ticks: [1, ...[4, 8, 12, 16, 20, 24].filter((value) => value <= to)].map((value) => ({
      value,
      text: String(value)
    })),
    admitted,
    withinOne: dots(sampleWithinOne),
    marks: [],
    names: {
      admitted: ['mieux possible,', 'toutes respectées'],
      withinOne: ['mieux possible, à un niveau près']
    },
    head: 'produits, sur 71',
    foot: 'nombre d’exigences obligatoires',
    ...changes
  };
  return (options) => frontier(all, options);
}

const flat = new Array<number>(24).fill(71);

export const frontierCases: Case[] = Object.entries({
  frontierScenarios: rows({
    marks: [mark(12, 26, 'scénario A – Socle d’octobre'), mark(12, 31, 'scénario B', false)]
  }),
  frontierNoScenario: rows({}),
  frontierUnproven: rows({
    admitted: dots(sampleAdmitted, (i) => (i > 8 && i < 18 ? { bound: (sampleAdmitted[i] ?? 0) + 7 } : {})),
    marks: [mark(4, 50, 'scénario A')]
  }),
  frontierLate: rows({ marks: [mark(24, 2, 'scénario A'), mark(2, 60, 'scénario B', false)] }),
  frontierFlat: rows({ admitted: dots(flat), withinOne: dots(flat), marks: [mark(9, 71, 'A')] }),
  frontierOne: rows({ products: 1, admitted: dots([1]), withinOne: dots([1]), head: 'produit, sur 1' }),
  frontierNobody: rows({
    products: 0,
    admitted: dots([0, 0, 0]),
    withinOne: dots([0, 0, 0]),
    head: 'produits, sur 0'
  }),
  frontierNone: rows({ admitted: [], withinOne: [] }),
  frontierMany: rows({
    products: 5000,
    admitted: dots(Array.from({ length: 80 }, (_, i) => Math.round(5000 * 0.94 ** (i + 1)))),
    withinOne: dots(Array.from({ length: 80 }, (_, i) => Math.round(5000 * 0.955 ** (i + 1)))),
    head: 'produits, sur 5 000'
  })
}).map(([name, draw]) => ({ name, width: 678, phone: 358, draw }));
