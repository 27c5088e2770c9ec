import { fold } from '#lib/i18n/fold.ts';
import { productId } from './product-id.ts';

/** A product's name as people write it. */
export interface Name {
  vendor: string;
  product: string;
}

/** A product as responses declare it; `since` orders them by age. */
export interface DeclaredName extends Name {
  id: string;
  since: number;
}

/** What somebody said of names, in the order in which it was said. */
export type NamingAct =
  | { kind: 'merge'; from: string; into: string }
  | ({ kind: 'rename'; from: string } & Name)
  /** `from` is a folded name. */
  | { kind: 'vendor'; from: string; vendor: string };

/** The product that a declared one is: the id of the oldest of its names, and the name by which it goes. */
export interface ResolvedName extends Name {
  id: string;
}

export type ResolvedNames = ReadonlyMap<string, ResolvedName>;

export const asDeclared: ResolvedNames = new Map();

/** Names of one product. */
interface Group {
  members: DeclaredName[];
  shown: Name;
  isTouched: boolean;
}

interface Groups {
  /** By declared id. */
  of: Map<string, Group>;
  /** By the id of the name that is shown: two groups never show one name. */
  byShown: Map<string, Group>;
}

function shownId({ vendor, product }: Name): string {
  return productId(vendor, product);
}

function begin(names: DeclaredName[]): Groups {
  const groups: Groups = { of: new Map(), byShown: new Map() };
  for (const name of names) {
    const group = {
      members: [name],
      shown: { vendor: name.vendor, product: name.product },
      isTouched: false
    };
    groups.of.set(name.id, group);
    groups.byShown.set(name.id, group);
  }
  return groups;
}

/** The second group's names become the first one's. */
function unite(groups: Groups, group: Group, other: Group | undefined): void {
  if (!other || other === group) return;
  const id = shownId(other.shown);
  if (groups.byShown.get(id) === other) groups.byShown.delete(id);
  for (const member of other.members) groups.of.set(member.id, group);
  group.members.push(...other.members);
  group.isTouched = true;
}

function show(groups: Groups, group: Group, shown: Name): void {
  const before = shownId(group.shown);
  if (groups.byShown.get(before) === group) groups.byShown.delete(before);
  const id = shownId(shown);
  unite(groups, group, groups.byShown.get(id));
  groups.byShown.set(id, group);
  group.shown = shown;
  group.isTouched = true;
}

function perform(groups: Groups, act: NamingAct): void {
  if (act.kind === 'vendor') renameVendor(groups, act);
  else if (act.kind === 'merge') merge(groups, act);
  else rename(groups, act);
}

function merge(groups: Groups, { from, into }: { from: string; into: string }): void {
  const [other, kept] = [groups.of.get(from), groups.of.get(into)];
  if (other && kept) unite(groups, kept, other);
}

/** Responses that were ever declared under the new name are this product's too. */
function rename(groups: Groups, { from, vendor, product }: { from: string } & Name): void {
  const group = groups.of.get(from);
  if (!group) return;
  unite(groups, group, groups.of.get(productId(vendor, product)));
  show(groups, group, { vendor, product });
}

function renameVendor(groups: Groups, { from, vendor }: { from: string; vendor: string }): void {
  const own = new Set([...groups.of.values()].filter(({ shown }) => fold(shown.vendor) === from));
  for (const group of own)
    if (group.members.every(({ id }) => groups.of.get(id) === group))
      show(groups, group, { vendor, product: group.shown.product });
}

function resolved({ members, shown }: Group): ResolvedName {
  const oldest = members.reduce((a, b) => (b.since < a.since ? b : a));
  return { ...shown, id: oldest.id };
}

/**
 * Which product each declared one is, by its declared id; those of which nothing was said are left out. The acts are
 * followed in their order, so that the same acts and names give the same products whenever they are asked.
 */
export function resolveNames(acts: readonly NamingAct[], names: readonly DeclaredName[]): ResolvedNames {
  if (acts.length === 0) return asDeclared;
  const groups = begin([...names].sort((a, b) => a.since - b.since));
  for (const act of acts) perform(groups, act);
  const found = [...groups.of].filter(([, { isTouched }]) => isTouched);
  return new Map(found.map(([id, group]) => [id, resolved(group)]));
}
