import { defaultEdges } from '#lib/maturity/bands.ts';

/** What a form sends for a setting left as it is; addresses leave defaults out. */
const defaults: Record<string, readonly string[]> = {
  bands: ['', defaultEdges.join()],
  unanswered: ['', 'count'],
  band: [''],
  q: [''],
  // of the search for an optimum
  weight: [''],
  include: [''],
  exclude: [''],
  size: [''],
  'min-theme': [''],
  'corridor-floor': ['']
};

/** A form's field that adds a value to those in force: blank, it adds nothing, where a filter's blank has a meaning. */
const adds = 'add.';

function tidied(pairs: [string, string][]): [string, string][] {
  const kept: [string, string][] = [];
  for (const [name, value] of pairs) {
    const isAdded = name.startsWith(adds);
    const filter = isAdded ? name.slice(adds.length) : name;
    const isThere = kept.some(([other, given]) => other === filter && given === value);
    if (isAdded ? value.trim() === '' || isThere : isDefault(name, value)) continue;
    kept.push([filter, value]);
  }
  return kept;
}

function isDefault(name: string, value: string): boolean {
  return Object.hasOwn(defaults, name) && (defaults[name]?.includes(value) ?? false);
}

/** The address without parameters that say nothing, as filters and not as a form's fields; undefined where it is. */
export function tidyAddress({ pathname, searchParams }: URL): string | undefined {
  const given = [...searchParams];
  const kept = tidied(given);
  const isTidy = kept.length === given.length && !given.some(([name]) => name.startsWith(adds));
  if (isTidy) return undefined;
  const query = new URLSearchParams(kept).toString();
  return query === '' ? pathname : `${pathname}?${query}`;
}
