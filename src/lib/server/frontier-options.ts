import { fold } from '#lib/i18n/fold.ts';
import type { Candidate } from '#lib/maturity/frontier/candidate.ts';
import type { FrontierProblem } from '#lib/maturity/frontier/contradictions.ts';
import { usualSeconds, type FrontierQuery, type Measure } from '#lib/maturity/frontier/query.ts';
import type { LevelTable } from '#lib/maturity/level-table.ts';
import { isSameCode } from '#lib/maturity/questionnaire.ts';

/** The options of the frontier as commands and addresses name them. */
export const frontierOptionNames = [
  'measure',
  'include',
  'exclude',
  'weight',
  'min-theme',
  'corridor-floor',
  'seconds'
] as const;

type OptionName = (typeof frontierOptionNames)[number];

/** Name and value pairs, as commands, addresses and forms give them; other names are left alone. */
export type FrontierPairs = Iterable<readonly [string, string]>;

export interface FrontierAsked {
  query: FrontierQuery;
  seconds: number;
}

const mostSeconds = 600;

/** Options that mean nothing wherever they are asked: a RangeError, as for filters. */
export function checkFrontierOptions(pairs: FrontierPairs): void {
  const given = valuesOf(pairs);
  const measure = given('measure').at(-1);
  if (measure !== undefined && measure !== 'count' && measure !== 'firmness')
    throw new RangeError(`invalid measure: ${measure}`);
  const seconds = given('seconds').at(-1);
  if (seconds !== undefined && !(Number(seconds) > 0 && Number(seconds) <= mostSeconds))
    throw new RangeError(`invalid seconds: ${seconds}`);
}

/** Understands the options for these candidates and products; all that is wrong is found at once. */
export function readFrontierOptions(
  pairs: FrontierPairs,
  table: LevelTable,
  candidates: readonly Candidate[]
): FrontierAsked & { problems: FrontierProblem[] } {
  const given = valuesOf(pairs);
  const problems: FrontierProblem[] = [];
  const reader: Reader = { table, candidates, problems };
  const query: FrontierQuery = {
    measure: (given('measure').at(-1) ?? 'count') as Measure,
    include: codes(reader, 'include', given('include')),
    exclude: codes(reader, 'exclude', given('exclude')),
    weights: amounts(reader, 'weight', given('weight')).flatMap(({ name, amount }) =>
      codes(reader, 'weight', [name]).map((code) => ({ code, weight: amount }))
    ),
    minThemes: greatest(
      amounts(reader, 'min-theme', given('min-theme')).flatMap(({ name, amount }) =>
        themes(reader, name).map((theme) => ({ name: theme, amount }))
      )
    ).map(({ name, amount }) => ({ theme: name, least: amount })),
    floors: greatest(
      amounts(reader, 'corridor-floor', given('corridor-floor')).flatMap(({ name, amount }) =>
        corridors(reader, name).map((corridor) => ({ name: corridor, amount }))
      )
    ).map(({ name, amount }) => ({ corridor: name, percent: amount }))
  };
  return { query, seconds: Number(given('seconds').at(-1) ?? usualSeconds), problems };
}

interface Reader {
  table: LevelTable;
  candidates: readonly Candidate[];
  problems: FrontierProblem[];
}

interface Amount {
  name: string;
  amount: number;
}

function valuesOf(pairs: FrontierPairs): (name: OptionName) => string[] {
  const entries = [...pairs];
  // an empty field of a form says nothing
  return (name) =>
    entries.flatMap(([key, value]) => (key === name && value.trim() !== '' ? [value.trim()] : []));
}

function codes({ candidates, problems }: Reader, option: OptionName, given: string[]): string[] {
  const found = given.flatMap((text) => {
    const code = candidates.find((one) => isSameCode(one.code, text))?.code;
    if (code === undefined) problems.push({ code: 'unknown_criterion', option, criterion: text });
    return code ?? [];
  });
  return [...new Set(found)];
}

function themes({ candidates, problems }: Reader, text: string): string[] {
  const theme = candidates.find((one) => fold(one.theme) === fold(text))?.theme;
  if (theme === undefined) problems.push({ code: 'unknown_theme', theme: text });
  return theme === undefined ? [] : [theme];
}

function corridors({ table, problems }: Reader, text: string): string[] {
  const corridor = table.products.find((one) => fold(one.corridor) === fold(text))?.corridor;
  if (corridor === undefined) problems.push({ code: 'unknown_corridor', corridor: text });
  return corridor === undefined ? [] : [corridor];
}

/** The whole numbers that an option takes. */
const ranges: Record<'weight' | 'min-theme' | 'corridor-floor', [number, number]> = {
  weight: [1, 3],
  'min-theme': [0, 999],
  'corridor-floor': [0, 100]
};

/** `NAME=2`, split at the last sign: a name may hold one itself. A blank name is the corridor of products without one. */
function amounts({ problems }: Reader, option: keyof typeof ranges, given: string[]): Amount[] {
  const [least, most] = ranges[option];
  return given.flatMap((value) => {
    const [, name, digits] = /^(.*)=\s*(\d+)\s*%?$/s.exec(value) ?? [];
    const amount = Number(digits);
    if (name !== undefined && amount >= least && amount <= most) return [{ name: name.trim(), amount }];
    problems.push({ code: 'bad_option', option, value, wanted: `${least}–${most}` });
    return [];
  });
}

/** Of several amounts for one name the greatest, which holds the others. */
function greatest(amounts: readonly Amount[]): Amount[] {
  const most = new Map<string, number>();
  for (const { name, amount } of amounts) most.set(name, Math.max(amount, most.get(name) ?? 0));
  return [...most].map(([name, amount]) => ({ name, amount }));
}
