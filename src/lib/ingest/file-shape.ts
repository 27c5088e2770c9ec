import { headingKey } from './headings.ts';
import type { ReadColumn } from './types.ts';

/**
 * What files with the same set of headings have in common, whatever their order: the key under which a saved mapping is
 * offered again. Text, not a digest, so that it can be computed in a browser too.
 */
export function shapeOfColumns(columns: Pick<ReadColumn, 'heading'>[]): string {
  return JSON.stringify([...new Set(columns.map(({ heading }) => headingKey(heading)))].sort());
}
