import { headingKey } from './headings.ts';
import { cellKey } from './said.ts';
import type { ReadOptions } from './types.ts';

/**
 * A saved mapping with what is said beside it, which wins: for a field or an answer that both speak of, and for
 * encoding, delimiter, layout, sheet and source. Headings to ignore or drop are so if either says it.
 */
export function combined(saved: ReadOptions, given: ReadOptions): ReadOptions {
  const ignore = [...new Set([...(saved.ignore ?? []), ...(given.ignore ?? [])])];
  const drop = [...new Set([...(saved.drop ?? []), ...(given.drop ?? [])])];
  const layout = given.layout ?? saved.layout;
  return {
    encoding: given.encoding ?? saved.encoding,
    delimiter: given.delimiter ?? saved.delimiter,
    ...(layout ? { layout } : {}),
    sheet: given.sheet ?? saved.sheet,
    source: given.source ?? saved.source,
    product: given.product ?? saved.product,
    vendor: given.vendor ?? saved.vendor,
    ignore,
    ...(drop.length > 0 ? { drop } : {}),
    map: merged(saved.map, given.map, ({ field }) => headingKey(field)),
    answers: merged(saved.answers, given.answers, ({ said }) => cellKey(said))
  };
}

function merged<T>(saved: T[] = [], given: T[] = [], keyOf: (item: T) => string): T[] {
  const keys = new Set(given.map(keyOf));
  return [...saved.filter((item) => !keys.has(keyOf(item))), ...given];
}
