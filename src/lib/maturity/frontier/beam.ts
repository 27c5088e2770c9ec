import { record, type BestSets } from './best-sets.ts';
import type { Instance } from './instance.ts';
import { demand, keepsFloors, letIn, support, type Layers } from './layers.ts';

/** A set on the way, with the products that it lets in. */
interface State extends Layers {
  chosen: Int32Array;
  gain: number;
}

/** A state with one candidate more. */
interface Extension {
  state: State;
  candidate: number;
  left: number;
  gain: number;
}

const mostStates = 100;
const workPerSize = 1_500_000;

/**
 * Good sets to start from: of every size the best that come of the best of one size less. Records them in `best`;
 * stops early where `goesOn` says so.
 */
export function beam(instance: Instance, best: BestSets, goesOn: () => boolean): void {
  const { words, free, includedGain } = instance;
  const width = Math.max(2, Math.min(mostStates, Math.floor(workPerSize / Math.max(1, free.length * words))));
  const start = { whole: instance.whole, one: instance.one, chosen: new Int32Array(0), gain: includedGain };
  let states: State[] = keepsFloors(instance, start, 0) ? [start] : [];
  while (states.length > 0 && goesOn()) {
    for (const state of states) {
      if (!isEmpty(instance, state) && lacksThemes(instance, state).length === 0)
        record(best, letIn(instance, state, 0), state.gain, state.chosen, state.chosen.length);
    }
    states = nextOf(instance, states, width);
  }
}

function isEmpty({ included }: Instance, { chosen }: State): boolean {
  return included.length + chosen.length === 0;
}

function lacksThemes({ themes }: Instance, { chosen }: State) {
  return themes.filter(({ least, has }) => chosen.reduce((n, j) => n + (has[j] ? 1 : 0), 0) < least);
}

/** The best different states of one candidate more. */
function nextOf(instance: Instance, states: readonly State[], width: number): State[] {
  const extensions = states.flatMap((state) => extensionsOf(instance, state));
  extensions.sort((a, b) => b.left - a.left || b.gain - a.gain);
  const next: State[] = [];
  const known = new Set<string>();
  for (const { state, candidate } of extensions) {
    const extended = extend(instance, state, candidate);
    const key = hashOf(extended);
    if (known.has(key) || !keepsFloors(instance, extended, 0)) continue;
    known.add(key);
    next.push(extended);
    if (next.length === width) break;
  }
  return next;
}

/** Themes that lack requirements come first, lest a set grow that can't have them. */
function extensionsOf(instance: Instance, state: State): Extension[] {
  const lacking = lacksThemes(instance, state);
  const found: Extension[] = [];
  for (let candidate = 0; candidate < instance.free.length; candidate++) {
    const isWanted = lacking.length === 0 || lacking.some(({ has }) => has[candidate]);
    if (!isWanted || state.chosen.includes(candidate)) continue;
    const gain = state.gain + (instance.gains[candidate] as number);
    found.push({ state, candidate, left: support(instance, state, 0, candidate), gain });
  }
  return found;
}

function extend(instance: Instance, state: State, candidate: number): State {
  const { words } = instance;
  const extended = {
    whole: new Int32Array(words),
    one: new Int32Array(words),
    chosen: Int32Array.from([...state.chosen, candidate]),
    gain: state.gain + (instance.gains[candidate] as number)
  };
  demand(instance, state, 0, candidate, 0, extended);
  return extended;
}

/** Equal for equal products let in and equal gain; that others may share it costs a start, no result. */
function hashOf({ whole, one, gain }: State): string {
  let hash = 0;
  for (const word of whole) hash = Math.imul(hash ^ word, 0x9e3779b1) ^ (hash >>> 15);
  for (const word of one) hash = Math.imul(hash ^ word, 0x85ebca6b) ^ (hash >>> 13);
  return `${gain} ${hash}`;
}
