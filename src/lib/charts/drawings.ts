import type { ChartOptions } from './chart.ts';
import { bandBar } from './band-bar.ts';
import { bandChange } from './band-change.ts';
import { bandFlow } from './band-flow.ts';
import { corridorRates } from './corridor-rates.ts';
import { criteriaLevels, levelsBy } from './criteria-levels.ts';
import { decomposition } from './decomposition.ts';
import { frontier } from './frontier.ts';
import { heatMap } from './heat-map.ts';
import { intervalCell, intervalKey, themeTickCell } from './interval-cell.ts';
import { ladder } from './ladder.ts';
import { levelCell, levelGapCell, levelKey, notApplicableCell } from './level-cell.ts';
import { productHistogram } from './product-histogram.ts';
import { productPosition } from './product-position.ts';
import { productStrip } from './product-strip.ts';
import { rankedCriteria } from './ranked-criteria.ts';
import { rankedValues } from './ranked-values.ts';
import { scalogram } from './scalogram.ts';
import { shareBar } from './share-bar.ts';
import { shareRows } from './share-rows.ts';
import { slopes } from './slopes.ts';
import { stackedBars } from './stacked-bars.ts';
import { steps } from './steps.ts';
import { themeProfile } from './theme-profile.ts';
import { themeRates } from './theme-rates.ts';

/** Every chart by the name under which figures ask for it. */
export const drawings = {
  bandBar,
  bandChange,
  bandFlow,
  corridorRates,
  criteriaLevels,
  decomposition,
  frontier,
  heatMap,
  ladder,
  levelsBy,
  productHistogram,
  productPosition,
  productStrip,
  rankedCriteria,
  rankedValues,
  scalogram,
  shareRows,
  slopes,
  stackedBars,
  themeProfile,
  themeRates
};

/** The small drawings inside tables. */
export const pieces = {
  intervalCell,
  intervalKey: (_: object, options: ChartOptions) => intervalKey(options),
  levelCell,
  levelGapCell: ({ height }: { height: number }, options: ChartOptions) => levelGapCell(height, options),
  levelKey: (_: object, options: ChartOptions) => levelKey(options),
  notApplicableCell,
  shareBar,
  steps,
  themeTickCell
};

type Named<Functions extends Record<string, (rows: never, options: ChartOptions) => SVGSVGElement>> = {
  [Name in keyof Functions]: { chart: Name; rows: Parameters<Functions[Name]>[0] };
}[keyof Functions];

export type DrawingName = keyof typeof drawings;

/** A chart with its rows, whichever it is. */
export type Drawing = Named<typeof drawings>;

/** A piece with its rows. */
export type Piece = Named<typeof pieces>;
