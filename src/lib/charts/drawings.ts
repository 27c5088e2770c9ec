import { bandBar } from './band-bar.ts';
import { bandChange } from './band-change.ts';
import { corridorRates } from './corridor-rates.ts';
import { criteriaLevels } from './criteria-levels.ts';
import { productHistogram } from './product-histogram.ts';
import { productStrip } from './product-strip.ts';
import { rankedCriteria } from './ranked-criteria.ts';
import { themeRates } from './theme-rates.ts';

/** Every chart by the name under which figures ask for it. */
export const drawings = {
  bandBar,
  bandChange,
  corridorRates,
  criteriaLevels,
  productHistogram,
  productStrip,
  rankedCriteria,
  themeRates
};

export type DrawingName = keyof typeof drawings;

export type RowsOf<Name extends DrawingName> = Parameters<(typeof drawings)[Name]>[0];

/** A chart with its rows, whichever it is. */
export type Drawing = { [Name in DrawingName]: { chart: Name; rows: RowsOf<Name> } }[DrawingName];
