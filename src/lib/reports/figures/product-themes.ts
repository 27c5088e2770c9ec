import type { ThemeProfileRow } from '#lib/charts/theme-profile.ts';
import type { ThemeProfile } from '#lib/maturity/figures.ts';
import { integer } from '#lib/i18n/format.ts';
import type { Locale } from '#lib/i18n/locale.ts';
import { isSingular, quoted, say } from '#lib/i18n/wording.ts';
import type { Figure } from '../figure.ts';
import { ofPeersShort } from '../peers.ts';
import { fewPeers, type ProductData } from '../product-data.ts';

/** Nearer than this two rates are equal: they are quotients of small whole numbers, interpolated. */
const epsilon = 1e-9;

type Row = ThemeProfileRow & { gap: number };

function rowOf({ theme, attained: n, applicable: N, products, q1, median, q3 }: ThemeProfile): Row[] {
  if (N === 0) return [];
  if (products < fewPeers || q1 === null || median === null || q3 === null)
    return [{ theme, n, N, box: null, below: false, gap: Infinity }];
  const gap = n / N - median;
  return [{ theme, n, N, box: { q1, median, q3, products }, below: gap < -epsilon, gap }];
}

/** Worst gap first; those without a median last. */
function rowsOf({ peers }: ProductData): Row[] {
  return peers.themes.flatMap(rowOf).sort((a, b) => (a.gap === b.gap ? 0 : a.gap - b.gap));
}

function title(data: ProductData, rows: Row[], locale: Locale): string {
  const compared = rows.filter(({ box }) => box !== null);
  const below = compared.filter((row) => row.below);
  const [N, n] = [compared.length, below.length];
  const of = ofPeersShort(data, locale);
  if (N === 0)
    return say(
      locale,
      'Trop peu de produits pour comparer les thèmes',
      'Too few products to compare the themes'
    );
  if (n === 0)
    return N === 1
      ? say(
          locale,
          `Le seul thème comparé n'est pas sous la médiane ${of}`,
          `The only theme compared is not below the median ${of}`
        )
      : say(
          locale,
          `Aucun des ${N} thèmes n'est sous la médiane ${of}`,
          `None of the ${N} themes is below the median ${of}`
        );
  const names = below.slice(0, 2).map(({ theme }) => quoted(theme, locale));
  const list =
    n > 2
      ? say(locale, `d'abord ${names[0]}`, `first ${names[0]}`)
      : names.join(say(locale, ' et ', ' and '));
  return say(
    locale,
    `${integer(n, locale)} ${isSingular(n, 'fr') ? 'thème' : 'thèmes'} sur ${N} sous la médiane ${of} : ${list}`,
    `${integer(n, locale)} of ${N} ${N === 1 ? 'theme' : 'themes'} below the median ${of}: ${list}`
  );
}

function caption({ peers, product }: ProductData, rows: Row[], locale: Locale): string {
  const order = say(
    locale,
    "Thèmes rangés de l'écart le plus défavorable au plus favorable. n/N : critères à la cible sur critères applicables. Losange vide : sous la médiane.",
    'Themes from the least to the most favourable gap. n/N: criteria at target of criteria that apply. Hollow diamond: below the median.'
  );
  const without = rows.filter(({ box }) => box === null).length;
  const few =
    without === 0
      ? ''
      : say(
          locale,
          ` Sans quartiles : moins de ${fewPeers} produits concernés (${integer(without, locale)} ${isSingular(without, 'fr') ? 'thème' : 'thèmes'}).`,
          ` Without quartiles: fewer than ${fewPeers} products concerned (${integer(without, locale)} ${without === 1 ? 'theme' : 'themes'}).`
        );
  const absent = peers.themes.filter(({ applicable }) => applicable === 0).map(({ theme }) => theme);
  const none =
    absent.length === 0
      ? ''
      : say(
          locale,
          ` Sans critère applicable à ${product.product} : ${absent.join(', ')}.`,
          ` No criterion applies to ${product.product} in: ${absent.join(', ')}.`
        );
  return order + few + none;
}

/** The product's themes against the quartiles of its peers; absent where nothing applies to it. */
export function productThemesFigure(data: ProductData, locale: Locale): Figure | undefined {
  const rows = rowsOf(data);
  if (rows.length === 0) return undefined;
  const of = ofPeersShort(data, locale);
  return {
    id: 'themes',
    title: title(data, rows, locale),
    subline: say(
      locale,
      `Losange : ce produit ; bande et trait : quartiles et médiane ${of}`,
      `Diamond: this product; band and line: quartiles and median ${of}`
    ),
    caption: caption(data, rows, locale),
    drawing: {
      chart: 'themeProfile',
      rows: rows.map(({ theme, n, N, below, box }) => ({ theme, n, N, below, box }))
    },
    table: {
      columns: [
        { label: say(locale, 'Thème', 'Theme'), kind: 'text' },
        { label: say(locale, 'À la cible', 'At target'), kind: 'count' },
        { label: say(locale, 'Applicables', 'Applicable'), kind: 'count' },
        { label: say(locale, 'Atteinte', 'Attainment'), kind: 'share' },
        { label: say(locale, 'Premier quartile', 'First quartile'), kind: 'share' },
        { label: say(locale, 'Médiane', 'Median'), kind: 'share' },
        { label: say(locale, 'Troisième quartile', 'Third quartile'), kind: 'share' },
        { label: say(locale, 'Produits comparés', 'Products compared'), kind: 'count' }
      ],
      rows: rows.map(({ theme, n, N, box }) => [
        theme,
        n,
        N,
        n / N,
        box?.q1 ?? null,
        box?.median ?? null,
        box?.q3 ?? null,
        box?.products ?? null
      ])
    }
  };
}
