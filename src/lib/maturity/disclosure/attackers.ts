import type { Highs } from 'highs';
import { blocksOf, type Block } from '#lib/maturity/disclosure-audit/blocks.ts';
import type { Counts } from '#lib/maturity/disclosure-audit/counts.ts';
import { withEarlier } from '#lib/maturity/disclosure-audit/earlier.ts';
import type { Finding } from '#lib/maturity/disclosure-audit/finding.ts';
import type { LeftByThemselves } from '#lib/maturity/disclosure-audit/alone.ts';
import { narrowCounts } from '#lib/maturity/disclosure-audit/outside.ts';
import { countsReader, readCounts } from '#lib/maturity/disclosure-audit/read-counts.ts';
import type { Own } from '#lib/maturity/disclosure-audit/seat.ts';
import { claimsOf, seatFindings, type Claim } from '#lib/maturity/disclosure-audit/seats.ts';
import { isProtected } from '#lib/maturity/disclosure-audit/sizes.ts';
import { cellKey, type Cell } from '#lib/maturity/publication/cell.ts';
import type { Material } from './material.ts';

function targetsOf({ unknowns }: Counts): number[] {
  return unknowns.flatMap(({ name, cell }, i) =>
    cell && cell.status !== 'published' && isProtected(name) ? [i] : []
  );
}

/** The true value of each unknown that a count states. */
function truthOf(
  material: Pick<Material, 'campaign' | 'counts'>,
  { unknowns }: Counts
): (number | undefined)[] {
  const values = new Map(material.counts.map((count) => [cellKey(count), count.value]));
  return unknowns.map(({ name }) => values.get(cellKey({ ...name, campaign: material.campaign } as Cell)));
}

/** Whether the claim is true from the seat: only a truth can be proven. The auditor, which knows none, tries all claims. */
function isTrue(truth: (number | undefined)[], { terms }: Claim, own: Own): boolean {
  return terms.every(([unknown]) => (truth[unknown] ?? 0) === (own.get(unknown) ?? 0));
}

/**
 * What was found of blocks of counts known as they stand, so that a block that does not change is attacked once; what counts
 * leave by themselves; and the reader of one material's cells.
 */
export interface Memory {
  found: Map<string, Finding[]>;
  left: LeftByThemselves;
  read: (cells: readonly Cell[]) => Counts;
}

export function memoryOf({ criteria }: Material): Memory {
  return { found: new Map(), left: new Map(), read: countsReader(criteria) };
}

/** The items by the block of their unknown: what is known of it, in one text. */
function byBlock<T>(counts: Counts, items: readonly T[], unknownOf: (item: T) => number): Map<string, T[]> {
  const blocks = blocksOf(counts);
  const texts = new Map<Block, string>();
  const groups = new Map<string, T[]>();
  for (const item of items) {
    const block = blocks.of(unknownOf(item));
    const text = texts.get(block) ?? block.unknowns.map((i) => boundsOf(counts, i)).join();
    texts.set(block, text);
    groups.set(text, [...(groups.get(text) ?? []), item]);
  }
  return groups;
}

function boundsOf({ unknowns }: Counts, i: number): string {
  return `${i}:${unknowns[i]?.lower}-${unknowns[i]?.upper}`;
}

/** Looks for what `memory` does not hold yet, all of it at once; what is found is kept by its block. */
function remembered<T>(
  { found: memory }: Memory,
  seat: string,
  groups: ReadonlyMap<string, T[]>,
  find: (items: T[]) => Map<T, Finding[]>
): Finding[] {
  const keyOf = (text: string) => `${seat} ${text}`;
  const open = [...groups].filter(([text]) => !memory.has(keyOf(text)));
  const found = open.length === 0 ? new Map<T, Finding[]>() : find(open.flatMap(([, items]) => items));
  for (const [text, items] of open)
    memory.set(
      keyOf(text),
      items.flatMap((item) => found.get(item) ?? [])
    );
  return [...groups.keys()].flatMap((text) => memory.get(keyOf(text)) ?? []);
}

/** Findings by what was asked about, of which each is about the cell of one. */
function byItem<T>(
  findings: Finding[],
  counts: Counts,
  items: readonly T[],
  unknownOf: (item: T) => number
): Map<T, Finding[]> {
  const cells = new Map(items.map((item) => [counts.unknowns[unknownOf(item)]?.cell, item] as const));
  const found = new Map<T, Finding[]>();
  for (const finding of findings) {
    const item = cells.get(finding.cell as Cell);
    if (item !== undefined) found.set(item, [...(found.get(item) ?? []), finding]);
  }
  return found;
}

/** All that suppression knows but the vendors' own answers. */
type Seatless = Omit<Material, 'seats' | 'changedCorridors'>;

/** The most that one vendor's own products can add to a claim's counts. */
function mostOwn(counts: Counts, { largestVendor, criteria }: Seatless, { terms }: Claim): number {
  const name = counts.unknowns[terms[0]?.[0] ?? -1]?.name;
  return name?.measure === 'attained' && name.criterion === ''
    ? largestVendor * criteria.length
    : largestVendor;
}

/**
 * The claims that can be true from some seat: all that are counted are one vendor's. Of very many vendors none has so
 * many, and no seat need be tried.
 */
function claimsOfSome(counts: Counts, material: Seatless, claims: Claim[]): Claim[] {
  const truth = truthOf(material, counts);
  return claims.filter((claim) => {
    const counted = claim.terms.reduce((sum, [unknown]) => sum + (truth[unknown] ?? 0), 0);
    return counted <= mostOwn(counts, material, claim);
  });
}

/** Whether anything at all could be told from some vendor's seat, were every count withheld. */
export function canSeatsTell(material: Seatless): boolean {
  const cells = material.counts.map((count): Cell => ({ ...count, value: null, status: 'withheld' }));
  const counts = readCounts(withEarlier(cells, material.earlier), material.criteria);
  return claimsOfSome(counts, material, claimsOf(counts, targetsOf(counts))).length > 0;
}

/** The seats from which an audit of these cells can find anything at all. */
export function seatsToTry(material: Material, cells: readonly Cell[]): Material['seats'] {
  const counts = readCounts(withEarlier(cells, material.earlier), material.criteria);
  const claims = claimsOf(counts, targetsOf(counts));
  return claimsOfSome(counts, material, claims).length > 0 ? material.seats : [];
}

function fromSeats(
  solver: Highs,
  material: Material,
  counts: Counts,
  targets: number[],
  memory: Memory
): Finding[] {
  const claims = claimsOfSome(counts, material, claimsOf(counts, targets));
  if (claims.length === 0) return [];
  const truth = truthOf(material, counts);
  const groups = byBlock(counts, claims, ({ cell }) => cell);
  const find = (asked: Claim[]) => {
    const found = seatFindings(solver, material.campaign, counts, asked, material, (claim, own) =>
      isTrue(truth, claim, own)
    );
    return byItem(found, counts, asked, ({ cell }) => cell);
  };
  return remembered(memory, 'seats', groups, find);
}

/**
 * What can be worked out of these cells, from outside; where nothing can, from the vendors' seats. A memory is of one
 * material and of choices among the same units.
 */
export function workedOut(
  solver: Highs,
  material: Material,
  cells: readonly Cell[],
  memory: Memory = memoryOf(material)
): Finding[] {
  const counts = memory.read(withEarlier(cells, material.earlier));
  const targets = targetsOf(counts);
  const groups = byBlock(counts, targets, (target) => target);
  const outside = remembered(memory, 'outside', groups, (asked) =>
    byItem(
      narrowCounts(solver, material.campaign, counts, asked, memory.left),
      counts,
      asked,
      (target) => target
    )
  );
  return outside.length > 0 ? outside : fromSeats(solver, material, counts, targets, memory);
}
