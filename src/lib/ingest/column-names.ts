import { fold } from '#lib/i18n/fold.ts';
import { headingKey } from './headings.ts';
import type { Table } from './table.ts';

/**
 * The texts by which each column may be called: its heading, then, where there are two heading rows, either part of
 * it that no other column has. None where the heading is blank.
 */
export function columnNames({ headings, parts }: Table): string[][] {
  const counts = new Map<string, number>();
  for (const column of parts ?? []) {
    for (const part of new Set(column.map(fold))) counts.set(part, (counts.get(part) ?? 0) + 1);
  }
  return headings.map((heading, i) => {
    const alone = parts?.[i]?.filter((part) => part !== heading && counts.get(fold(part)) === 1) ?? [];
    return heading === '' ? [] : [heading, ...alone];
  });
}

/** The column that a person means by a heading, as written or else folded; `none` or `several` where that fails. */
export function columnCalled(names: string[][], heading: string): number | 'none' | 'several' {
  const columns = columnsCalled(names, heading);
  return columns.length > 1 ? 'several' : (columns[0] ?? 'none');
}

/** Every column that goes by a heading, as written or else folded. */
export function columnsCalled(names: string[][], heading: string): number[] {
  const asWritten = columnsWith(names, (name) => name === heading.trim());
  return asWritten.length > 0
    ? asWritten
    : columnsWith(names, (name) => headingKey(name) === headingKey(heading));
}

function columnsWith(names: string[][], isCalled: (name: string) => boolean): number[] {
  return names.flatMap((called, column) => (called.some(isCalled) ? [column] : []));
}
