/** Where blank cells were written as `""`, by the physical line of their record. */
export interface QuotedBlanks {
  at: Map<number, number[]>;
  /** Whether the file has unquoted blanks too, so that a quoted one says something. */
  isTold: boolean;
}

/**
 * Tells quoted blanks from unquoted ones in delimited text, which parsers read alike. The heading row and records
 * without any text are passed over.
 */
export function quotedBlanks(text: string, delimiter: string): QuotedBlanks {
  const found: QuotedBlanks = { at: new Map(), isTold: false };
  let isHeading = true;
  for (const { line, cells } of records(text.replace(/\r\n?/g, '\n'), delimiter)) {
    if (!cells.some((cell) => !/^(\s|"")*$/.test(cell))) continue;
    if (!isHeading) note(found, line, cells);
    isHeading = false;
  }
  return found;
}

function note(found: QuotedBlanks, line: number, cells: string[]): void {
  const quoted = cells.flatMap((cell, column) => (/^""\s*$/.test(cell) ? [column] : []));
  if (quoted.length > 0) found.at.set(line, quoted);
  found.isTold ||= cells.some((cell) => cell.trim() === '');
}

/** The cells of each record with their quotes. */
function* records(text: string, delimiter: string): Generator<{ line: number; cells: string[] }> {
  let [line, next, start, isQuoted]: [number, number, number, boolean] = [1, 1, 0, false];
  let cells: string[] = [];
  for (let at = 0; at <= text.length; at++) {
    const sign = text[at];
    if (sign === '"' && text[start] === '"') isQuoted = !isQuoted;
    if (sign === '\n') next++;
    const ends = sign === undefined || (!isQuoted && sign === '\n');
    if (!ends && (isQuoted || sign !== delimiter)) continue;
    cells.push(text.slice(start, at));
    start = at + 1;
    if (!ends) continue;
    yield { line, cells };
    [line, cells] = [next, []];
  }
}
