import type { Highs } from 'highs';
import type { Finding } from '#lib/maturity/disclosure-audit/finding.ts';
import { cellKey } from '#lib/maturity/publication/cell.ts';
import { cheapestChoice, type Clause } from '#lib/maturity/whole-programs/cover.ts';
import { memoryOf, workedOut } from './attackers.ts';
import { cellsOf } from './cells-of.ts';
import type { Material } from './material.ts';
import type { RuledUnit } from './sensitive-units.ts';

/** Thrown where nothing that may still be withheld keeps a count from being worked out. */
export class CannotProtect extends Error {}

/** Rounds of attack and least loss before the choice is no longer revised, only added to. */
const revisedRounds = 60;

interface Search {
  solver: Highs;
  material: Material;
  units: readonly RuledUnit[];
  /** Units that may be withheld for others' sake. */
  free: ReadonlySet<number>;
  unitOf: Map<string, number>;
}

function searchOf(
  solver: Highs,
  material: Material,
  units: readonly RuledUnit[],
  free: ReadonlySet<number>
): Search {
  const unitOf = new Map(units.flatMap(({ cells }, i) => cells.map((cell) => [cellKey(cell), i] as const)));
  return { solver, material, units, free, unitOf };
}

function forced(units: readonly RuledUnit[]): Set<number> {
  return new Set([...units.keys()].filter((i) => units[i]?.rule !== undefined && units[i].rule !== 'small'));
}

/**
 * Of the units whose printed counts prove the finding, one must be withheld too, or the count that is found not be
 * withheld in the first place.
 */
function clauseOf({ units, free, unitOf }: Search, finding: Finding, fixed: ReadonlySet<number>): Clause {
  const from = 'from' in finding ? finding.from : [];
  const target = unitOf.get(cellKey(finding.cell));
  const any = new Set(from.map((cell) => unitOf.get(cellKey(cell)) ?? -1));
  const candidates = [...any].filter((i) => free.has(i) && i !== target);
  const stays = target === undefined || fixed.has(target) || units[target]?.rule !== undefined;
  return stays ? { any: candidates } : { any: candidates, unless: target };
}

/** The same clause is found again and again: from both ends, by many counts, in every round. */
function distinct(clauses: readonly Clause[]): Clause[] {
  const keyed = clauses.map(
    (clause) => [`${[...clause.any].sort().join()} ${clause.unless}`, clause] as const
  );
  return [...new Map(keyed).values()];
}

function leastLoss({ solver, units }: Search, clauses: Clause[], fixed: ReadonlySet<number>): Set<number> {
  const open = distinct(clauses.filter(({ any }) => !any.some((i) => fixed.has(i))));
  const costs = units.map(({ loss }) => loss);
  const chosen = cheapestChoice(solver, costs, open);
  if (!chosen) throw new CannotProtect('no choice meets every clause');
  return new Set([...fixed, ...chosen]);
}

/** Withholds the cheapest unit that each finding asks for, and takes none back. */
function added(search: Search, withheld: ReadonlySet<number>, clauses: Clause[]): Set<number> {
  const next = new Set(withheld);
  for (const { any } of clauses) {
    if (any.some((i) => next.has(i) && !withheld.has(i))) continue;
    const open = any
      .filter((i) => !next.has(i))
      .sort((a, b) => (search.units[a]?.loss ?? 0) - (search.units[b]?.loss ?? 0));
    const cheapest = open[0] ?? [...search.free].find((i) => !next.has(i));
    if (cheapest === undefined) throw new CannotProtect('nothing is left to withhold');
    next.add(cheapest);
  }
  return next;
}

/**
 * Which units to withhold, beyond those `fixed`, so that nothing withheld can be worked out, with the least loss: what an
 * attack proves rests on printed counts, one of which must go; the cheapest choice that meets all that was found so far
 * is attacked again, until nothing is found. As every clause is necessary, the choice is then the best there is.
 */
export function suppress(
  solver: Highs,
  material: Material,
  units: readonly RuledUnit[],
  free: ReadonlySet<number>,
  start: ReadonlySet<number> = new Set()
): Set<number> {
  const search = searchOf(solver, material, units, free);
  const fixed = new Set([...forced(units), ...start]);
  const clauses: Clause[] = [];
  const memory = memoryOf(material);
  let withheld = fixed;
  for (let round = 0; ; round++) {
    const findings = workedOut(solver, material, cellsOf(material.counts, units, withheld), memory);
    if (findings.length === 0) return withheld;
    const found = findings.map((finding) => clauseOf(search, finding, fixed));
    clauses.push(...found);
    withheld = round < revisedRounds ? leastLoss(search, clauses, fixed) : added(search, withheld, found);
  }
}
