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

/**
 * The sums that can bear on a count when nothing is known beside sizes and its own total: those of the same criterion,
 * theme or bands. All others end in counts of which nothing is known, and bind nothing.
 */
export function bearingSums(counts: Counts, name: CountName): Sum[] {
  const bearing = bears(counts, name);
  return counts.sums.filter(({ total, parts }) =>
    [total, ...parts].every((i) => {
      const other = counts.unknowns[i]?.name;
      return other !== undefined && (isProducts(other) || bearing(other));
    })
  );
}
