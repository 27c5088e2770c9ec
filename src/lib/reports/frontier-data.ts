import type { Locale } from '#lib/i18n/locale.ts';
import { counted, say } from '#lib/i18n/wording.ts';
import type { FrontierPoint } from '#lib/maturity/frontier/points.ts';
import type { FrontierAnswer } from '#lib/server/frontier.ts';

/** A scenario as the chart shows it, counted over the same products. */
export interface FrontierScenario {
  /** Of its column in a comparison; null where there is nothing to tell it from. */
  letter: string | null;
  /** Mandatory requirements with a criterion. */
  size: number;
  firmness: number;
  admitted: number;
}

/** « scénario A », or « ce scénario » where there is one only. */
export function scenarioName({ letter }: FrontierScenario, locale: Locale): string {
  return letter === null
    ? say(locale, 'ce scénario', 'this scenario')
    : say(locale, `scénario ${letter}`, `scenario ${letter}`);
}

export interface FrontierFigureData {
  answer: FrontierAnswer;
  /** The one under study first. */
  scenarios: FrontierScenario[];
}

/** What the horizontal axis shows of a point or a scenario. */
export function axisValue({ answer }: FrontierFigureData, one: { size: number; firmness: number }): number {
  return answer.query.measure === 'count' ? one.size : one.firmness;
}

export function requirements(size: number, locale: Locale): string {
  return counted(size, locale === 'fr' ? ['exigence', 'exigences'] : ['requirement', 'requirements'], locale);
}

/** The best set of the scenario's size, or of its firmness or more. */
export function bestFor(
  { answer }: FrontierFigureData,
  scenario: Pick<FrontierScenario, 'size' | 'firmness'>
): FrontierPoint | undefined {
  const { points, measure } = answer.found;
  return measure === 'count'
    ? points.find(({ size }) => size === scenario.size)
    : points.find(({ firmness }) => firmness >= scenario.firmness - 1e-9);
}
