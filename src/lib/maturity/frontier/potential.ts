import { bitCount } from '../bit-count.ts';
import type { Instance } from './instance.ts';
import type { Layers } from './layers.ts';
import { support } from './layers.ts';
import { setBit } from './product-set.ts';

/** How much gain a set of candidates brings: by a table for each byte of its words, or by counting where all are equal. */
export interface Potential {
  /** The gain of every candidate where all have the same; 0 where they differ. */
  uniform: number;
  /** By byte of the candidates' words and its value. */
  table: Int32Array;
  /** Room for one set of candidates, and for the products that can take part. */
  candidates: Int32Array;
  taking: Layers;
}

/** A step of the search, and the number of products and the further gain that are asked for. */
export interface Question {
  instance: Instance;
  layers: Layers;
  from: number;
  options: Int32Array;
  supports: Int32Array;
  /** Where the options stand, and how many there are. */
  at: number;
  count: number;
  level: number;
  missing: number;
}

export function potentialOf({ gains, candidateWords, words }: Instance): Potential {
  const [first = 0] = gains;
  const uniform = gains.every((gain) => gain === first) ? first : 0;
  const table = new Int32Array(candidateWords * 4 * 256);
  for (let byte = 0; byte < candidateWords * 4; byte++)
    for (let value = 1; value < 256; value++) {
      const lowest = value & -value;
      const gain = gains[byte * 8 + 31 - Math.clz32(lowest)] ?? 0;
      table[byte * 256 + value] = gain + (table[byte * 256 + (value ^ lowest)] as number);
    }
  return {
    uniform,
    table,
    candidates: new Int32Array(candidateWords),
    taking: { whole: new Int32Array(words), one: new Int32Array(words) }
  };
}

/**
 * Whether a set can be left with `level` products and `missing` more gain, as far as two counts tell: the products that
 * attain that much among the options that leave as many, and then the gain of the options that leave as many of those.
 */
export function leavesEnough(question: Question, potential: Potential): boolean {
  const { instance, options, supports, at, count, level, missing } = question;
  potential.candidates.fill(0);
  let gain = 0;
  let largest = 0;
  for (let i = 0; i < count; i++) {
    if ((supports[at + i] as number) < level) continue;
    const candidate = options[at + i] as number;
    setBit(potential.candidates, 0, candidate);
    gain += instance.gains[candidate] as number;
    largest = Math.max(largest, instance.gains[candidate] as number);
  }
  if (gain < missing) return false;
  if (productsTaking(question, potential, largest) < level) return false;
  return gainAmong(question, potential) >= missing;
}

/** The products that attain enough of the options, what the line forgives included; they are written to `taking`. */
function productsTaking(question: Question, potential: Potential, largest: number): number {
  const { instance, layers, from, missing } = question;
  const { taking } = potential;
  const forgiven = instance.line === 'withinOne' ? largest : 0;
  let sum = 0;
  for (let w = 0; w < instance.words; w++) {
    const whole = layers.whole[from + w] as number;
    const one = layers.one[from + w] as number;
    taking.whole[w] = enough(potential, instance, w, whole, missing - forgiven);
    taking.one[w] = enough(potential, instance, w, one, missing);
    const all = (taking.whole[w] as number) | (taking.one[w] as number);
    sum += (instance.multiplicity[w] as number) * bitCount(all);
  }
  return sum;
}

/** Of one word of groups those that attain options worth `least`. */
function enough(
  potential: Potential,
  instance: Instance,
  word: number,
  groups: number,
  least: number
): number {
  let kept = 0;
  for (let left = groups; left !== 0; left &= left - 1) {
    const bit = left & -left;
    const group = (word << 5) + 31 - Math.clz32(bit);
    if (gainOf(potential, instance, group * instance.candidateWords) >= least) kept |= bit;
  }
  return kept;
}

/** The gain of the options that a group attains. */
function gainOf(
  { uniform, table, candidates }: Potential,
  { attained, candidateWords }: Instance,
  at: number
) {
  let sum = 0;
  for (let w = 0; w < candidateWords; w++) {
    const word = (attained[at + w] as number) & (candidates[w] as number);
    if (uniform > 0) sum += uniform * bitCount(word);
    else
      for (let byte = 0; byte < 4; byte++)
        sum += table[(w * 4 + byte) * 256 + ((word >>> (byte * 8)) & 255)] as number;
  }
  return sum;
}

/** The gain of the options that leave as many of the products that can take part. */
function gainAmong(
  { instance, options, supports, at, count, level }: Question,
  { taking }: Potential
): number {
  let gain = 0;
  for (let i = 0; i < count; i++) {
    const candidate = options[at + i] as number;
    if ((supports[at + i] as number) >= level && support(instance, taking, 0, candidate) >= level)
      gain += instance.gains[candidate] as number;
  }
  return gain;
}
