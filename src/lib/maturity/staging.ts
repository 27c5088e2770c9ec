/** When a requirement might be imposed: at once, in a year, or later. */
export const stages = ['now', 'next', 'later'] as const;
export type Stage = (typeof stages)[number];

/** Shares attained from which a criterion might be required now, and in a year. */
export const stageEdges = { now: 80, next: 50 } as const;

/**
 * A suggested stage for a criterion, by whole numbers: now where 80 % of the products concerned attain the target, in a
 * year from 50 % on, later below. What the law already requires is due now. Null where it concerns no product.
 */
export function stageOf(attained: number, applicable: number, isObliged: boolean): Stage | null {
  if (applicable === 0) return null;
  if (isObliged || 100 * attained >= stageEdges.now * applicable) return 'now';
  return 100 * attained >= stageEdges.next * applicable ? 'next' : 'later';
}
