import type { CountName, Counts, Sum } from './counts.ts';

/** Sizes of the campaign and its corridors, on which everything rests. */
function isProducts({ measure, criterion, theme, band }: CountName): boolean {
  return measure === 'products' && criterion + theme + band === '';
}

function isOfBands({ measure }: CountName): boolean {
  return ['products', 'rated', 'unrated'].includes(measure);
}

/** The criteria that a theme's answers are the sum over. */
function criteriaOf({ unknowns, sums }: Counts, theme: string): Set<string> {
  const of = sums.find(
    ({ total }) =>
      unknowns[total]?.name.measure === 'attained' &&
      unknowns[total].name.theme === theme &&
      unknowns[total].name.corridor === ''
  );
  return new Set(of?.parts.map((part) => unknowns[part]?.name.criterion ?? ''));
}

function bears(counts: Counts, name: CountName): (other: CountName) => boolean {
  if (isOfBands(name)) return (other) => isOfBands(other) && other.theme === name.theme;
  if (name.criterion !== '') return (other) => other.criterion === name.criterion;
  if (name.theme === '') return (other) => !isOfBands(other);
  const own = criteriaOf(counts, name.theme);
  return (other) => other.theme === name.theme || own.has(other.criterion);
}

/** Counts of the same criterion, theme or bands have the same sums, which go by names alone. */
const remembered = new WeakMap<readonly Sum[], Map<string, Sum[]>>();

function groupOf(name: CountName): string {
  return isOfBands(name) ? `bands ${name.theme}` : `${name.criterion.length} ${name.criterion} ${name.theme}`;
}

/**
 * The sums that can bear on a count when nothing is known beside sizes and its own total: those of the same criterion,
 * theme or bands. All others end in counts of which nothing is known, and bind nothing.
 */
export function bearingSums(counts: Counts, name: CountName): Sum[] {
  const groups = remembered.get(counts.sums) ?? new Map<string, Sum[]>();
  remembered.set(counts.sums, groups);
  const known = groups.get(groupOf(name)) ?? foundSums(counts, name);
  groups.set(groupOf(name), known);
  return known;
}

function foundSums(counts: Counts, name: CountName): Sum[] {
  const bearing = bears(counts, name);
  return counts.sums.filter(({ total, parts }) =>
    [total, ...parts].every((i) => {
      const other = counts.unknowns[i]?.name;
      return other !== undefined && (isProducts(other) || bearing(other));
    })
  );
}

/** The counts that these sums bind, and this one, by themselves and numbered anew. */
export function boundBy(counts: Counts, sums: readonly Sum[], name: CountName): Counts {
  const own = counts.indexOf(name);
  const all = new Set(sums.flatMap(({ total, parts }) => [total, ...parts]));
  if (own !== undefined) all.add(own);
  const places = new Map([...all].map((index, place) => [index, place]));
  const placeOf = (index: number) => places.get(index) ?? 0;
  return {
    unknowns: [...all].flatMap((index) => counts.unknowns[index] ?? []),
    sums: sums.map(({ total, parts }) => ({ total: placeOf(total), parts: parts.map(placeOf) })),
    indexOf(wanted) {
      const index = counts.indexOf(wanted);
      return index === undefined ? undefined : places.get(index);
    }
  };
}
