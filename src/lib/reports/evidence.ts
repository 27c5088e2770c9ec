import type { TestedForm } from '#lib/maturity/if-gap-held.ts';
import type { LevelTable } from '#lib/maturity/level-table.ts';

/** What a scenario is set against: what products declare, and what audits found of them. */
export interface Evidence {
  table: LevelTable;
  forms: readonly TestedForm[];
}
