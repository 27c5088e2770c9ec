import { cellKey, cellName, type Cell, type CellName, type Measure } from './cell.ts';

export type Dimensions = Partial<Omit<CellName, 'campaign' | 'measure'>>;

/** Finds cells by what they count. */
export interface CellLookup {
  /** Undefined where the publication has no such count. */
  find(campaign: string, measure: Measure, dimensions?: Dimensions): Cell | undefined;
}

export function cellLookup(cells: Iterable<Cell>): CellLookup {
  const byKey = new Map<string, Cell>();
  for (const cell of cells) byKey.set(cellKey(cell), cell);
  return {
    find: (campaign, measure, dimensions = {}) => byKey.get(cellKey(cellName(campaign, measure, dimensions)))
  };
}
