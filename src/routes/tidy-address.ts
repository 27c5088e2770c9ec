import { defaultEdges } from '#lib/maturity/bands.ts';

/** What a form sends for a setting left as it is; addresses leave defaults out. */
const defaults: Record<string, readonly string[]> = {
  bands: ['', defaultEdges.join()],
  unanswered: ['', 'count'],
  band: [''],
  q: ['']
};

/** The address without parameters that say nothing; undefined where there are none. */
export function tidyAddress({ pathname, searchParams }: URL): string | undefined {
  const kept = [...searchParams].filter(
    ([name, value]) => !(Object.hasOwn(defaults, name) && defaults[name]?.includes(value))
  );
  if (kept.length === searchParams.size) return undefined;
  const query = new URLSearchParams(kept).toString();
  return query === '' ? pathname : `${pathname}?${query}`;
}
