import type { Cell, Matrix } from '#lib/maturity/matrix.ts';
import type { AnalysisAnswer } from '#lib/reports/analysis-answer.ts';
import * as analysis from '#tests/maturity/naive-analysis.ts';
import * as naive from '#tests/server/naive.ts';
import { api, byName, page, type Asked } from './ask-pages.ts';
import { expectRows, type Expected } from './page-numbers.ts';

function cellOf(state: naive.State, target: number): Cell {
  if (state === 'not_applicable') return '-';
  if (state === 'unanswered') return '?';
  return state >= target ? '1' : '0';
}

function matrixOf({ criteria, products, unanswered }: naive.NaiveView): Matrix {
  return {
    criteria,
    unanswered,
    products: products.map(({ product, states }) => ({
      ...product,
      vendorKey: naive.plain(product.vendor),
      vendorProducts: 1,
      cells: states.map((state, i) => cellOf(state, criteria[i]?.target ?? NaN)).join('')
    }))
  };
}

type Rows = ReturnType<typeof analysis.rowsOf>;

function attained(marks: number[]): number {
  return marks.filter((mark) => mark === 1).length;
}

/** Rank, code, counts and share of every criterion that applies to somebody. */
function ladderRows(rows: Rows, { criteria }: naive.NaiveView): Expected[][] {
  return analysis
    .ladder(rows, criteria.length)
    .filter((k) => analysis.column(rows, k).length > 0)
    .map((k, rank) => {
      const marks = analysis.column(rows, k);
      const n = attained(marks);
      return [rank + 1, criteria[k]?.code ?? '', n, marks.length, { share: n / marks.length }];
    });
}

/** What leaving each criterion out does to the mean rate. */
function tornadoRows(rows: Rows, { criteria }: naive.NaiveView): Expected[][] {
  const mean = analysis.meanOf(rows) ?? NaN;
  return criteria.flatMap(({ code }, k) => {
    const marks = analysis.column(rows, k);
    const others = rows.map((row) => ({ ...row, marks: row.marks.filter((_, i) => i !== k) }));
    const without = analysis.meanOf(others);
    return marks.length === 0 || without === null
      ? []
      : [[code, attained(marks), marks.length, { share: without }, { points: 100 * (without - mean) }]];
  });
}

/** Fewer products with this criterion and another say nothing. */
const leastProducts = 10;

function correlationRows(rows: Rows, { criteria }: naive.NaiveView): Expected[][] {
  return criteria.flatMap(({ code }, k) => {
    const value = analysis.correlation(rows, k);
    const compared = rows.filter(({ marks }) => {
      const others = marks.filter((mark, i) => i !== k && mark !== undefined);
      return marks[k] !== undefined && others.length > 0;
    });
    const N = compared.length;
    return value === null || N < leastProducts ? [] : [[code, N, { points: value }]];
  });
}

function intervalRows({ mean, median, bands, rated }: AnalysisAnswer): Expected[][] {
  const shares = bands.map(({ products, low, high }) => ({ value: products / rated, low, high })).reverse();
  return [mean, median, ...shares].map(({ value, low, high }) => [
    { share: value },
    { share: low },
    { share: high }
  ]);
}

const byCode = <Row extends unknown[]>(rows: Row[]) => byName(rows, ([code]) => String(code));
const cells = (rows: string[][], ...places: number[]) =>
  rows.map((row) => places.map((place) => row[place] ?? ''));

/** The statistician's page: what no draw decides against plain loops, the intervals of draws against the API. */
export async function checkAnalysis(asked: Asked, view: naive.NaiveView): Promise<void> {
  const { figure } = await page(asked, '/analysis');
  if (view.products.length === 0) return;
  const rows = analysis.rowsOf(matrixOf(view));
  const about = (what: string) => `${what} ${asked.message}`;
  expectRows(cells(figure('ladder'), 0, 1, 3, 4, 5), ladderRows(rows, view), about('ladder'));
  expectRows(
    byCode(cells(figure('tornado'), 0, 2, 3, 4, 5)),
    byCode(tornadoRows(rows, view)),
    about('tornado')
  );
  expectRows(
    byCode(cells(figure('item-rest'), 0, 2, 3)),
    byCode(correlationRows(rows, view)),
    about('item-rest')
  );
  const errors = analysis.surprises(rows, view.criteria.length).flat().length;
  const answers = rows.flatMap(({ marks }) => marks.filter((mark) => mark !== undefined)).length;
  const [guttman = []] = cells(figure('reproducibility'), 1, 2, 3);
  expectRows(
    [guttman],
    [[{ points: 1 - errors / answers }, answers, errors].slice(0, answers === 0 ? 0 : 3)],
    about('reproducibility')
  );
  const answer = await api<AnalysisAnswer>(asked, 'analysis');
  if (answer.rated > 0)
    expectRows(cells(figure('intervals'), 3, 4, 5), intervalRows(answer), about('intervals'));
}
