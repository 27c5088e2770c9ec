import { integer } from '#lib/i18n/format.ts';
import type { Locale } from '#lib/i18n/locale.ts';
import { count, isSingular, say } from '#lib/i18n/wording.ts';
import type { Figure } from '../figure.ts';
import { ofPeersShort } from '../peers.ts';
import { byAccess, type AnswerGroups, type AnswerLine } from '../product-answers.ts';
import { fewPeers, type ProductData } from '../product-data.ts';

/** Criteria under one heading of the table of gaps. */
export interface GapGroup {
  title: string;
  lines: AnswerLine[];
}

export function gapGroups({ below, unanswered }: AnswerGroups, locale: Locale): GapGroup[] {
  const excluded = unanswered.some(({ gap }) => gap === null);
  const groups = [
    { title: say(locale, 'Sous la cible', 'Below target'), lines: below },
    {
      title: excluded
        ? say(locale, 'Sans réponse, exclus du calcul', 'No answer, left out of the count')
        : say(locale, 'Sans réponse, comptés comme non atteints', 'No answer, counted as not attained'),
      lines: unanswered
    }
  ];
  return groups.filter(({ lines }) => lines.length > 0);
}

/** Declared levels that lack one level. */
export function oneLevelShort({ below }: AnswerGroups): number {
  return below.filter(({ gap }) => gap === 1).length;
}

function title({ product }: ProductData, groups: AnswerGroups, locale: Locale): string {
  const n = product.applicable - product.attained;
  if (product.applicable === 0) return say(locale, 'Aucun critère applicable', 'No criterion applies');
  if (n === 0)
    return product.applicable === 1
      ? say(
          locale,
          'Le seul critère applicable est à la cible',
          'The only criterion that applies is at target'
        )
      : say(
          locale,
          `Les ${integer(product.applicable, locale)} critères applicables sont à la cible`,
          `All ${integer(product.applicable, locale)} criteria that apply are at target`
        );
  const one = oneLevelShort(groups);
  const all = say(
    locale,
    `${count(n, 'criterion', 'fr')} non ${isSingular(n, 'fr') ? 'atteint' : 'atteints'}`,
    `${count(n, 'criterion', 'en')} not attained`
  );
  if (one === 0)
    return (
      all + say(locale, ', aucun à un seul niveau de la cible', ', none of them one level below the target')
    );
  if (one === n)
    return (
      all +
      (n === 1
        ? say(locale, ', à un seul niveau de la cible', ', one level below the target')
        : say(locale, ', tous à un seul niveau de la cible', ', all of them one level below the target'))
    );
  return (
    all +
    say(
      locale,
      `, dont ${integer(one, locale)} à un seul niveau de la cible`,
      `, ${integer(one, locale)} of them one level below the target`
    )
  );
}

/** Whether the peers are enough for shares; else only their counts are shown. */
export function hasShares({ peers }: ProductData): boolean {
  return peers.overview.rated >= fewPeers;
}

/** What is short of the target, those that most peers attain first; then what was left unanswered. */
export function productGapsFigure(data: ProductData, groups: AnswerGroups, locale: Locale): Figure {
  const of = ofPeersShort(data, locale);
  const lines = gapGroups(groups, locale).flatMap((group) =>
    group.lines.map((line) => ({ ...line, group: group.title }))
  );
  return {
    id: 'gaps',
    title: title(data, groups, locale),
    subline:
      byAccess(groups).length > 1
        ? say(
            locale,
            `D'abord les écarts que le plus de produits ${of} ont comblés`,
            `First the gaps that most products ${of} have closed`
          )
        : '',
    caption: say(
      locale,
      `Marches pleines : niveau déclaré ; triangle : cible. n/N : produits ${of} à la cible, sur ceux à qui le critère s'applique, ce produit compris.`,
      `Filled steps: declared level; triangle: target. n/N: products ${of} at target, of those to which the criterion applies, this product included.`
    ),
    table: {
      columns: [
        { label: 'Code', kind: 'text' },
        { label: say(locale, 'Critère', 'Criterion'), kind: 'text' },
        { label: say(locale, 'Thème', 'Theme'), kind: 'text' },
        { label: say(locale, 'État', 'State'), kind: 'text' },
        { label: say(locale, 'Niveau', 'Level'), kind: 'count' },
        { label: say(locale, 'Cible', 'Target'), kind: 'count' },
        { label: say(locale, 'Niveaux manquants', 'Missing levels'), kind: 'count' },
        { label: 'n', kind: 'count' },
        { label: 'N', kind: 'count' },
        { label: say(locale, 'Part', 'Share'), kind: 'share' }
      ],
      rows: lines.map(({ criterion, label, theme, group, level, target, gap, n, N }) => [
        criterion,
        label,
        theme,
        group,
        level,
        target,
        gap,
        n,
        N,
        N === 0 ? null : n / N
      ])
    }
  };
}
