/** Nobody began; some applicable criterion is unanswered; none is. */
export type FollowUpState = 'none' | 'incomplete' | 'complete';

/** What a response holds: criteria answered, by a level or a mark « not applicable », and applicable ones unanswered. */
export interface Filled {
  answered: number;
  unanswered: number;
}

/** A response is begun with its first answer, and complete when no applicable criterion is unanswered. */
export function followUpState({ answered, unanswered }: Filled): FollowUpState {
  if (answered === 0) return 'none';
  return unanswered > 0 ? 'incomplete' : 'complete';
}

export interface FollowedProduct extends Filled {
  id: string;
  product: string;
  vendor: string;
  corridor: string;
  state: FollowUpState;
}

/** A product that was asked to answer; `answeredAs` is the product in which a person recognised it. */
export interface ExpectedState extends FollowedProduct {
  answeredAs: { id: string; product: string; vendor: string } | null;
}

/** begun = incomplete + complete. */
export interface FollowUpCounts {
  expected: number;
  begun: number;
  incomplete: number;
  complete: number;
}

export interface CorridorFollowUp extends FollowUpCounts {
  corridor: string;
}

/** Who was asked and how far each is, and who answered without being on the list. */
export interface FollowUp extends FollowUpCounts {
  corridors: CorridorFollowUp[];
  products: ExpectedState[];
  unexpected: FollowedProduct[];
}

export function countStates(products: readonly { state: FollowUpState }[]): FollowUpCounts {
  const of = (state: FollowUpState) => products.filter((product) => product.state === state).length;
  const [incomplete, complete] = [of('incomplete'), of('complete')];
  return { expected: products.length, begun: incomplete + complete, incomplete, complete };
}

/** One row a corridor of the expected list, by name. */
export function countByCorridor(products: readonly ExpectedState[]): CorridorFollowUp[] {
  const groups = new Map<string, ExpectedState[]>();
  for (const product of products) {
    const group = groups.get(product.corridor) ?? [];
    group.push(product);
    groups.set(product.corridor, group);
  }
  return [...groups]
    .sort(([a], [b]) => (a < b ? -1 : 1))
    .map(([corridor, group]) => ({ corridor, ...countStates(group) }));
}
