import type { CountName, Counts, Unknown } from './counts.ts';

/**
 * Sizes say how many there are, not what they answer: what they leave by themselves is no leak. How many products are rated
 * is none of them: beside the products it tells of bands.
 */
export function isSize({ measure, band }: CountName): boolean {
  return (
    ['vendors', 'applicable', 'not_applicable', 'panel', 'entrants', 'leavers'].includes(measure) ||
    (measure === 'products' && band === '')
  );
}

/** The counts whose deduction is bounded: attained, level, unanswered and bands. */
export function isProtected({ measure, band }: CountName): boolean {
  return ['attained', 'level', 'unanswered'].includes(measure) || (measure === 'products' && band !== '');
}

/** The campaign's own total of the same criterion and level, theme or band. */
export function totalOf(name: CountName): CountName {
  return { ...name, corridor: '' };
}

/** No count is more. */
export function most({ unknowns }: Counts): number {
  return unknowns.reduce((highest, { upper }) => Math.max(highest, upper), 0);
}

/** The counts as those know them who have only the printed sizes and these totals, with whatever bounds these have. */
export function sizesAnd(counts: Counts, totals: readonly CountName[], most: number, bounds: Counts): Counts {
  const kept = new Set(totals.map(counts.indexOf));
  const unknowns = counts.unknowns.map((unknown, i): Unknown => {
    if (kept.has(i)) return bounds.unknowns[i] ?? unknown;
    const isFixed = unknown.lower === unknown.upper;
    if (isFixed && (isSize(unknown.name) || unknown.cell === undefined)) return unknown;
    return { ...unknown, lower: 0, upper: most };
  });
  return { ...counts, unknowns };
}
