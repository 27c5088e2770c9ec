import type { Analysis } from '#lib/maturity/analysis.ts';
import type { BandCount, CriterionFigures, Overview } from '#lib/maturity/figures.ts';
import type { Interval } from '#lib/maturity/interval.ts';
import type { Reproducibility } from '#lib/maturity/scalogram.ts';
import type { SizeFigures } from '#lib/maturity/size-comparison.ts';
import * as analysis from '#lib/server/analysis.ts';
import * as attainment from '#lib/server/attainment.ts';
import type { Db } from '#lib/server/sql.ts';
import type { View } from '#lib/server/view.ts';
import { tableOf, type Table } from './table.ts';

interface Ends {
  low: number | null;
  high: number | null;
}

/** A value with its interval by bootstrap over vendors. */
interface Estimate extends Ends {
  value: number | null;
}

/** One criterion's statistics; what is undefined is null. */
interface CriterionAnalysis extends Ends {
  code: string;
  /** From 1, the most attained. */
  rank: number;
  applicable: number;
  attained: number;
  rate: number | null;
  unexpectedAttained: number;
  unexpectedMissed: number;
  correlation: number | null;
  correlationLow: number | null;
  correlationHigh: number | null;
  meanWithout: number | null;
  change: number | null;
  neverChosen: number[];
}

interface PairAnalysis {
  first: string;
  second: string;
  both: number;
  onlyFirst: number;
  onlySecond: number;
  neither: number;
  phi: number;
  adjusted: number;
}

/** The analysis of a view as the API gives it. */
export interface AnalysisAnswer {
  vendors: number;
  products: number;
  rated: number;
  mean: Estimate;
  median: Estimate;
  bands: (BandCount & Ends)[];
  reproducibility: Reproducibility;
  criteria: CriterionAnalysis[];
  pairs: PairAnalysis[];
  vendorSizes: SizeFigures[];
  vendorSizeChance: number | null;
  unexpected: { id: string; applicable: number; errors: number }[];
}

function ends(interval: Interval | null | undefined): Ends {
  return { low: interval?.low ?? null, high: interval?.high ?? null };
}

function criterionOf(found: Analysis, criterion: CriterionFigures, k: number): CriterionAnalysis {
  const { code, applicable, attained, rate, levels } = criterion;
  const at = found.scalogram.rungs.findIndex((rung) => rung.criterion === k);
  const { unexpectedAttained = 0, unexpectedMissed = 0 } = found.scalogram.rungs[at] ?? {};
  const { correlation = null, interval } = found.itemRest[k] ?? {};
  const { mean = null, change = null } = found.leftOut[k] ?? {};
  const range = ends(interval);
  return {
    code,
    rank: at + 1,
    applicable,
    attained,
    rate,
    ...ends(found.resampled.criteria[k]),
    unexpectedAttained,
    unexpectedMissed,
    correlation,
    correlationLow: range.low,
    correlationHigh: range.high,
    meanWithout: mean,
    change,
    neverChosen: levels.flatMap(({ level, products }) => (products === 0 ? [level] : []))
  };
}

function pairsOf({ pairs, matrix }: Analysis): PairAnalysis[] {
  const code = (k: number) => matrix.criteria[k]?.code ?? '';
  return pairs.map(({ first, second, both, onlyFirst, onlySecond, neither, phi, adjusted }) => ({
    first: code(first),
    second: code(second),
    both,
    onlyFirst,
    onlySecond,
    neither,
    phi,
    adjusted
  }));
}

function answerOf(found: Analysis, criteria: CriterionFigures[], overview: Overview): AnalysisAnswer {
  const { vendors, products, rated, median, bands } = overview;
  const { resampled, matrix, grid, scalogram } = found;
  return {
    vendors,
    products,
    rated,
    mean: { value: found.mean, ...ends(resampled.mean) },
    median: { value: median, ...ends(resampled.median) },
    bands: bands.map((band, i) => ({ ...band, ...ends(resampled.bands[i]) })),
    reproducibility: found.reproducibility,
    criteria: criteria.map((criterion, k) => criterionOf(found, criterion, k)),
    pairs: pairsOf(found),
    vendorSizes: found.sizes,
    vendorSizeChance: found.sizeChance,
    unexpected: matrix.products.map(({ id }, p) => ({
      id,
      applicable: grid.applicable[p] ?? 0,
      errors: scalogram.errors[p] ?? 0
    }))
  };
}

export async function analysisAnswer(db: Db, view: View): Promise<AnalysisAnswer> {
  return answerOf(
    await analysis.read(db, view),
    await attainment.byCriterion(db, view),
    await attainment.overview(db, view)
  );
}

/** One row a criterion. */
export function analysisTable({ criteria }: AnalysisAnswer): Table {
  return tableOf(criteria, {
    code: (c) => c.code,
    rank: (c) => c.rank,
    applicable: (c) => c.applicable,
    attained: (c) => c.attained,
    rate: (c) => c.rate,
    low: (c) => c.low,
    high: (c) => c.high,
    unexpectedAttained: (c) => c.unexpectedAttained,
    unexpectedMissed: (c) => c.unexpectedMissed,
    correlation: (c) => c.correlation,
    correlationLow: (c) => c.correlationLow,
    correlationHigh: (c) => c.correlationHigh,
    meanWithout: (c) => c.meanWithout,
    change: (c) => c.change,
    neverChosen: (c) => c.neverChosen.join(' ')
  });
}
