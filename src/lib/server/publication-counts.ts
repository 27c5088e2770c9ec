import { bandKey, bandsOf } from '#lib/maturity/bands.ts';
import type { CriterionFigures } from '#lib/maturity/figures.ts';
import {
  cellName,
  corridorName,
  themeName,
  type Count,
  type Measure
} from '#lib/maturity/publication/cell.ts';
import type { Dimensions } from '#lib/maturity/publication/cell-lookup.ts';
import type { SegmentCounts } from '#lib/maturity/publication/facts.ts';
import * as attainment from './attainment.ts';
import * as byCorridor from './by-corridor.ts';
import * as segmentCounts from './publication-segment-counts.ts';
import * as segments from './publication-segments.ts';
import type { Db } from './sql.ts';
import type { View } from './view.ts';

/** What is asked of the counts. */
export interface CountsAsked {
  /** The campaign's code. */
  campaign: string;
  /** Whether a manager asked for criteria by corridor. */
  criteriaByCorridor: boolean;
}

/**
 * Every count of the closed list of domain definition 10, unprotected, for the whole campaign in `view`, which has no
 * filters and the default settings. A dimension with a single value is not broken down.
 */
export async function cellsOf(db: Db, view: View, asked: CountsAsked): Promise<Count[]> {
  const criteria = await attainment.byCriterion(db, view);
  const rows = await segmentCounts.list(db, view);
  if (rows.length === 0) return sizes(asked.campaign, {}, { vendors: 0, products: 0, rated: 0 });
  const crossed =
    asked.criteriaByCorridor && segments.corridorsOf(rows).length > 1
      ? await byCorridor.byCriterion(db, view)
      : [];
  return [
    ...criteria.flatMap((criterion) => ofCriterion(asked.campaign, criterion)),
    ...segments.shown(rows).flatMap((row) => ofSegment(asked.campaign, row, view)),
    ...ofThemes(asked.campaign, criteria),
    ...crossed.flatMap((row) => ofCrossed(asked.campaign, row))
  ];
}

function ofCriterion(campaign: string, figures: CriterionFigures): Count[] {
  const { code: criterion, applicable, attained, unanswered, notApplicable, levels } = figures;
  return [
    { ...cellName(campaign, 'applicable', { criterion }), value: applicable },
    { ...cellName(campaign, 'attained', { criterion }), value: attained },
    { ...cellName(campaign, 'unanswered', { criterion }), value: unanswered },
    { ...cellName(campaign, 'not_applicable', { criterion }), value: notApplicable },
    ...levels.map(({ level, products }) => ({
      ...cellName(campaign, 'level', { criterion, level: String(level) }),
      value: products
    }))
  ];
}

function ofCrossed(campaign: string, row: byCorridor.CorridorCriterion): Count[] {
  const at = { criterion: row.code, corridor: corridorName(row.corridor) };
  return [
    { ...cellName(campaign, 'applicable', at), value: row.applicable },
    { ...cellName(campaign, 'attained', at), value: row.attained }
  ];
}

/** Answers of each theme over the whole campaign: sums over its criteria. */
function ofThemes(campaign: string, criteria: CriterionFigures[]): Count[] {
  const themes = [...new Set(criteria.map(({ theme }) => theme))];
  if (themes.length < 2) return [];
  return themes.flatMap((name) => {
    const own = criteria.filter((criterion) => criterion.theme === name);
    const theme = themeName(name);
    const sum = (of: (figures: CriterionFigures) => number) => own.reduce((total, c) => total + of(c), 0);
    return [
      { ...cellName(campaign, 'applicable', { theme }), value: sum(({ applicable }) => applicable) },
      { ...cellName(campaign, 'attained', { theme }), value: sum(({ attained }) => attained) },
      { ...cellName(campaign, 'unanswered', { theme }), value: sum(({ unanswered }) => unanswered) },
      { ...cellName(campaign, 'not_applicable', { theme }), value: sum(({ notApplicable }) => notApplicable) }
    ];
  });
}

type Sizes = Pick<SegmentCounts, 'vendors' | 'products' | 'rated'>;

function sizes(campaign: string, at: Dimensions, { vendors, products, rated }: Sizes): Count[] {
  const counted: [Measure, number][] =
    at.theme === undefined
      ? [
          ['vendors', vendors],
          ['products', products],
          ['rated', rated]
        ]
      : [['rated', rated]];
  return counted.map(([measure, value]) => ({ ...cellName(campaign, measure, at), value }));
}

function ofSegment(campaign: string, row: SegmentCounts, view: View): Count[] {
  const at: Dimensions = {
    ...(row.theme === null ? {} : { theme: themeName(row.theme) }),
    ...(row.corridor === null ? {} : { corridor: corridorName(row.corridor) })
  };
  const bands = bandsOf(view.filters.edges).map((band, i) => ({
    ...cellName(campaign, 'products', { ...at, band: bandKey(band) }),
    value: row.bands[i] ?? 0
  }));
  const answers = (['applicable', 'attained'] as const).map((measure) => ({
    ...cellName(campaign, measure, at),
    value: row[measure]
  }));
  return [...sizes(campaign, at, row), ...bands, ...(row.corridor === null ? [] : answers)];
}
