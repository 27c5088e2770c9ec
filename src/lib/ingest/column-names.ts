import { fold } from '#lib/i18n/fold.ts';
import { headingKey } from './headings.ts';
import type { Table } from './table.ts';

/**
 * The texts by which each column may be called: its heading, then, where there are two heading rows, either part of
 * it that no other column has, then those by which a tool's heading goes and no other column. None where the heading is
 * blank.
 */
export function columnNames({ headings, parts, aliases }: Table): string[][] {
  const inParts = countColumns(parts ?? []);
  const inAliases = countColumns(headings.map((heading, i) => [heading, ...(aliases?.[i] ?? [])]));
  return headings.map((heading, i) => {
    if (heading === '') return [];
    const alone = parts?.[i]?.filter((part) => part !== heading && inParts.get(fold(part)) === 1) ?? [];
    const known =
      aliases?.[i]?.filter((alias) => alias !== heading && inAliases.get(fold(alias)) === 1) ?? [];
    return [...new Set([heading, ...alone, ...known])];
  });
}

/** In how many columns each text stands. */
function countColumns(texts: string[][]): Map<string, number> {
  const counts = new Map<string, number>();
  for (const column of texts) {
    for (const text of new Set(column.map(fold))) counts.set(text, (counts.get(text) ?? 0) + 1);
  }
  return counts;
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
