import { integer, percent } from '#lib/i18n/format.ts';
import type { Locale } from '#lib/i18n/locale.ts';
import { count, say } from '#lib/i18n/wording.ts';
import type { CriterionFigures } from '#lib/maturity/figures.ts';
import type { AnalysisData } from '../analysis-data.ts';
import { criterionLabels } from '../evolution-data.ts';
import type { Figure } from '../figure.ts';
import { wilsonNote } from '../wilson-note.ts';

type Rated = CriterionFigures & { rate: number; low: number; high: number };

function isRated(criterion: CriterionFigures | undefined): criterion is Rated {
  return criterion !== undefined && criterion.rate !== null;
}

/** The criteria that apply to somebody, from the most attained. */
function rungs({ analysis, criteria }: AnalysisData): Rated[] {
  return analysis.scalogram.rungs.map(({ criterion }) => criteria[criterion]).filter(isRated);
}

/** How many neighbours on the ladder have intervals that keep clear of one another. */
export function clearSteps(criteria: readonly { low: number; high: number }[]): number {
  return criteria.slice(1).filter(({ high }, i) => high < (criteria[i]?.low ?? 0)).length;
}

function title(rated: Rated[], locale: Locale): string {
  const [first, last] = [rated[0], rated.at(-1)];
  if (!first || !last)
    return say(locale, 'Aucun barreau : aucun critère applicable', 'No rung: no applicable criterion');
  const [high, low] = [percent(first.rate, locale), percent(last.rate, locale)];
  if (rated.length === 1)
    return say(locale, `Un seul barreau, à ${high} d'atteinte`, `A single rung, at ${high} attained`);
  if (high === low)
    return say(
      locale,
      `Les ${rated.length} barreaux sont tous à ${high} d'atteinte`,
      `All ${rated.length} rungs are at ${high} attained`
    );
  return say(
    locale,
    `L'échelle descend de ${high} à ${low} d'atteinte en ${count(rated.length, 'criterion', 'fr')}`,
    `The ladder goes down from ${high} to ${low} attained over ${count(rated.length, 'criterion', 'en')}`
  );
}

function captionOf(rated: Rated[], locale: Locale): string {
  const steps = clearSteps(rated);
  const sure = say(
    locale,
    steps === 0
      ? 'Aucun barreau ne se détache de son voisin au-delà de l’intervalle : l’ordre de deux voisins peut être dû au hasard.'
      : `${integer(steps, 'fr')} ${steps === 1 ? 'barreau se détache' : 'barreaux se détachent'} de leur voisin au-delà de l'intervalle ; ailleurs, l'ordre de deux voisins peut être dû au hasard.`,
    steps === 0
      ? 'No rung stands clear of its neighbour by its interval: the order of two neighbours may be chance.'
      : `${integer(steps, 'en')} ${steps === 1 ? 'rung stands' : 'rungs stand'} clear of its neighbour by its interval; elsewhere the order of two neighbours may be chance.`
  );
  const rule = say(
    locale,
    ' Part : produits à la cible parmi les produits concernés ; sans réponse compté selon le réglage.',
    ' Share: products at target among the products concerned; no answer counted as set.'
  );
  return rated.length < 2 ? rule.trim() : sure + rule;
}

function stepTitle(criterion: Rated, label: string, locale: Locale): string {
  const { code, attained, applicable, rate, low, high } = criterion;
  return say(
    locale,
    `${code} ${label} : ${integer(attained, 'fr')} sur ${integer(applicable, 'fr')}, ${percent(rate, 'fr')} (intervalle : ${percent(low, 'fr')} à ${percent(high, 'fr')})`,
    `${code} ${label}: ${integer(attained, 'en')} of ${integer(applicable, 'en')}, ${percent(rate, 'en')} (interval: ${percent(low, 'en')} to ${percent(high, 'en')})`
  );
}

function tableOf(rated: Rated[], label: (code: string) => string, locale: Locale): Figure['table'] {
  return {
    columns: [
      { label: say(locale, 'Rang', 'Rank'), kind: 'count' },
      { label: 'Code', kind: 'text' },
      { label: say(locale, 'Critère', 'Criterion'), kind: 'text' },
      { label: 'n', kind: 'count' },
      { label: 'N', kind: 'count' },
      { label: say(locale, 'Atteinte', 'Attained'), kind: 'share' },
      { label: say(locale, 'Intervalle, de', 'Interval, from'), kind: 'share' },
      { label: say(locale, 'à', 'to'), kind: 'share' }
    ],
    rows: rated.map(({ code, attained, applicable, rate, low, high }, i) => [
      i + 1,
      code,
      label(code),
      attained,
      applicable,
      rate,
      low,
      high
    ])
  };
}

/** Attainment from the easiest to the hardest criterion. */
export function ladderFigure(data: AnalysisData, locale: Locale): Figure {
  const rated = rungs(data);
  const label = criterionLabels(data.questionnaire, locale);
  const [first, last] = [rated[0], rated.at(-1)];
  return {
    id: 'ladder',
    title: title(rated, locale),
    subline: say(
      locale,
      'Part des produits concernés à la cible, un barreau par critère ; bande claire : intervalle de confiance à 95 % (Wilson)',
      'Share of the products concerned at target, one rung a criterion; pale band: 95% confidence interval (Wilson)'
    ),
    meaning: say(
      locale,
      'Plus l’escalier descend régulièrement, mieux les critères distinguent les produits, des plus faibles aux plus avancés.',
      'The more evenly the stair goes down, the better the criteria tell products apart, from the weakest to the most advanced.'
    ),
    caption: captionOf(rated, locale) + wilsonNote(locale),
    drawing:
      first && last
        ? {
            chart: 'ladder',
            rows: {
              steps: rated.map((criterion) => ({
                rate: criterion.rate,
                low: criterion.low,
                high: criterion.high,
                title: stepTitle(criterion, label(criterion.code), locale)
              })),
              first: say(locale, `${first.code}, le plus atteint`, `${first.code}, the most attained`),
              last:
                rated.length === 1
                  ? ''
                  : say(locale, `le moins atteint, ${last.code}`, `the least attained, ${last.code}`)
            }
          }
        : undefined,
    table: tableOf(rated, label, locale)
  };
}
