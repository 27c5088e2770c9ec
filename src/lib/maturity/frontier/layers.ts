import type { Instance } from './instance.ts';
import { productsInBoth } from './product-set.ts';
import { bitCount } from '../bit-count.ts';

/**
 * The products that a growing set still lets in, one layer of words for each criterion chosen: those that lack nothing
 * of it, and those that lack one level. In the line « admitted » the second is empty throughout.
 */
export interface Layers {
  whole: Int32Array;
  one: Int32Array;
}

export function layersFor({ words, free, whole, one }: Instance): Layers {
  const layers = {
    whole: new Int32Array((free.length + 2) * words),
    one: new Int32Array((free.length + 2) * words)
  };
  layers.whole.set(whole);
  layers.one.set(one);
  return layers;
}

/** How many products a layer lets in. */
export function letIn({ words, multiplicity }: Instance, { whole, one }: Layers, from: number): number {
  let sum = 0;
  for (let w = 0; w < words; w++)
    sum += (multiplicity[w] as number) * bitCount((whole[from + w] as number) | (one[from + w] as number));
  return sum;
}

/** How many would still be let in with this candidate too. */
export function support(instance: Instance, { whole, one }: Layers, from: number, candidate: number): number {
  const { words, multiplicity, attains, within } = instance;
  const at = candidate * words;
  let sum = 0;
  for (let w = 0; w < words; w++) {
    const left =
      ((whole[from + w] as number) & (within[at + w] as number)) |
      ((one[from + w] as number) & (attains[at + w] as number));
    sum += (multiplicity[w] as number) * bitCount(left);
  }
  return sum;
}

/** Whether every product let in lacks nothing of the candidate, so that requiring it costs nothing, now or later. */
export function isFree(
  { words, attains }: Instance,
  { whole, one }: Layers,
  from: number,
  candidate: number
): boolean {
  const at = candidate * words;
  for (let w = 0; w < words; w++)
    if ((((whole[from + w] as number) | (one[from + w] as number)) & ~(attains[at + w] as number)) !== 0)
      return false;
  return true;
}

/** Writes the layer that requiring the candidate leaves. */
export function demand(
  { words, attains, within }: Instance,
  layers: Layers,
  from: number,
  candidate: number,
  to: number,
  target = layers
): void {
  const at = candidate * words;
  for (let w = 0; w < words; w++) {
    const whole = layers.whole[from + w] as number;
    const one = layers.one[from + w] as number;
    const attaining = attains[at + w] as number;
    target.whole[to + w] = whole & attaining;
    target.one[to + w] = (one & attaining) | (whole & (within[at + w] as number) & ~attaining);
  }
}

/** Whether every corridor's floor still holds. Floors count products that lack nothing, in either line. */
export function keepsFloors({ floors, multiplicity }: Instance, { whole }: Layers, from: number): boolean {
  return floors.every(({ mask, least }) => productsInBoth(whole, from, mask, 0, multiplicity) >= least);
}
