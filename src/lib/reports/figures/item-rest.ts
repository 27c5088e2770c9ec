import { decimal, integer } from '#lib/i18n/format.ts';
import type { Locale } from '#lib/i18n/locale.ts';
import { count, isSingular, say } from '#lib/i18n/wording.ts';
import type { Interval } from '#lib/maturity/interval.ts';
import type { AnalysisData } from '../analysis-data.ts';
import { criterionLabels } from '../evolution-data.ts';
import type { Figure } from '../figure.ts';

/** Under this a criterion is usually said to have little to do with the others. */
export const oddBelow = 0.2;
const leastProducts = 10;
const mostShown = 15;

/** A criterion whose correlation is defined. */
export interface Linked {
  code: string;
  label: string;
  products: number;
  correlation: number;
  interval: Interval | null;
}

/** From the least linked; of enough products for a flag. */
export function linked({ analysis, questionnaire }: AnalysisData, locale: Locale): Linked[] {
  const label = criterionLabels(questionnaire, locale);
  return analysis.itemRest
    .flatMap(({ products, correlation, interval }, k) => {
      const { code = '' } = analysis.matrix.criteria[k] ?? {};
      return correlation === null || products < leastProducts
        ? []
        : [{ code, label: label(code), products, correlation, interval }];
    })
    .sort((a, b) => a.correlation - b.correlation);
}

export function isOdd({ correlation }: Linked): boolean {
  return correlation < oddBelow;
}

/** Odd whatever chance there is in which vendors answered. */
export function isSurelyOdd({ interval }: Linked): boolean {
  return interval !== null && interval.high < oddBelow;
}

const bar = (locale: Locale) => decimal(oddBelow, locale, 2);

/** « au moins »: rounded down to the hundredth. */
function atLeastHundredth(value: number, locale: Locale): string {
  return decimal(Math.floor(value * 100 + 1e-9) / 100, locale, 2);
}

function oddTitle(odd: Linked[], N: number, locale: Locale): string {
  const n = odd.length;
  const sure = odd.filter(isSurelyOdd).length;
  const one = isSingular(n, 'fr');
  const few = say(
    locale,
    `${count(n, 'criterion', 'fr')} sur ${integer(N, 'fr')} ${one ? 'est peu lié' : 'sont peu liés'} aux autres`,
    `${integer(n, 'en')} of ${count(N, 'criterion', 'en')} ${n === 1 ? 'has' : 'have'} little to do with the others`
  );
  if (sure === 0) return few + say(locale, ', sans que le hasard soit exclu', '; chance is not ruled out');
  if (sure === n) return few + say(locale, ', hasard exclu', '; chance is ruled out');
  return (
    few +
    say(
      locale,
      ` ; pour ${integer(sure, 'fr')} d'entre eux, le hasard est exclu`,
      `; for ${integer(sure, 'en')} of them chance is ruled out`
    )
  );
}

function title(rows: Linked[], locale: Locale): string {
  const [least] = rows;
  if (!least)
    return say(
      locale,
      'Aucune corrélation à calculer : trop peu de produits, ou tous répondent de même',
      'No correlation to compute: too few products, or all answer alike'
    );
  const odd = rows.filter(isOdd);
  if (odd.length > 0) return oddTitle(odd, rows.length, locale);
  const r = atLeastHundredth(least.correlation, locale);
  return say(
    locale,
    `Aucun critère à part : chacun a une corrélation d'au moins ${r} avec le reste`,
    `No criterion apart: each has a correlation of at least ${r} with the rest`
  );
}

function rowTitle({ code, label, correlation, interval, products }: Linked, locale: Locale): string {
  const r = decimal(correlation, locale, 2);
  const range = interval
    ? say(
        locale,
        ` (intervalle : ${decimal(interval.low, 'fr', 2)} à ${decimal(interval.high, 'fr', 2)})`,
        ` (interval: ${decimal(interval.low, 'en', 2)} to ${decimal(interval.high, 'en', 2)})`
      )
    : '';
  return `${code} ${label}${say(locale, ' : ', ': ')}${r}${range}, ${count(products, 'product', locale)}`;
}

function drawingOf(rows: Linked[], locale: Locale): Figure['drawing'] {
  const shown = rows.slice(0, mostShown);
  if (shown.length === 0) return undefined;
  const lowest = Math.min(0, ...shown.map(({ correlation, interval }) => interval?.low ?? correlation));
  const from = Math.floor(lowest * 4) / 4;
  const ticks = [from, 0, 0.5, 1].filter((value, i, all) => all.indexOf(value) === i);
  return {
    chart: 'rankedValues',
    rows: {
      rows: shown.map((row) => ({
        code: row.code,
        label: row.label,
        value: row.correlation,
        figure: decimal(row.correlation, locale, 2),
        title: rowTitle(row, locale),
        interval: row.interval ?? undefined,
        isShort: isOdd(row)
      })),
      from,
      to: 1,
      ticks: ticks.map((value) => ({
        value,
        text: decimal(value, locale, Number.isInteger(2 * value) ? 1 : 2)
      })),
      references: [{ value: oddBelow, text: bar(locale) }],
      head: say(locale, 'corrélation', 'correlation')
    }
  };
}

function captionOf({ analysis }: AnalysisData, rows: Linked[], locale: Locale): string {
  const left = analysis.itemRest.length - rows.length;
  const none =
    left === 0
      ? ''
      : say(
          locale,
          ` ${count(left, 'criterion', 'fr')} sans corrélation : moins de ${leastProducts} produits, ou une même réponse partout.`,
          ` ${count(left, 'criterion', 'en')} without a correlation: fewer than ${leastProducts} products, or one answer throughout.`
        );
  return (
    say(
      locale,
      `N = produits concernés par le critère et par un autre au moins. Corrélation de Pearson entre « atteint » (0 ou 1) et le taux du produit sur ses autres critères ; intervalle à 95 % qui tient compte des éditeurs (jackknife). Rond ocre vide : sous ${bar('fr')}, le seuil d'usage.`,
      `N = products that the criterion and at least one other concern. Pearson correlation of “attained” (0 or 1) with the product’s rate over its other criteria; 95% interval that respects vendors (jackknife). Hollow ochre circle: under ${bar('en')}, the usual bar.`
    ) + none
  );
}

/** The criteria that go least with the others. */
export function itemRestFigure(data: AnalysisData, locale: Locale): Figure {
  const rows = linked(data, locale);
  return {
    id: 'item-rest',
    title: title(rows, locale),
    subline:
      rows.length > mostShown
        ? say(
            locale,
            `Les ${mostShown} critères les moins liés aux autres, sur ${rows.length}`,
            `The ${mostShown} criteria least linked to the others, of ${rows.length}`
          )
        : say(locale, 'Lien de chaque critère avec les autres', 'Each criterion’s link with the others'),
    meaning: say(
      locale,
      'Près de 1, qui atteint ce critère atteint aussi les autres ; près de 0, l’atteindre ne dit rien du reste : le critère mesure autre chose, ou sa question est mal comprise.',
      'Near 1, whoever attains this criterion attains the others too; near 0, attaining it says nothing of the rest: the criterion measures something else, or its question is misunderstood.'
    ),
    caption: captionOf(data, rows, locale),
    drawing: drawingOf(rows, locale),
    table: {
      columns: [
        { label: 'Code', kind: 'text' },
        { label: say(locale, 'Critère', 'Criterion'), kind: 'text' },
        { label: 'N', kind: 'count' },
        { label: say(locale, 'Corrélation', 'Correlation'), kind: 'coefficient' },
        { label: say(locale, 'Intervalle, de', 'Interval, from'), kind: 'coefficient' },
        { label: say(locale, 'à', 'to'), kind: 'coefficient' }
      ],
      rows: rows.map(({ code, label, products, correlation, interval }) => [
        code,
        label,
        products,
        correlation,
        interval?.low ?? null,
        interval?.high ?? null
      ])
    }
  };
}
