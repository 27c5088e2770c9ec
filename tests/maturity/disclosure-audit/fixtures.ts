import { readFileSync } from 'node:fs';
import path from 'node:path';
import type { AuditedCriterion } from '#lib/maturity/disclosure-audit/questionnaire.ts';
import type { OwnProduct } from '#lib/maturity/disclosure-audit/seat.ts';
import type { Cell } from '#lib/maturity/publication/cell.ts';
import { readCellsCsv } from '#lib/reports/cells-csv.ts';

/** The questionnaire of the publications made by hand. */
export const criteria: AuditedCriterion[] = [
  { code: 'Q1', theme: 'A', scope: 'common', levels: 3, target: 2 },
  { code: 'Q2', theme: 'A', scope: 'conditional', levels: 3, target: 3 },
  { code: 'Q3', theme: 'B', scope: 'common', levels: 2, target: 2 }
];

export function publication(name: string): Cell[] {
  const file = path.resolve(import.meta.dirname, '../../data/publications', `${name}.csv`);
  return readCellsCsv(readFileSync(file, 'utf8'));
}

/** So many products of one vendor with the same answers. */
export function products(count: number, corridor: string, levels: number[]): OwnProduct[] {
  return Array.from({ length: count }, () => ({ corridor, levels }));
}
