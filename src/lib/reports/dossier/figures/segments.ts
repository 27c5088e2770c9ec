import { bandToken } from '#lib/charts/band-token.ts';
import type { ShareRow } from '#lib/charts/share-rows.ts';
import { bandName } from '#lib/i18n/bands.ts';
import type { Locale } from '#lib/i18n/locale.ts';
import { integer, percent } from '#lib/i18n/format.ts';
import { quoted, say } from '#lib/i18n/wording.ts';
import type { Column } from '../../figure.ts';
import { attainedRow, attainedSeries } from '../attained-row.ts';
import type { Attained, BandShown, CorridorShown, CrossedRow, DossierCounts } from '../counts.ts';
import type { DossierCell, DossierFigure } from '../dossier.ts';
import { masked, maskedShare } from '../masked.ts';
import { isKnown, maskedWords, ofWords, shareOf, type Shown } from '../shown.ts';

export function corridorWords(corridor: string, locale: Locale): string {
  return corridor === '' ? say(locale, 'Sans couloir', 'Without corridor') : corridor;
}

function byShare(a: Attained, b: Attained): number {
  return (shareOf(b.attained, b.applicable) ?? -1) - (shareOf(a.attained, a.applicable) ?? -1);
}

function extremesTitle(
  rows: (Attained & { name: string })[],
  what: [fr: string, en: string],
  locale: Locale
) {
  const told = rows.filter((row) => shareOf(row.attained, row.applicable) !== null).sort(byShare);
  const [best, worst] = [told[0], told.at(-1)];
  if (!best || !worst || told.length < 2 || told.length < rows.length)
    return say(locale, `Atteinte de la cible par ${what[0]}`, `Attainment of the target by ${what[1]}`);
  const [high, low] = [best, worst].map((row) => percent(shareOf(row.attained, row.applicable), locale));
  return say(
    locale,
    `${quoted(best.name, 'fr')} est le ${what[0]} le mieux atteint (${high} des réponses déclarées à la cible), ${quoted(worst.name, 'fr')} le moins (${low})`,
    `${quoted(best.name, 'en')} is the most attained ${what[1]} (${high} of answers declared at target), ${quoted(worst.name, 'en')} the least (${low})`
  );
}

/** Each theme's answers at target, of those that apply. */
export function themesFigure({ themes }: DossierCounts, locale: Locale): DossierFigure | undefined {
  if (themes.length === 0) return undefined;
  const sorted = [...themes].sort(byShare);
  const rows = {
    series: attainedSeries(locale),
    groups: [{ title: '', rows: sorted.map((row) => attainedRow('', row.theme, row, locale)) }]
  };
  return {
    id: 'themes',
    title: extremesTitle(
      themes.map((row) => ({ ...row, name: row.theme })),
      ['thème', 'theme'],
      locale
    ),
    subline: say(
      locale,
      'Part des réponses applicables qui sont à la cible, toutes réponses du thème réunies',
      'Share of applicable answers that are at target, all answers of the theme together'
    ),
    caption: say(
      locale,
      'Taux groupé : réponses à la cible ÷ réponses applicables, sans réponse comprises.',
      'Pooled rate: answers at target ÷ applicable answers, unanswered included.'
    ),
    drawing: { chart: 'shareRows', rows },
    ...(themes.every(({ attained }) => attained === 'withheld')
      ? {}
      : { native: { chart: 'shareRows' as const, rows } }),
    table: {
      columns: [
        { label: say(locale, 'Thème', 'Theme'), kind: 'text' },
        ...counts(
          say(locale, 'Critères', 'Criteria'),
          say(locale, 'À la cible', 'At target'),
          say(locale, 'Applicables', 'Applicable')
        ),
        { label: say(locale, 'Part', 'Share'), kind: 'share' }
      ],
      rows: sorted.map((row) => [
        row.theme,
        row.criteria,
        masked(row.attained),
        masked(row.applicable),
        maskedShare(row.attained, row.applicable)
      ])
    }
  };
}

function counts(...labels: string[]): Column[] {
  return labels.map((label) => ({ label, kind: 'count' }));
}

/** Products by band as one row of a whole; a row with a masked band is left empty and says so. */
export function bandsRow(label: string, bands: BandShown[], rated: Shown, locale: Locale): ShareRow {
  const known = bands.map(({ products }) => products).filter(isKnown);
  const isWhole = known.length === bands.length && isKnown(rated);
  const top = bands.at(-1)?.products ?? 'withheld';
  return {
    code: '',
    label,
    values: isWhole ? known : bands.map(() => 0),
    total: isWhole ? rated : 0,
    share: isWhole && rated > 0 ? percent(shareOf(top, rated), locale) : '',
    count: isWhole ? ofWords(top, rated, locale) : maskedWords(locale)
  };
}

export function bandSeries(bands: BandShown[], locale: Locale) {
  return bands.map((band, i) => ({
    name: bandName(band, locale),
    fill: bandToken(i, bands.length),
    ...(i > 0 && i < bands.length - 1 ? { edge: 'band-3' as const } : {})
  }));
}

function corridorTable(
  corridors: CorridorShown[],
  bands: BandShown[],
  locale: Locale
): DossierFigure['table'] {
  return {
    columns: [
      { label: say(locale, 'Couloir', 'Corridor'), kind: 'text' },
      ...counts(
        say(locale, 'Éditeurs', 'Vendors'),
        say(locale, 'Produits', 'Products'),
        ...bands.map((band) => bandName(band, locale)),
        say(locale, 'À la cible', 'At target'),
        say(locale, 'Applicables', 'Applicable')
      ),
      { label: say(locale, 'Taux groupé', 'Pooled rate'), kind: 'share' }
    ],
    rows: corridors.map((row) => [
      corridorWords(row.corridor, locale),
      masked(row.vendors),
      masked(row.products),
      ...row.bands.map(({ products }) => masked(products)),
      masked(row.attained),
      masked(row.applicable),
      maskedShare(row.attained, row.applicable)
    ])
  };
}

function topName(bands: BandShown[], locale: Locale): string {
  const top = bands.at(-1);
  return top ? bandName(top, locale) : '';
}

/** From the least to the largest share of the highest band; of the corridors whose bands may be shown. */
function corridorsTitle({ corridors, bands }: DossierCounts, locale: Locale): string {
  const shares = corridors.flatMap(
    ({ bands: own, rated }) => shareOf(own.at(-1)?.products ?? 'withheld', rated) ?? []
  );
  const edge = bands.at(-1)?.from ?? 0;
  if (shares.length === 0)
    return say(
      locale,
      'Trop peu de produits ou d’éditeurs par couloir pour en dire les tranches',
      'Too few products or vendors by corridor to tell their bands'
    );
  const [low, high] = [percent(Math.min(...shares), locale), percent(Math.max(...shares), locale)];
  const one = shares.length === 1;
  const [fr, en] =
    shares.length === corridors.length
      ? low === high
        ? ['Dans chaque couloir', 'In every corridor']
        : ['Selon le couloir', 'By corridor']
      : [
          `Dans ${one ? 'le seul couloir publié' : `les ${shares.length} couloirs publiés`} sur ${corridors.length}`,
          `In the ${one ? 'only corridor' : `${shares.length} corridors`} published of ${corridors.length}`
        ];
  return say(
    locale,
    `${fr}, ${low === high ? high : `de ${low} à ${high}`} des produits déclarent atteindre au moins ${edge} % de leurs critères`,
    `${en}, ${low === high ? high : `${low} to ${high}`} of products declare attaining at least ${edge}% of their criteria`
  );
}

/** Each corridor's products by band. */
export function corridorsFigure(all: DossierCounts, locale: Locale): DossierFigure | undefined {
  const { corridors, bands, sizes } = all;
  if (corridors.length === 0) return undefined;
  const rows = {
    series: bandSeries(bands, locale),
    groups: [
      {
        title: '',
        rows: [
          ...corridors.map((row) =>
            bandsRow(corridorWords(row.corridor, locale), row.bands, row.rated, locale)
          ),
          bandsRow(say(locale, 'Ensemble', 'All'), bands, sizes.rated, locale)
        ]
      }
    ]
  };
  return {
    id: 'corridors',
    title: corridorsTitle(all, locale),
    subline: say(
      locale,
      'Produits de chaque couloir selon la part de leurs critères applicables qui est atteinte',
      'Products of each corridor by the share of their applicable criteria that is attained'
    ),
    caption: say(
      locale,
      `À droite, ${topName(bands, 'fr')}. Les écarts entre couloirs ne sont pas testés ici : peu de produits suffisent à les faire.`,
      `At the right, ${topName(bands, 'en')}. Differences between corridors are not tested here: few products are enough to make them.`
    ),
    drawing: { chart: 'shareRows', rows },
    ...(rows.groups.some((group) => group.rows.some(({ total }) => total > 0))
      ? { native: { chart: 'shareRows' as const, rows } }
      : {}),
    table: corridorTable(corridors, bands, locale)
  };
}

function crossedCell({ attained, applicable }: Attained, locale: Locale): DossierCell {
  if (!isKnown(attained) || !isKnown(applicable)) return masked(isKnown(attained) ? 'withheld' : attained);
  return applicable === 0 ? '–' : `${integer(attained, locale)}/${integer(applicable, locale)}`;
}

interface Crossing {
  id: string;
  title: string;
  head: string;
  rows: { label: string; row: CrossedRow; total: Attained }[];
  unit: string;
}

/** From the lowest to the highest share of the cells that may be shown, after what they count. */
function crossedTitle({ title, rows }: Pick<Crossing, 'title' | 'rows'>, locale: Locale): string {
  const shares = rows.flatMap(({ row }) =>
    row.cells.flatMap(({ attained, applicable }) => shareOf(attained, applicable) ?? [])
  );
  if (shares.length === 0) return title;
  const [low, high] = [percent(Math.min(...shares), locale), percent(Math.max(...shares), locale)];
  return say(locale, `${title} : de ${low} à\u00a0${high}`, `${title}: ${low} to ${high}`);
}

/** Attained of applicable for every row and corridor; without a drawing, since its cells are the figure. */
export function crossedFigure(
  { id, title, head, rows, unit }: Crossing,
  { corridors }: DossierCounts,
  locale: Locale
): DossierFigure {
  return {
    id,
    title: crossedTitle({ title, rows }, locale),
    subline: unit,
    caption: say(
      locale,
      'n/N : à la cible sur applicables. Un tiret : rien d’applicable.',
      'n/N: at target of applicable. A dash: nothing applies.'
    ),
    table: {
      columns: [
        { label: head, kind: 'text' },
        ...counts(
          ...corridors.map(({ corridor }) => corridorWords(corridor, locale)),
          say(locale, 'Ensemble', 'All')
        )
      ],
      rows: rows.map(({ label, row, total }) => [
        label,
        ...row.cells.map((cell) => crossedCell(cell, locale)),
        crossedCell(total, locale)
      ])
    }
  };
}
