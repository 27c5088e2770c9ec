import { demandsOf } from './demands.ts';
import { notConcerned, type LevelProduct, type LevelTable } from './level-table.ts';
import { gapTo } from './distances.ts';
import type { Requirement } from './requirements.ts';

/** A mandatory requirement that a product does not attain; `declared` is 0 without an answer. */
export interface Lack {
  criterion: string;
  level: number;
  declared: number;
}

/** A product with what it lacks of a scenario; it passes where this is nothing and something applies to it. */
export interface ProductDistance extends Pick<LevelProduct, 'id' | 'product' | 'vendor' | 'corridor'> {
  /** Mandatory requirements that apply to it. */
  applicable: number;
  /** Missing levels. */
  missing: number;
  lacks: Lack[];
}

/** Every product in view: those that pass first, then the nearest by requirements, then by levels, then as they stand. */
export function productDistances(table: LevelTable, requirements: readonly Requirement[]): ProductDistance[] {
  const { mandatory } = demandsOf(table, requirements);
  const distances = table.products.map(({ id, product, vendor, corridor, levels }) => {
    const own = mandatory.flatMap(({ column, criterion, level }) => {
      const declared = levels[column] ?? notConcerned;
      return declared === notConcerned ? [] : [{ criterion, level, declared }];
    });
    const lacks = own.filter(({ level, declared }) => declared < level);
    const missing = lacks.reduce((sum, { level, declared }) => sum + gapTo(level, declared), 0);
    return { id, product, vendor, corridor, applicable: own.length, missing, lacks };
  });
  const isConcerned = ({ applicable }: ProductDistance) => (applicable > 0 ? 0 : 1);
  return distances.sort(
    (a, b) => isConcerned(a) - isConcerned(b) || a.lacks.length - b.lacks.length || a.missing - b.missing
  );
}
