import Papa from 'papaparse';

/** Records as arrays of cells, blank records left out, each with the physical line on which it starts. */
export interface Records {
  rows: string[][];
  lines: number[];
  /** Line of the record in which a quote is unclosed or malformed; nothing after it can be trusted. */
  brokenLine: number | null;
}

export const delimiters = [',', ';', '\t', '|'] as const;

/** Reads delimited text; line breaks may be CRLF, LF, CR or mixed, and are \n in the cells returned. */
export function parseCsv(text: string, delimiter: string): Records {
  const { data, errors } = Papa.parse<string[]>(endedByLineFeed(text), { delimiter, newline: '\n' });
  const broken = errors.find((error) => error.type === 'Quotes')?.row;
  return located(data, broken);
}

/** So many records are looked at for a heading row, above which a file may say whose answers it holds. */
const deepest = 30;

/**
 * The delimiter under which the heading row holds most known headings, then the row below it, where survey tools go on
 * with theirs, then any other near the start, then most columns; where nothing tells, the comma.
 */
export function recogniseDelimiter(text: string, isKnown: (heading: string) => boolean): string {
  const start = endedByLineFeed(text.trimStart().slice(0, 100_000));
  const ranked = delimiters.map((delimiter) => {
    const { data } = Papa.parse<string[]>(start, { delimiter, newline: '\n', preview: deepest });
    const [known = 0, below = 0, ...others] = data.map((cells) => cells.filter(isKnown).length);
    return { delimiter, known, below, further: Math.max(0, ...others), columns: data[0]?.length ?? 0 };
  });
  ranked.sort(
    (a, b) => b.known - a.known || b.below - a.below || b.further - a.further || b.columns - a.columns
  );
  return ranked[0]?.delimiter ?? ',';
}

/** The delimiter that a name or sign stands for; undefined where it can't be one. */
export function delimiterNamed(name: string): string | undefined {
  if (/^(tab|\\t)$/i.test(name)) return '\t';
  return /^[^"\r\n\ufeff]$/u.test(name) && name.length === 1 ? name : undefined;
}

/** PapaParse wants one kind of line break, and takes blanks after a closing quote only before one. */
function endedByLineFeed(text: string): string {
  const even = text.includes('\r') ? text.replace(/\r\n?/g, '\n') : text;
  return even.endsWith('\n') ? even : even + '\n';
}

function located(data: string[][], broken: number | undefined): Records {
  const records: Records = { rows: [], lines: [], brokenLine: null };
  let line = 1;
  data.forEach((cells, i) => {
    if (i === broken) records.brokenLine = line;
    if (!cells.every(isBlank)) {
      records.rows.push(cells);
      records.lines.push(line);
    }
    line += 1 + lineBreaksIn(cells);
  });
  return records;
}

function isBlank(cell: string): boolean {
  return cell === '' || cell.trim() === '';
}

function lineBreaksIn(cells: string[]): number {
  let count = 0;
  for (const cell of cells) {
    for (let at = cell.indexOf('\n'); at >= 0; at = cell.indexOf('\n', at + 1)) count++;
  }
  return count;
}
