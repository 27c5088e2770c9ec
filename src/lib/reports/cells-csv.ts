import Papa from 'papaparse';
import { measures, statuses, type Cell, type Measure, type Status } from '#lib/maturity/publication/cell.ts';
import { toCsv } from './csv.ts';
import { startsFormula } from './formula-start.ts';

const columns = [
  'campaign',
  'measure',
  'criterion',
  'theme',
  'corridor',
  'band',
  'level',
  'value',
  'status'
] as const;

/** `cells.csv`: every count that the publication states, and those that it withholds. */
export function cellsCsv(cells: readonly Cell[]): string {
  return toCsv({ columns: [...columns], rows: cells.map((cell) => columns.map((name) => cell[name])) });
}

/** Takes off the sign by which text that looks like a formula was kept text. */
function plain(text: string): string {
  return text.startsWith("'") && startsFormula(text.slice(1)) ? text.slice(1) : text;
}

function oneOf<T extends string>(known: readonly T[], text: string): T {
  const found = known.find((name) => name === text);
  if (found === undefined) throw new Error(`invalid cells.csv: ${text}`);
  return found;
}

/** Reads what `cellsCsv` wrote; throws where the text is something else. */
export function readCellsCsv(text: string): Cell[] {
  const { data, meta } = Papa.parse<Record<(typeof columns)[number], string>>(text, {
    header: true,
    skipEmptyLines: true
  });
  const missing = columns.find((name) => !meta.fields?.includes(name));
  if (missing !== undefined) throw new Error(`invalid cells.csv: no column ${missing}`);
  return data.map((row) => ({
    campaign: plain(row.campaign),
    measure: oneOf<Measure>(measures, row.measure),
    criterion: plain(row.criterion),
    theme: plain(row.theme),
    corridor: plain(row.corridor),
    band: row.band,
    level: row.level,
    value: row.value === '' ? null : Number(row.value),
    status: oneOf<Status>(statuses, row.status)
  }));
}
