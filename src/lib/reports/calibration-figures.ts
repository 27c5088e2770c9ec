import { frontierProblem } from '#lib/i18n/frontier-problems.ts';
import type { Locale } from '#lib/i18n/locale.ts';
import { consequences } from '#lib/maturity/consequences.ts';
import { demandsOf } from '#lib/maturity/demands.ts';
import type { AskedView } from '#lib/server/asked-view.ts';
import * as frontier from '#lib/server/frontier.ts';
import type { FrontierAnswer, FrontierBase } from '#lib/server/frontier.ts';
import * as scenarios from '#lib/server/scenarios.ts';
import type { Scenario } from '#lib/server/scenarios.ts';
import type { Store } from '#lib/server/store.ts';
import type { Compared } from './comparison-rows.ts';
import type { Figure } from './figure.ts';
import { comparisonFigure, type ComparisonFigure } from './figures/comparison.ts';
import { frontierFigure } from './figures/frontier.ts';
import { bestFor, type FrontierScenario } from './frontier-data.ts';

/** What a page asks: its address's parameters, constraints among them. */
export interface CalibrationAsked {
  scenario: string | undefined;
  /** Names of up to two others. */
  compare: string[];
  parameters: Iterable<readonly [string, string]>;
  signal?: AbortSignal;
}

export interface CalibrationFigures {
  frontier?: Figure;
  /** Of the frontier, where it was asked under constraints that can't be. */
  problems: string[];
  answer?: FrontierAnswer;
  /** Whether more time might prove or find more. */
  isOpen: boolean;
  comparison?: ComparisonFigure;
}

const letters = ['A', 'B', 'C'];
/** Longer, and a page would be waited for; more is asked for by `seconds`. */
const pageSeconds = '2';

/** What a page's address asks of the frontier, with the time that it gives the search where it says none. */
export function withSeconds(parameters: Iterable<readonly [string, string]>): (readonly [string, string])[] {
  const given = [...parameters];
  return given.some(([name]) => name === 'seconds') ? given : [...given, ['seconds', pageSeconds]];
}

/** The frontier with the scenarios on it, and their comparison. Undefined where there is no such scenario. */
export async function calibrationFigures(
  store: Store,
  asked: AskedView,
  { scenario, compare, parameters, signal }: CalibrationAsked,
  locale: Locale
): Promise<CalibrationFigures | undefined> {
  const base = await frontier.baseOf(store, asked, scenario);
  if (!base) return undefined;
  const list = await store.read((db) => scenarios.list(db, asked.view.campaignId));
  const names = [scenario, ...compare].flatMap((name) => name ?? []);
  const chosen = names.flatMap((name) => scenarios.named(list, name) ?? []).slice(0, letters.length);
  const outcome = await frontier.read(store, asked, base, withSeconds(parameters), signal ? { signal } : {});
  const answer = 'problems' in outcome ? undefined : outcome;
  const compared = comparedOf(base, chosen, answer);
  return {
    ...(answer
      ? { answer, frontier: frontierFigure({ answer, scenarios: marksOf(base, compared) }, locale) }
      : {}),
    problems: 'problems' in outcome ? outcome.problems.map((one) => frontierProblem(one, locale)) : [],
    isOpen: answer?.found.points.some(({ proven, withinOneProven }) => !proven || !withinOneProven) ?? false,
    ...(compared.length > 1 ? { comparison: comparisonFigure(base.table, compared, locale) } : {})
  };
}

function comparedOf(
  base: FrontierBase,
  chosen: readonly Scenario[],
  answer: FrontierAnswer | undefined
): Compared[] {
  return chosen.map(({ name, requirements }, i) => {
    const found = consequences(base.table, requirements);
    const mark = { size: found.requirements.mandatory, firmness: found.firmness };
    const isSame = isAmong(base, requirements);
    const best = answer && isSame ? bestFor({ answer, scenarios: [] }, mark) : undefined;
    return { letter: letters[i] ?? '', name, requirements, found, best: best?.proven ? best.admitted : null };
  });
}

/** Whether the scenario's mandatory requirements are candidates of the frontier, at its levels. */
function isAmong({ table, candidates }: FrontierBase, requirements: Compared['requirements']): boolean {
  const { mandatory } = demandsOf(table, requirements);
  return mandatory.every(({ column, level }) =>
    candidates.some((one) => one.criterion === column && one.level === level)
  );
}

/** Only scenarios at the same levels stand on one chart. */
function marksOf(base: FrontierBase, compared: readonly Compared[]): FrontierScenario[] {
  return compared
    .filter(({ requirements, found }) => found.requirements.mandatory > 0 && isAmong(base, requirements))
    .map(({ letter, found }) => ({
      letter: compared.length === 1 ? null : letter,
      size: found.requirements.mandatory,
      firmness: found.firmness,
      admitted: found.admitted
    }));
}
