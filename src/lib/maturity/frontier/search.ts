import { record, type BestSets } from './best-sets.ts';
import type { Instance } from './instance.ts';
import { demand, isFree, keepsFloors, layersFor, letIn, support, type Layers } from './layers.ts';
import { potentialOf, leavesEnough, type Potential } from './potential.ts';

/** Asked now and then, with how much of the work is done, from 0 to 1: false stops the search. */
export type Tick = (done: number) => boolean;

/** What is kept between the steps of one search. */
interface Search {
  instance: Instance;
  best: BestSets;
  layers: Layers;
  potential: Potential;
  /** By depth: candidates that may still be chosen, with how many products each would leave. */
  options: Int32Array;
  supports: Int32Array;
  /** Candidates left out on the way, whose sets have been gone through before. */
  passed: Int32Array;
  chosen: Int32Array;
  /** By number of products: the gains of the options that leave as many. */
  gainAt: Int32Array;
  /** The greatest gain that sets not gone through may have, by number of products. */
  open: Int32Array;
  tick: Tick;
  /** Work since the last tick, in words of sets. */
  work: number;
  isStopped: boolean;
  /** Of the first layer's options, those gone through, and all. */
  done: number;
  of: number;
}

/** A set on the way: the layer it has, its gain, how many it has chosen, how many options and passed ones there are. */
interface Step {
  depth: number;
  gain: number;
  size: number;
  options: number;
  passed: number;
}

const workPerTick = 400_000;
/** Numbers of products that are looked at more closely at each step. */
const mostTries = 24;

/**
 * Goes through all closed sets of candidates (those to which no further one can be added at no loss), depth first,
 * leaving out what can improve no number of products (docs/frontier.md). Improves `best`, and returns for each number of
 * products the greatest gain that a set could have which was not gone through: −1 throughout where the search was not
 * stopped.
 */
export function search(instance: Instance, best: BestSets, tick: Tick): Int32Array {
  const K = instance.free.length;
  const one: Search = {
    instance,
    best,
    layers: layersFor(instance),
    potential: potentialOf(instance),
    options: new Int32Array((K + 2) * K),
    supports: new Int32Array((K + 2) * K),
    passed: new Int32Array(K),
    chosen: new Int32Array(K),
    gainAt: new Int32Array(instance.products + 1),
    open: new Int32Array(instance.products + 1).fill(-1),
    tick,
    work: 0,
    isStopped: false,
    done: 0,
    of: 0
  };
  for (let j = 0; j < K; j++) one.options[j] = j;
  const start = { depth: 0, gain: instance.includedGain, size: 0, options: K, passed: 0 };
  if (keepsFloors(instance, one.layers, 0)) visit(one, start);
  return one.open;
}

function visit(search: Search, step: Step): void {
  const { instance, layers, best } = search;
  const from = step.depth * instance.words;
  if (isKnown(search, step, from)) return;
  const products = letIn(instance, layers, from);
  sift(search, step, products);
  if (isEligible(instance, search.chosen, step.size))
    record(best, products, step.gain, search.chosen, step.size);
  const level = leastImprovable(search, step, products);
  if (level < 0) return;
  order(search, step, level);
  branch(search, step);
}

/** Whether a candidate passed before costs nothing here: then all sets from here on were gone through with it. */
function isKnown({ instance, layers, passed }: Search, step: Step, from: number): boolean {
  for (let i = 0; i < step.passed; i++) if (isFree(instance, layers, from, passed[i] as number)) return true;
  return false;
}

/** Chooses all options that cost nothing, and writes how many products each of the others leaves. */
function sift(search: Search, step: Step, products: number): void {
  const { instance, layers, options, supports, chosen, gainAt } = search;
  const from = step.depth * instance.words;
  const at = step.depth * instance.free.length;
  gainAt.fill(0, 0, products + 1);
  search.work += step.options * instance.words;
  let kept = 0;
  for (let i = 0; i < step.options; i++) {
    const candidate = options[at + i] as number;
    if (isFree(instance, layers, from, candidate)) {
      chosen[step.size++] = candidate;
      step.gain += instance.gains[candidate] as number;
      continue;
    }
    const left = support(instance, layers, from, candidate);
    options[at + kept] = candidate;
    supports[at + kept++] = left;
    gainAt[left] = (gainAt[left] as number) + (instance.gains[candidate] as number);
  }
  step.options = kept;
}

/** Whether the set is one at all, and holds what its themes want. */
function isEligible({ included, themes }: Instance, chosen: Int32Array, size: number): boolean {
  if (included.length + size === 0) return false;
  return themes.every(({ least, has }) => {
    let count = 0;
    for (let i = 0; i < size; i++) if (has[chosen[i] as number]) count++;
    return count >= least;
  });
}

/** The least number of products at which a set from here on can be better than what is known; −1 where there is none. */
function leastImprovable(search: Search, step: Step, products: number): number {
  const { best, gainAt } = search;
  let reach = step.gain;
  let least = -1;
  for (let a = products; a >= 0; a--) {
    reach += gainAt[a] as number;
    if (reach > (best.gain[a] as number) && reach > step.gain) least = a;
  }
  if (least < 0) return -1;
  const from = step.depth * search.instance.words;
  for (let a = least; a <= products; a++)
    if (a - least >= mostTries || canImprove(search, step, a, from)) return a;
  return -1;
}

function canImprove(search: Search, step: Step, level: number, from: number): boolean {
  const { instance, layers, options, supports, potential, best } = search;
  const at = step.depth * instance.free.length;
  const missing = (best.gain[level] as number) + 1 - step.gain;
  search.work += instance.words * 8;
  return (
    leavesEnough(
      { instance, layers, from, options, supports, at, count: step.options, level, missing },
      potential
    ) && canHoldThemes(search, step, level)
  );
}

/** Whether the options that leave as many products are enough for every theme's least number. */
function canHoldThemes({ instance, chosen, options, supports }: Search, step: Step, level: number): boolean {
  const at = step.depth * instance.free.length;
  return instance.themes.every(({ least, has }) => {
    let count = 0;
    for (let i = 0; i < step.size; i++) if (has[chosen[i] as number]) count++;
    for (let i = 0; i < step.options; i++)
      if ((supports[at + i] as number) >= level && has[options[at + i] as number]) count++;
    return count >= least;
  });
}

/** Drops the options that leave fewer products than `level`, and puts those that leave fewest first. */
function order({ instance, options, supports }: Search, step: Step, level: number): void {
  const at = step.depth * instance.free.length;
  let kept = 0;
  for (let i = 0; i < step.options; i++) {
    const left = supports[at + i] as number;
    const candidate = options[at + i] as number;
    if (left < level) continue;
    let place = at + kept++;
    for (; place > at && (supports[place - 1] as number) > left; place--) {
      supports[place] = supports[place - 1] as number;
      options[place] = options[place - 1] as number;
    }
    supports[place] = left;
    options[place] = candidate;
  }
  step.options = kept;
}

/** Goes through the sets with each option, and without those before it. */
function branch(search: Search, step: Step): void {
  const { instance, best, options, supports, passed } = search;
  const at = step.depth * instance.free.length;
  let ahead = step.gain;
  for (let i = 0; i < step.options; i++) ahead += instance.gains[options[at + i] as number] as number;
  for (let i = 0, behind = step.passed; i < step.options; i++) {
    if (step.depth === 0) [search.done, search.of] = [i, step.options];
    const candidate = options[at + i] as number;
    // best.gain never rises with the number of products, so the most that this option leaves decides
    if (ahead > (best.gain[supports[at + i] as number] as number)) {
      if (isTimeUp(search)) return leaveOpen(search, step, i, ahead);
      descend(search, step, i, behind);
    }
    ahead -= instance.gains[candidate] as number;
    passed[behind++] = candidate;
  }
}

function descend(search: Search, step: Step, option: number, behind: number): void {
  const { instance, layers, options, chosen } = search;
  const K = instance.free.length;
  const at = step.depth * K;
  const candidate = options[at + option] as number;
  const to = (step.depth + 1) * instance.words;
  demand(instance, layers, step.depth * instance.words, candidate, to);
  if (!keepsFloors(instance, layers, to)) return;
  options.copyWithin(at + K, at + option + 1, at + step.options);
  chosen[step.size] = candidate;
  visit(search, {
    depth: step.depth + 1,
    gain: step.gain + (instance.gains[candidate] as number),
    size: step.size + 1,
    options: step.options - option - 1,
    passed: behind
  });
}

function isTimeUp(search: Search): boolean {
  if (search.isStopped) return true;
  if (search.work < workPerTick) return false;
  search.work = 0;
  search.isStopped = !search.tick(search.of === 0 ? 0 : search.done / search.of);
  return search.isStopped;
}

/** Notes how good the sets may be that are not gone through: with the options from the `first` on. */
function leaveOpen(
  { instance, options, supports, open }: Search,
  step: Step,
  first: number,
  ahead: number
): void {
  const at = step.depth * instance.free.length;
  let next = first;
  let reach = ahead;
  const most = supports[at + step.options - 1] as number;
  for (let a = 0; a <= most; a++) {
    while (next < step.options && (supports[at + next] as number) < a)
      reach -= instance.gains[options[at + next++] as number] as number;
    open[a] = Math.max(open[a] as number, reach);
  }
}
