import type { LevelTable } from '../level-table.ts';
import { firmnessUnits, missingLevels, type Candidate } from './candidate.ts';
import { groupsOf, type Group } from './groups.ts';
import type { FrontierQuery, Measure } from './query.ts';
import { setBit } from './product-set.ts';

/** Whether products must lack nothing of a set, or may lack one level in all. */
export type Line = 'admitted' | 'withinOne';

/** A theme's least number of requirements, less those included anyway. */
export interface ThemeLeast {
  theme: string;
  least: number;
  /** Whether each free candidate is of the theme. */
  has: boolean[];
}

/** A corridor's least number of products admitted, and its groups. */
export interface Floor {
  least: number;
  mask: Int32Array;
}

/** One line of the frontier as the search sees it: bit sets of groups of equal products. */
export interface Instance {
  line: Line;
  products: number;
  /** Candidates that may be chosen or not. */
  free: Candidate[];
  included: Candidate[];
  /** What each free candidate adds to the measure, in whole numbers; `includedGain` is there from the start. */
  gains: Int32Array;
  includedGain: number;
  words: number;
  /** Products that each group of a word stands for. */
  multiplicity: Int32Array;
  /** By free candidate: groups that lack nothing of it, and groups that lack no more of it than the line forgives. */
  attains: Int32Array;
  within: Int32Array;
  /** By group: the free candidates of which it lacks nothing. */
  candidateWords: number;
  attained: Int32Array;
  /** At the start, all that is included being required: groups that lack nothing, and that lack one level. */
  whole: Int32Array;
  one: Int32Array;
  floors: Floor[];
  themes: ThemeLeast[];
}

export function gainsOf(candidates: readonly Candidate[], measure: Measure, table: LevelTable): Int32Array {
  return Int32Array.from(candidates, (one) => (measure === 'count' ? 1 : firmnessUnits(one, table)));
}

/** The whole number of products that a floor in per cent asks for. */
export function floorProducts(percent: number, products: number): number {
  return Math.ceil((percent * products) / 100);
}

export function instanceOf(
  table: LevelTable,
  candidates: readonly Candidate[],
  query: FrontierQuery,
  line: Line
): Instance {
  const included = candidates.filter(({ code }) => query.include.includes(code));
  const free = candidates.filter(
    ({ code }) => !query.include.includes(code) && !query.exclude.includes(code)
  );
  const ordered = [...free, ...included];
  const groups = groupsOf(
    table.products.map(({ levels, corridor }) => ({
      missing: Uint8Array.from(ordered, ({ criterion, level }) =>
        Math.min(2, missingLevels(levels[criterion] as number, level))
      ),
      floor: query.floors.findIndex((floor) => floor.corridor === corridor)
    }))
  );
  const sets = setsOf(groups, free.length, line);
  return {
    line,
    products: table.products.length,
    free,
    included,
    gains: gainsOf(free, query.measure, table),
    includedGain: gainsOf(included, query.measure, table).reduce((sum, gain) => sum + gain, 0),
    ...sets,
    floors: floorsOf(table, query, groups, sets.words),
    themes: themesOf(query, free, included)
  };
}

type Sets = Pick<
  Instance,
  'words' | 'multiplicity' | 'attains' | 'within' | 'candidateWords' | 'attained' | 'whole' | 'one'
>;

function setsOf(groups: readonly Group[], free: number, line: Line): Sets {
  const words = Math.max(0, ...groups.map(({ bit }) => (bit >> 5) + 1));
  const candidateWords = Math.ceil(free / 32);
  const sets: Sets = {
    words,
    multiplicity: new Int32Array(words),
    attains: new Int32Array(free * words),
    within: new Int32Array(free * words),
    candidateWords,
    attained: new Int32Array(words * 32 * candidateWords),
    whole: new Int32Array(words),
    one: new Int32Array(words)
  };
  for (const group of groups) addGroup(sets, group, free, line);
  return sets;
}

function addGroup(sets: Sets, { bit, missing, products }: Group, free: number, line: Line): void {
  const forgiven = line === 'withinOne' ? 1 : 0;
  sets.multiplicity[bit >> 5] = products;
  for (let j = 0; j < free; j++) {
    const lacks = missing[j] as number;
    if (lacks === 0) {
      setBit(sets.attains, j * sets.words, bit);
      setBit(sets.attained, bit * sets.candidateWords, j);
    }
    if (lacks <= forgiven) setBit(sets.within, j * sets.words, bit);
  }
  const lacking = missing.subarray(free).reduce((sum, lacks) => sum + lacks, 0);
  if (lacking === 0) setBit(sets.whole, 0, bit);
  else if (lacking <= forgiven) setBit(sets.one, 0, bit);
}

function floorsOf(
  { products }: LevelTable,
  { floors }: FrontierQuery,
  groups: readonly Group[],
  words: number
) {
  return floors.map(({ corridor, percent }, floor): Floor => {
    const mask = new Int32Array(words);
    for (const group of groups) if (group.floor === floor) setBit(mask, 0, group.bit);
    const all = products.filter((product) => product.corridor === corridor).length;
    return { least: floorProducts(percent, all), mask };
  });
}

function themesOf(
  { minThemes }: FrontierQuery,
  free: readonly Candidate[],
  included: readonly Candidate[]
): ThemeLeast[] {
  return minThemes.map(({ theme, least }) => ({
    theme,
    least: Math.max(0, least - included.filter((one) => one.theme === theme).length),
    has: free.map((one) => one.theme === theme)
  }));
}
