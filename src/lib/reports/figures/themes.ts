import type { ThemeRow } from '#lib/charts/theme-rates.ts';
import { criterionName } from '#lib/i18n/criterion-name.ts';
import { integer, percent } from '#lib/i18n/format.ts';
import type { Locale } from '#lib/i18n/locale.ts';
import { count, quoted, say } from '#lib/i18n/wording.ts';
import type { Figure } from '../figure.ts';
import type { OverviewData } from '../overview-data.ts';

function rowsOf({ themes, criteria, questionnaire }: OverviewData, locale: Locale): ThemeRow[] {
  const names = new Map(
    questionnaire.criteria.map((criterion) => [criterion.code, criterionName(criterion, locale)])
  );
  return themes
    .flatMap(({ theme, rate, attained, applicable }) =>
      rate === null ? [] : [{ theme, rate, attained, applicable }]
    )
    .sort((a, b) => b.rate - a.rate)
    .map((row) => ({
      ...row,
      criteria: criteria.flatMap(({ code, theme, rate, attained, applicable }) =>
        theme !== row.theme || rate === null
          ? []
          : [{ code, label: names.get(code) ?? code, rate, n: attained, N: applicable }]
      )
    }));
}

/** « « Accès » est le thème le mieux atteint (72 %) »; where several share a rate, how many. */
function bestTheme(rows: ThemeRow[], { theme, rate }: ThemeRow, locale: Locale): string {
  const share = percent(rate, locale);
  const n = rows.filter((row) => row.rate === rate).length;
  return n === 1
    ? say(
        locale,
        `${quoted(theme, locale)} est le thème le mieux atteint (${share})`,
        `${quoted(theme, locale)} is the most attained theme (${share})`
      )
    : say(
        locale,
        `${integer(n, locale)} thèmes sont les mieux atteints (${share})`,
        `${integer(n, locale)} themes are the most attained (${share})`
      );
}

function worstTheme(rows: ThemeRow[], { theme, rate }: ThemeRow, locale: Locale): string {
  const share = percent(rate, locale);
  const n = rows.filter((row) => row.rate === rate).length;
  return n === 1
    ? say(
        locale,
        `${quoted(theme, locale)} le moins (${share})`,
        `${quoted(theme, locale)} the least (${share})`
      )
    : say(
        locale,
        `${integer(n, locale)} thèmes le sont le moins (${share})`,
        `${integer(n, locale)} themes are the least (${share})`
      );
}

function title(rows: ThemeRow[], locale: Locale): string {
  const [best, worst] = [rows[0], rows.at(-1)];
  if (!best || !worst) return say(locale, 'Aucun thème applicable', 'No applicable theme');
  const share = percent(best.rate, locale);
  if (rows.length === 1)
    return say(
      locale,
      `${quoted(best.theme, locale)} : ${share} des réponses sont à la cible`,
      `${quoted(best.theme, locale)}: ${share} of answers are at target`
    );
  if (share === percent(worst.rate, locale))
    return say(locale, `Tous les thèmes sont atteints à ${share}`, `All themes are attained at ${share}`);
  return `${bestTheme(rows, best, locale)}, ${worstTheme(rows, worst, locale)}`;
}

function widest(rows: ThemeRow[], locale: Locale): string {
  const ranges = rows
    .filter(({ criteria }) => criteria.length > 1)
    .map(({ theme, criteria }) => {
      const rates = criteria.map(({ rate }) => rate);
      return { theme, low: Math.min(...rates), high: Math.max(...rates) };
    })
    .sort((a, b) => b.high - b.low - (a.high - a.low));
  const [range] = ranges;
  if (!range || range.low === range.high) return '';
  const [low, high] = [percent(range.low, locale), percent(range.high, locale)];
  return say(
    locale,
    ` Écart le plus large : ${range.theme}, de ${low} à ${high}.`,
    ` Widest range: ${range.theme}, from ${low} to ${high}.`
  );
}

/** Each theme's pooled rate and its criteria; absent where nothing applies. */
export function themesFigure(data: OverviewData, locale: Locale): Figure | undefined {
  const rows = rowsOf(data, locale);
  if (rows.length === 0) return undefined;
  const criteria = rows.reduce((sum, row) => sum + row.criteria.length, 0);
  const answers = rows.reduce((sum, row) => sum + row.applicable, 0);
  return {
    id: 'themes',
    title: title(rows, locale),
    subline: say(
      locale,
      "Un losange par critère, en % ; trait : taux d'atteinte du thème, toutes réponses réunies",
      'One diamond a criterion, in %; line: the theme’s attainment rate, all answers together'
    ),
    caption:
      say(
        locale,
        `${count(criteria, 'criterion', 'fr')}, ${count(answers, 'answer', 'fr')} applicables.`,
        `${count(criteria, 'criterion', 'en')}, ${count(answers, 'answer', 'en')} applicable.`
      ) + widest(rows, locale),
    drawing: { chart: 'themeRates', rows },
    table: {
      columns: [
        { label: say(locale, 'Thème', 'Theme'), kind: 'text' },
        { label: say(locale, 'Critères', 'Criteria'), kind: 'count' },
        { label: say(locale, 'À la cible', 'At target'), kind: 'count' },
        { label: say(locale, 'Applicables', 'Applicable'), kind: 'count' },
        { label: say(locale, 'Atteinte', 'Attainment'), kind: 'share' }
      ],
      // all of the theme's criteria: one that applies to no product has no diamond
      rows: rows.map(({ theme, attained, applicable, rate }) => [
        theme,
        data.themes.find((one) => one.theme === theme)?.criteria ?? 0,
        attained,
        applicable,
        rate
      ])
    }
  };
}
