import { bandIndex, type Edges } from './bands.ts';
import { notConcerned, type LevelTable } from './level-table.ts';

/** A criterion at the level that is required together with others. */
export interface Required {
  /** Index of the criterion in the table. */
  column: number;
  level: number;
}

/** What one step of one level would do. */
export interface Shift {
  /** The level after the step. */
  level: number;
  /** Products that would be in a higher band, and in a lower one. */
  rising: number;
  falling: number;
  /** Products by band. */
  bands: number[];
  /** Products that would attain all that is required; null where the criterion is not among it. */
  passing: number | null;
}

export interface Stressed {
  criterion: number;
  /** Null where the target is the criterion's lowest or highest level. */
  lowered: Shift | null;
  raised: Shift | null;
}

/** Each target one level lower and higher, all others as they are. */
export interface StressTest {
  bands: number[];
  /** Products to which something of what is required applies, and those that attain all of it. */
  applicable: number;
  passing: number;
  criteria: Stressed[];
}

interface Counts {
  attained: Int32Array;
  applicable: Int32Array;
  /** Of what is required: what applies, and what is not attained. */
  required: Int32Array;
  lacking: Int32Array;
}

/**
 * What raising or lowering each target would do to bands, and each requirement's level to joint attainment (definition
 * 11). A level 1 is attained by whoever answers. Cost: products × criteria.
 */
export function stressTest(
  table: LevelTable,
  required: readonly Required[],
  edges: Edges,
  unanswered: 'count' | 'exclude'
): StressTest {
  const counts = countsOf(table, required, unanswered);
  const bands = bandsOf(table, counts, edges);
  const passing = table.products.filter((_, p) => isPassing(counts, p)).length;
  const shift = (criterion: number, step: 1 | -1): Shift | null => {
    const { target = 0, levels = 0 } = table.criteria[criterion] ?? {};
    const line = required.find(({ column }) => column === criterion);
    const level = target + step;
    if (level < 1 || level > levels) return null;
    const joint = line ? passingAt(table, counts, line, line.level + step, levels) : null;
    return { level, ...bandsAt(table, counts, edges, { criterion, level, unanswered }), passing: joint };
  };
  return {
    bands: tally(bands, edges),
    applicable: counts.required.filter((n) => n > 0).length,
    passing,
    criteria: table.criteria.map((_, criterion) => ({
      criterion,
      lowered: shift(criterion, -1),
      raised: shift(criterion, 1)
    }))
  };
}

function countsOf(table: LevelTable, required: readonly Required[], unanswered: 'count' | 'exclude'): Counts {
  const { criteria, products } = table;
  const zeros = () => new Int32Array(products.length);
  const counts = { attained: zeros(), applicable: zeros(), required: zeros(), lacking: zeros() };
  const add = (list: Int32Array, p: number, n: number) => (list[p] = (list[p] ?? 0) + n);
  for (const [p, { levels }] of products.entries()) {
    for (const [k, { target }] of criteria.entries()) {
      const own = levels[k] ?? notConcerned;
      if (!isCounted(own, unanswered)) continue;
      add(counts.applicable, p, 1);
      if (own >= target) add(counts.attained, p, 1);
    }
    for (const { column, level } of required) {
      const own = levels[column] ?? notConcerned;
      if (own === notConcerned) continue;
      add(counts.required, p, 1);
      if (own < level) add(counts.lacking, p, 1);
    }
  }
  return counts;
}

/** Whether an answer is in the denominator (definition 2). */
function isCounted(level: number, unanswered: 'count' | 'exclude'): boolean {
  return level > 0 || (level === 0 && unanswered === 'count');
}

function isPassing({ required, lacking }: Counts, p: number): boolean {
  return (required[p] ?? 0) > 0 && lacking[p] === 0;
}

/** The band of each product; null for one without a rate. */
function bandsOf(
  { products }: LevelTable,
  { attained, applicable }: Counts,
  edges: Edges
): (number | null)[] {
  return products.map((_, p) => bandIndex(attained[p] ?? 0, applicable[p] ?? 0, edges) ?? null);
}

function tally(bands: readonly (number | null)[], edges: Edges): number[] {
  const counts = new Array<number>(edges.length + 1).fill(0);
  for (const band of bands) if (band !== null) counts[band] = (counts[band] ?? 0) + 1;
  return counts;
}

interface NewTarget {
  criterion: number;
  level: number;
  unanswered: 'count' | 'exclude';
}

function bandsAt(
  { criteria, products }: LevelTable,
  { attained, applicable }: Counts,
  edges: Edges,
  { criterion, level, unanswered }: NewTarget
): Pick<Shift, 'rising' | 'falling' | 'bands'> {
  const target = criteria[criterion]?.target ?? 0;
  let [rising, falling] = [0, 0];
  const bands = products.map(({ levels }, p) => {
    const [n, N] = [attained[p] ?? 0, applicable[p] ?? 0];
    const before = bandIndex(n, N, edges) ?? null;
    const own = levels[criterion] ?? notConcerned;
    if (before === null || !isCounted(own, unanswered)) return before;
    const after = bandIndex(n + Number(own >= level) - Number(own >= target), N, edges) ?? null;
    if ((after ?? 0) > before) rising++;
    if ((after ?? 0) < before) falling++;
    return after;
  });
  return { rising, falling, bands: tally(bands, edges) };
}

/** Null where the criterion has no such level. */
function passingAt(
  { products }: LevelTable,
  counts: Counts,
  { column, level: before }: Required,
  level: number,
  levels: number
): number | null {
  if (level < 1 || level > levels) return null;
  return products.filter(({ levels: own }, p) => {
    const declared = own[column] ?? notConcerned;
    if (declared === notConcerned) return isPassing(counts, p);
    const lacking = (counts.lacking[p] ?? 0) - Number(declared < before) + Number(declared < level);
    return lacking === 0;
  }).length;
}
