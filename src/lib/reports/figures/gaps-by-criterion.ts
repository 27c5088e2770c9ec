import type { ValueRow } from '#lib/charts/ranked-values.ts';
import { noRandomSample } from '#lib/i18n/audits.ts';
import { integer, percent } from '#lib/i18n/format.ts';
import type { Locale } from '#lib/i18n/locale.ts';
import { count, isSingular, say } from '#lib/i18n/wording.ts';
import type { CriterionGaps } from '#lib/maturity/declared-found.ts';
import type { AuditsData } from '../audits-data.ts';
import type { Figure } from '../figure.ts';

/** So many are drawn; the table holds them all. */
const mostRows = 20;

/** The largest share of gaps first, then the most tested. */
function ranked(criteria: readonly CriterionGaps[]): CriterionGaps[] {
  return criteria
    .filter(({ tested }) => tested > 0)
    .sort((a, b) => (b.rate ?? 0) - (a.rate ?? 0) || b.tested - a.tested);
}

function title(rows: readonly CriterionGaps[], locale: Locale): string {
  const n = rows.filter(({ gaps }) => gaps > 0).length;
  const N = integer(rows.length, locale);
  if (rows.length === 0)
    return say(
      locale,
      'Aucun critère déclaré à la cible n’a de contrôle testé',
      'No criterion declared at target has a tested control'
    );
  if (n === 0)
    return say(
      locale,
      `Aucun écart constaté sur ${count(rows.length, 'criterion', 'fr')} testés`,
      `No gap found on ${count(rows.length, 'criterion', 'en')} tested`
    );
  return say(
    locale,
    `${count(n, 'criterion', 'fr')} sur ${N} testés ${isSingular(n, 'fr') ? 'montre' : 'montrent'} au moins un écart entre déclaré et constaté`,
    `${integer(n, 'en')} of ${N} criteria tested ${n === 1 ? 'shows' : 'show'} at least one gap between declared and found`
  );
}

function rowOf(row: CriterionGaps, nameOf: (code: string) => string, locale: Locale): ValueRow {
  const { criterion: code, gaps, tested, rate, low, high } = row;
  const label = nameOf(code);
  const figure = say(
    locale,
    `${integer(gaps, 'fr')} sur ${integer(tested, 'fr')}`,
    `${integer(gaps, 'en')} of ${integer(tested, 'en')}`
  );
  const range = `${percent(low, locale)} – ${percent(high, locale)}`;
  return {
    code,
    label,
    value: rate ?? 0,
    figure,
    title: `${code} ${label}${say(locale, ' : ', ': ')}${figure}, ${percent(rate, locale)} (${range})`,
    ...(low === null || high === null ? {} : { interval: { low, high } }),
    isShort: gaps > 0
  };
}

function caption({ found }: AuditsData, rows: readonly CriterionGaps[], locale: Locale): string {
  const shown =
    rows.length > mostRows
      ? say(
          locale,
          ` Les ${mostRows} premiers ; la table les a tous.`,
          ` The first ${mostRows}; the table has them all.`
        )
      : '';
  return (
    say(
      locale,
      `N d'un critère = produits qui le déclarent à la cible et dont un contrôle qui s'y rapporte a été testé ; n = ceux dont un de ces contrôles est non conforme. Trait : intervalle à 95 % (Wilson). ${integer(found.products.length, 'fr')} produits audités affichés. `,
      `A criterion's N = products that declare it at target and of which a control mapped to it was tested; n = those of which such a control is nonconforming. Line: 95% interval (Wilson). ${integer(found.products.length, 'en')} audited products in view. `
    ) +
    noRandomSample(locale) +
    shown
  );
}

/** Declared against found, criterion by criterion, with how far each share could be due to few audits. */
export function gapsByCriterion(data: AuditsData, nameOf: (code: string) => string, locale: Locale): Figure {
  const rows = ranked(data.found.criteria);
  return {
    id: 'gaps-by-criterion',
    title: title(rows, locale),
    subline: say(
      locale,
      'Part des déclarations « à la cible » que l’audit ne retrouve pas, parmi celles qui ont été testées',
      'Share of declarations “at target” that the audit does not find, among those tested'
    ),
    caption: caption(data, rows, locale),
    ...(rows.length === 0
      ? {}
      : {
          drawing: {
            chart: 'rankedValues',
            rows: {
              rows: rows.slice(0, mostRows).map((row) => rowOf(row, nameOf, locale)),
              from: 0,
              to: 1,
              ticks: [0, 0.25, 0.5, 0.75, 1].map((value) => ({ value, text: percent(value, locale) })),
              references: [],
              head: say(locale, 'écarts', 'gaps')
            }
          }
        }),
    table: {
      columns: [
        { label: 'Code', kind: 'text' },
        { label: say(locale, 'Critère', 'Criterion'), kind: 'text' },
        { label: say(locale, 'Écarts', 'Gaps'), kind: 'count' },
        { label: say(locale, 'Testés', 'Tested'), kind: 'count' },
        { label: say(locale, 'Part', 'Share'), kind: 'share' },
        { label: say(locale, 'Borne basse', 'Low'), kind: 'share' },
        { label: say(locale, 'Borne haute', 'High'), kind: 'share' }
      ],
      rows: rows.map(({ criterion, gaps, tested, rate, low, high }) => [
        criterion,
        nameOf(criterion),
        gaps,
        tested,
        rate,
        low,
        high
      ])
    }
  };
}
