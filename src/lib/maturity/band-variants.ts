import { bandIndex, bandsOf, type Edges } from './bands.ts';
import type { BandCount } from './figures.ts';
import type { Filters } from './filters.ts';

/** Products with the same counts over the criteria in view. */
export interface CountedProducts {
  products: number;
  attained: number;
  /** Applicable criteria with a level; `attained` of them are at target. */
  answered: number;
  /** Applicable criteria without one. */
  unanswered: number;
  /** Conditional criteria left blank, which count as not applicable. */
  blank: number;
}

/** What one variant of the view's settings changes. */
export type Change =
  | { kind: 'none' }
  | { kind: 'edge'; from: number; to: number }
  | { kind: 'unanswered'; rule: Filters['unanswered'] }
  | { kind: 'blank' };

/** How the products in view fall into bands with a setting changed. */
export interface BandVariant {
  change: Change;
  rated: number;
  bands: BandCount[];
}

/** Points by which each edge is moved down and up. */
export const edgeStep = 5;

interface Rules {
  edges: Edges;
  unanswered: Filters['unanswered'];
  /** Whether blanks on conditional criteria are unanswered. */
  blanksCount: boolean;
}

/** The bands as they are, then with one setting changed at a time. */
export function bandVariants(
  products: readonly CountedProducts[],
  { edges, unanswered }: Pick<Filters, 'edges' | 'unanswered'>
): BandVariant[] {
  const rules: Rules = { edges, unanswered, blanksCount: false };
  const other = unanswered === 'count' ? 'exclude' : 'count';
  const variants: { change: Change; rules: Rules }[] = [
    { change: { kind: 'none' }, rules },
    ...movedEdges(edges).map(({ change, edges }) => ({ change, rules: { ...rules, edges } })),
    { change: { kind: 'unanswered', rule: other }, rules: { ...rules, unanswered: other } },
    { change: { kind: 'blank' }, rules: { ...rules, blanksCount: true } }
  ];
  return variants.map(({ change, rules }) => ({ change, ...banded(products, rules) }));
}

/** Each edge a step down and up, where it stays between its neighbours and from 1 to 99. */
function movedEdges(edges: Edges): { change: Change; edges: Edges }[] {
  return edges.flatMap((from, i) =>
    [from - edgeStep, from + edgeStep]
      .filter((to) => to > (edges[i - 1] ?? 0) && to < (edges[i + 1] ?? 100))
      .map((to) => ({ change: { kind: 'edge' as const, from, to }, edges: edges.with(i, to) }))
  );
}

function banded(products: readonly CountedProducts[], rules: Rules): { rated: number; bands: BandCount[] } {
  const bands = bandsOf(rules.edges).map((band) => ({ ...band, products: 0 }));
  let rated = 0;
  for (const group of products) {
    const band = bands[bandIndex(group.attained, applicableOf(group, rules), rules.edges) ?? -1];
    if (!band) continue;
    band.products += group.products;
    rated += group.products;
  }
  return { rated, bands };
}

function applicableOf({ answered, unanswered, blank }: CountedProducts, rules: Rules): number {
  return rules.unanswered === 'exclude' ? answered : answered + unanswered + (rules.blanksCount ? blank : 0);
}
