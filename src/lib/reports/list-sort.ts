/** A list's column, and whether from its highest value down. */
export interface ListSort<Column extends string> {
  column: Column;
  down: boolean;
}

/** `-rate`, `vendor`; anything else is the list's usual order. */
export function parseListSort<Column extends string>(
  text: string | null,
  columns: readonly Column[],
  usual: ListSort<Column>
): ListSort<Column> {
  const column = columns.find((name) => name === text?.replace(/^-/, ''));
  return column ? { column, down: text?.startsWith('-') ?? false } : usual;
}

export function formatListSort({ column, down }: ListSort<string>): string {
  return `${down ? '-' : ''}${column}`;
}
