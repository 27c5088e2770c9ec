import { readDate } from '../date.ts';
import type { Table } from '../table.ts';

/** In which order a column's dates are written, and whether that had to be assumed. */
export interface DateOrder {
  isDayFirst: boolean;
  isAssumed: boolean;
}

const moment =
  /^(\d{1,4})[/.-](\d{1,2})[/.-](\d{1,4})(?:,?[T ]+(\d{1,2}):(\d{2})(?::(\d{2})(?:[.,]\d+)?)?\s*([ap]\.?m\.?)?)?\s*(?:GMT|UTC)?(Z|[+-]\d{1,2}(?::?\d{2})?)?$/i;

/**
 * The order of day and month in a column, which some date of it must tell: no month is above 12. Where none does, it
 * is the one that the tool's language has, and is assumed unless that is French. Undefined where two dates tell
 * different things.
 */
export function dateOrder(cells: string[], isFrench: boolean): DateOrder | undefined {
  const found = cells.flatMap((cell) => {
    const [, first = '', second = ''] = moment.exec(plain(cell)) ?? [];
    return first === '' || first.length > 2 ? [] : [[Number(first), Number(second)] as const];
  });
  const isDayFirst = found.some(([first]) => first > 12);
  const isMonthFirst = found.some(([, second]) => second > 12);
  if (isDayFirst && isMonthFirst) return undefined;
  if (isDayFirst || isMonthFirst) return { isDayFirst, isAssumed: false };
  const tells = found.some(([first, second]) => first !== second);
  return { isDayFirst: isFrench, isAssumed: tells && !isFrench };
}

/** A moment as ISO 8601, as `2025-03-14T10:20:00`; text that is none, or that is one already, as it is. */
export function isoMoment(text: string, isDayFirst: boolean): string {
  const [, first = '', second = '', third = '', hour, minute, seconds = '00', half, offset] =
    moment.exec(plain(text)) ?? [];
  if (first === '') return text;
  const isYearFirst = first.length === 4;
  const [day, month] = isYearFirst ? [third, second] : isDayFirst ? [first, second] : [second, first];
  const year = isYearFirst ? first : third.padStart(4, '20');
  const date = `${year}-${two(month)}-${two(day)}`;
  const time = hour === undefined ? '' : `T${hourOf(hour, half)}:${minute ?? '00'}:${seconds}`;
  const iso = date + time + (time && offset ? offsetOf(offset) : '');
  return readDate(iso) === undefined ? text : iso;
}

/** The table with a column's moments as ISO 8601, and the order in which they were read. */
export function withMoments(
  table: Table,
  column: number,
  isFrench: boolean
): { table: Table; order: DateOrder | undefined } {
  const order = dateOrder(
    table.rows.map((cells) => cells[column] ?? ''),
    isFrench
  );
  if (!order) return { table, order };
  const rows = table.rows.map((cells) => {
    const [written, iso] = [cells[column] ?? '', isoMoment(cells[column] ?? '', order.isDayFirst)];
    return iso === written ? cells : cells.with(column, iso);
  });
  return { table: { ...table, rows }, order };
}

/** Google writes a narrow no-break space before « AM ». */
function plain(text: string): string {
  return text.trim().replace(/\s+/g, ' ');
}

function two(part: string): string {
  return part.padStart(2, '0');
}

function hourOf(hour: string, half: string | undefined): string {
  if (!half) return two(hour);
  const isAfternoon = half.toLowerCase().startsWith('p');
  return two(String((Number(hour) % 12) + (isAfternoon ? 12 : 0)));
}

/** `+1`, `+0100` and `+01:00` alike. */
function offsetOf(offset: string): string {
  if (/^z$/i.test(offset)) return 'Z';
  const [, sign = '+', hours = '0', minutes = '00'] = /^([+-])(\d{1,2}):?(\d{2})?$/.exec(offset) ?? [];
  return `${sign}${two(hours)}:${minutes}`;
}
