import type { Locale } from '#lib/i18n/locale.ts';
import type { Value, ValueCount } from '#lib/server/list-part.ts';

/** Lines of a list, from this one, counted from 0, so many at most. */
export interface Part {
  from: number;
  length: number;
}

/** Where a part lies: among the lines of these values, after so many of them. */
export interface Place {
  values: Value[];
  after: number;
}

export function alphabet(locale: Locale): Intl.Collator {
  return new Intl.Collator(locale, { numeric: true, sensitivity: 'base' });
}

/** Unrated ones last whichever the direction; names by the language's alphabet. */
export function compare(a: Value, b: Value, down: boolean, collator: Intl.Collator): number {
  if (a === null || b === null) return a === b ? 0 : a === null ? 1 : -1;
  const order = typeof a === 'string' ? collator.compare(a, String(b)) : a - Number(b);
  return down ? -order : order;
}

/** Values that go as one, as names but for their case, are wanted together. */
export function placeOf(
  counts: readonly ValueCount[],
  order: (a: Value, b: Value) => number,
  { from, length }: Part
): Place {
  const place: Place = { values: [], after: 0 };
  let rows = 0;
  for (const group of grouped(
    counts.toSorted((a, b) => order(a.value, b.value)),
    order
  )) {
    const size = group.reduce((sum, one) => sum + one.rows, 0);
    if (rows + size > from && rows < from + length) {
      if (place.values.length === 0) place.after = from - rows;
      place.values.push(...group.map(({ value }) => value));
    }
    rows += size;
  }
  return place;
}

function grouped(counts: readonly ValueCount[], order: (a: Value, b: Value) => number): ValueCount[][] {
  const groups: ValueCount[][] = [];
  for (const count of counts) {
    const last = groups.at(-1);
    if (last?.[0] && order(last[0].value, count.value) === 0) last.push(count);
    else groups.push([count]);
  }
  return groups;
}
