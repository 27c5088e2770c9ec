import fc from 'fast-check';
import { analyse } from '#lib/maturity/analysis.ts';
import { bandIndex, bandsOf, defaultEdges } from '#lib/maturity/bands.ts';
import type { CriterionFigures } from '#lib/maturity/figures.ts';
import { wilson } from '#lib/maturity/interval.ts';
import type { Matrix } from '#lib/maturity/matrix.ts';
import type { AnalysisData } from '#lib/reports/analysis-data.ts';
import { result } from '#tests/maturity/close.ts';
import * as naive from '#tests/maturity/naive-analysis.ts';
import { randomMatrix } from '#tests/maturity/random-matrix.ts';

/** Levels are 1 where a target of 2 is missed, 2 where it is attained, so that level 3 is never chosen. */
function criterionFigures(matrix: Matrix, k: number): CriterionFigures {
  const { code = '', theme = '', scope = 'common', target = 2 } = matrix.criteria[k] ?? {};
  const column = naive.column(naive.rowsOf(matrix), k);
  const [applicable, attained] = [column.length, column.filter((mark) => mark === 1).length];
  const of = (cell: string) => matrix.products.filter(({ cells }) => cells[k] === cell).length;
  return {
    code,
    theme,
    scope,
    target,
    applicable,
    attained,
    rate: applicable === 0 ? null : attained / applicable,
    ...(applicable === 0 ? { low: null, high: null } : wilson(attained, applicable)),
    levels: [
      { level: 1, products: of('0') },
      { level: 2, products: of('1') },
      { level: 3, products: 0 }
    ],
    unanswered: of('?'),
    notApplicable: of('-')
  };
}

function overviewOf(matrix: Matrix): AnalysisData['overview'] {
  const rows = naive.rowsOf(matrix);
  const rates = naive.ratesOf(rows);
  const bands = rows.map(({ marks }) => {
    const own = marks.filter((mark) => mark !== undefined);
    return bandIndex(own.filter((mark) => mark === 1).length, own.length, defaultEdges);
  });
  return {
    vendors: new Set(rows.map(({ product }) => product.vendorKey)).size,
    products: rows.length,
    rated: rates.length,
    criteria: { common: 0, conditional: matrix.criteria.length },
    median: rates.length === 0 ? null : naive.quantile(rates, 0.5),
    bands: bandsOf(defaultEdges).map((band, i) => ({
      ...band,
      products: bands.filter((own) => own === i).length
    }))
  };
}

function questionnaireOf({ criteria }: Matrix): AnalysisData['questionnaire'] {
  return {
    criteria: criteria.map(({ code, theme, scope, target }) => ({
      code,
      theme,
      scope,
      target,
      condition: '',
      appliesWhen: '',
      obligation: '',
      titleFr: '',
      titleEn: '',
      labelFr: `Question ${code}`,
      labelEn: `Question ${code}`,
      levels: ['aucun', 'partiel', 'complet'].map((word) => ({ fr: word, en: word }))
    }))
  };
}

function levelsOf({ criteria, products }: Matrix): AnalysisData['levels'] {
  const level: Record<string, number> = { '1': 2, '0': 1, '?': 0, '-': -1 };
  return {
    criteria: criteria.map((one) => ({
      ...one,
      levels: 3,
      obligation: '',
      titleFr: '',
      titleEn: '',
      labelFr: `Question ${one.code}`,
      labelEn: `Question ${one.code}`
    })),
    products: products.map(({ cells, ...product }) => ({
      ...product,
      levels: Int8Array.from(cells, (cell) => level[cell] ?? -1)
    }))
  };
}

export function analysisDataOf(matrix: Matrix, expected: number | undefined = undefined): AnalysisData {
  const { length } = matrix.products;
  return {
    analysis: result(analyse(matrix, defaultEdges)),
    criteria: matrix.criteria.map((_, k) => criterionFigures(matrix, k)),
    questionnaire: questionnaireOf(matrix),
    levels: levelsOf(matrix),
    unanswered: matrix.unanswered,
    overview: overviewOf(matrix),
    expected: expected === undefined ? undefined : { expected, answered: length },
    edges: defaultEdges,
    isFiltered: true
  };
}

export interface RandomAnalysis {
  matrix: Matrix;
  data: AnalysisData;
}

export const randomAnalysis: fc.Arbitrary<RandomAnalysis> = fc
  .tuple(randomMatrix, fc.option(fc.integer({ min: 46, max: 60 }), { nil: undefined }))
  .map(([matrix, expected]) => ({ matrix, data: analysisDataOf(matrix, expected) }));
