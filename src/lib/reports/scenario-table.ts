import type { Requirement } from '#lib/maturity/requirements.ts';
import { tableOf, type Table } from './table.ts';

/** A scenario as its file has it (formats.md, section 5): what was written can be read again. */
export function scenarioTable(requirements: readonly Requirement[]): Table {
  return tableOf(requirements, {
    criterion: (line) => line.criterion,
    level: (line) => line.level,
    theme: (line) => line.theme,
    status: (line) => line.status,
    weight: (line) => line.weight,
    code: (line) => line.code,
    wording: (line) => line.wording,
    proof: (line) => line.proof,
    effective_from: (line) => line.effectiveFrom,
    note: (line) => line.note,
    promised: (line) => line.promised
  });
}
