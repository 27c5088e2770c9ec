import { fold } from '#lib/i18n/fold.ts';
import type { Problem } from '#lib/maturity/problem.ts';
import type { IdentityColumns } from '../collection.ts';
import type { Table } from '../table.ts';

type Fate = 'counts' | 'displaced' | 'nameless';

/**
 * Responses that were never sent count like others, with a warning each, but for two kinds that could only do harm and
 * are left out: those that name no product or no vendor, and those of products that sent one, which they would displace.
 */
export function withoutDisplaced(
  table: Table,
  { product, vendor }: IdentityColumns,
  unsent: Set<number>
): { table: Table; problems: Problem[] } {
  if (unsent.size === 0) return { table, problems: [] };
  const isUnsent = (row: number) => unsent.has(table.lines[row] ?? 0);
  const keyOf = (cells: string[]) =>
    [cells[vendor], cells[product]].map((text) => fold(text ?? '')).join('\u001f');
  const sent = new Set(table.rows.filter((_, row) => !isUnsent(row)).map(keyOf));
  const fateOf = (cells: string[]): Fate => {
    if ([product, vendor].some((column) => (cells[column] ?? '').trim() === '')) return 'nameless';
    return sent.has(keyOf(cells)) ? 'displaced' : 'counts';
  };
  const fates = table.rows.map((cells, row) => (isUnsent(row) ? fateOf(cells) : undefined));
  const kept = (_: unknown, row: number) => fates[row] === undefined || fates[row] === 'counts';
  return {
    table: { ...table, rows: table.rows.filter(kept), lines: table.lines.filter(kept) },
    problems: fates.flatMap((fate, row) => (fate ? [problem(table, row, product, fate)] : []))
  };
}

function problem(table: Table, row: number, product: number, fate: Fate): Problem {
  return {
    severity: 'warning',
    file: table.file,
    line: table.lines[row] ?? null,
    column: null,
    value: table.rows[row]?.[product]?.trim() ?? '',
    code: 'incomplete_response',
    detail: { fate }
  };
}
