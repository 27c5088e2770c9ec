const iso =
  /^(\d{4})-(\d{2})-(\d{2})(?:[T ](\d{2}):(\d{2})(?::(\d{2})(?:[.,]\d+)?)?\s*(Z|[+-]\d{2}:?\d{2})?)?$/i;
const french = /^(\d{1,2})\/(\d{1,2})\/(\d{4})(?:[T ]+(\d{1,2}):(\d{2})(?::(\d{2}))?)?$/;

/**
 * An ISO 8601 date or date-time, or `dd/mm/yyyy` with or without a time, as `2025-03-14` or `2025-03-14T10:20:00`;
 * undefined for anything else, impossible dates included. A time with an offset is turned into UTC, so that texts
 * sort as the moments do.
 */
export function readDate(text: string): string | undefined {
  const trimmed = text.trim().replace(/\s+/g, ' ');
  const [, year, month, day, hour, minute, second, offset] = iso.exec(trimmed) ?? [];
  if (year) return atOffset(written(year, month, day, hour, minute, second), offset);
  const found = french.exec(trimmed);
  return found ? written(found[3], found[2], found[1], found[4], found[5], found[6]) : undefined;
}

type Part = string | undefined;

function written(year: Part, month: Part, day: Part, hour?: Part, minute?: Part, second: Part = '00'): Part {
  const date = `${year}-${two(month)}-${two(day)}`;
  const full = `${date}T${two(hour)}:${two(minute)}:${second}`;
  const moment = new Date(`${full}Z`);
  // A date such as 30 February is moved on by Date instead of refused.
  if (Number.isNaN(moment.getTime()) || moment.toISOString().slice(0, 19) !== full) return undefined;
  return hour === undefined ? date : full;
}

function two(part: Part): string {
  return (part ?? '0').padStart(2, '0');
}

function atOffset(full: Part, offset: Part): Part {
  if (!full || !offset || offset.toUpperCase() === 'Z') return full;
  const [, sign, hours, minutes] = /^([+-])(\d{2}):?(\d{2})$/.exec(offset) ?? [];
  const shift = (Number(hours) * 60 + Number(minutes)) * (sign === '-' ? 1 : -1);
  return new Date(Date.parse(`${full}Z`) + shift * 60_000).toISOString().slice(0, 19);
}
