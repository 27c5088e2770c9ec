import { bandKey, bandsOf, defaultEdges, parseEdges, type Edges } from './bands.ts';

/** Which criteria and products are in view, and the view's settings; an empty list chooses all. */
export interface Filters {
  theme: string[];
  scope: string[];
  corridor: string[];
  vendor: string[];
  attributes: Record<string, string[]>;
  /** Free text, as typed. */
  q: string[];
  band: string[];
  edges: Edges;
  unanswered: 'count' | 'exclude';
}

/** The parameters that filter or set the view, in the order in which addresses carry them. */
export const filterNames = [
  'corridor',
  'theme',
  'scope',
  'vendor',
  'band',
  'q',
  'bands',
  'unanswered'
] as const;

export const noFilters: Filters = {
  theme: [],
  scope: [],
  corridor: [],
  vendor: [],
  attributes: {},
  q: [],
  band: [],
  edges: defaultEdges,
  unanswered: 'count'
};

function parseUnanswered(value: string | undefined): Filters['unanswered'] {
  if (value === undefined || value === '' || value === 'count') return 'count';
  if (value === 'exclude') return 'exclude';
  throw new RangeError(`invalid unanswered: ${value}`);
}

function parseAttributes(entries: readonly (readonly [string, string])[]): Record<string, string[]> {
  const prefix = 'attr.';
  const attributes = new Map<string, string[]>();
  for (const [name, value] of entries) {
    if (!name.startsWith(prefix)) continue;
    const values = attributes.get(name.slice(prefix.length)) ?? [];
    attributes.set(name.slice(prefix.length), [...values, value]);
  }
  return Object.fromEntries(attributes);
}

/**
 * Reads filters and settings from name and value pairs, as addresses and the command line give them; other names are
 * left alone. Throws a RangeError with the value where a setting can't be.
 */
export function parseFilters(pairs: Iterable<readonly [string, string]>): Filters {
  const entries = [...pairs];
  const values = (name: string) => entries.filter(([key]) => key === name).map(([, value]) => value);
  const edges = values('bands').at(-1);
  return {
    theme: values('theme'),
    scope: values('scope'),
    corridor: values('corridor'),
    vendor: values('vendor'),
    attributes: parseAttributes(entries),
    q: values('q').filter((text) => text.trim() !== ''),
    band: values('band').filter((key) => key !== ''),
    edges: edges === undefined || edges === '' ? defaultEdges : parseEdges(edges),
    unanswered: parseUnanswered(values('unanswered').at(-1))
  };
}

/** The filters that choose criteria, and the settings: those that also hold where products are chosen by other means. */
export function withoutProductFilters({ theme, scope, edges, unanswered }: Filters): Filters {
  return { ...noFilters, theme, scope, edges, unanswered };
}

/** The filters that choose products, and the edges: those that hold where all criteria count. */
export function withoutCriterionFilters(filters: Filters): Filters {
  return { ...filters, theme: [], scope: [], unanswered: 'count' };
}

function isDefaultEdges(edges: Edges): boolean {
  return edges.join() === defaultEdges.join();
}

/** The inverse of parseFilters: defaults are left out, so that equal views have equal addresses. */
export function formatFilters(filters: Filters): [string, string][] {
  const pairs = (name: string, values: string[]) => values.map((value): [string, string] => [name, value]);
  return [
    ...pairs('corridor', filters.corridor),
    ...pairs('theme', filters.theme),
    ...pairs('scope', filters.scope),
    ...pairs('vendor', filters.vendor),
    ...Object.entries(filters.attributes).flatMap(([name, values]) => pairs(`attr.${name}`, values)),
    ...pairs('q', filters.q),
    ...pairs('band', filters.band),
    ...pairs('bands', isDefaultEdges(filters.edges) ? [] : [filters.edges.join()]),
    ...pairs('unanswered', filters.unanswered === 'exclude' ? ['exclude'] : [])
  ];
}

/** Indices of the bands that the view keeps; undefined where it keeps all products, rated or not. */
export function bandsKept(filters: Filters): number[] | undefined {
  if (filters.band.length === 0) return undefined;
  return bandsOf(filters.edges).flatMap((band, i) => (filters.band.includes(bandKey(band)) ? [i] : []));
}
