import type { Band } from './bands.ts';
import type { NotCompared } from './comparability.ts';
import type { CriterionChange } from './criterion-changes.ts';
import type { Decomposition } from './decomposition.ts';
import type { Flow, Moves } from './flows.ts';
import type { DecisiveVendor } from './influence.ts';

/** All of one wave in view: the cross-section. Rates from 0 to 1, null where no product is rated. */
export interface WaveFigures {
  vendors: number;
  products: number;
  rated: number;
  mean: number | null;
  median: number | null;
}

/** P of definition 12; rates over the criteria that both waves have with the same levels, at wave 1's targets. */
export interface PanelFigures {
  vendors: number;
  products: number;
  meanBefore: number | null;
  meanAfter: number | null;
  medianBefore: number | null;
  medianAfter: number | null;
  /** Products whose rate rose, fell, stayed. */
  up: number;
  down: number;
  unchanged: number;
  /** Part *progress* of definition 12, and its p-value by sign-flip permutation over vendors. */
  progress: number | null;
  p: number | null;
}

/** What changed between two campaigns in view. */
export interface Evolution {
  before: WaveFigures;
  after: WaveFigures;
  /** Products in view in both campaigns, rated or not. */
  common: number;
  panel: PanelFigures;
  decisiveVendor: DecisiveVendor | null;
  decomposition: Decomposition | null;
  bands: Band[];
  flows: Flow[];
  /** Products rated in both, by whether their band rose. */
  moves: Moves;
  criteria: CriterionChange[];
  notCompared: NotCompared[];
}

/** A change is called a finding where its p-value, adjusted where there are several, is at most this. */
export const significance = 0.05;

/** Under so many products or vendors a panel is called small. */
export const smallPanel = { products: 20, vendors: 5 };
