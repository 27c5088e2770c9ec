import { decimal, integer } from '#lib/i18n/format.ts';
import type { Locale } from '#lib/i18n/locale.ts';
import { count, isSingular, say } from '#lib/i18n/wording.ts';
import {
  disagreements,
  leastShared,
  nearlyRedundant,
  type CriterionPair
} from '#lib/maturity/criterion-pairs.ts';
import type { AnalysisData } from '../analysis-data.ts';
import { isFinding, threshold } from '../chance.ts';
import { criterionLabels } from '../evolution-data.ts';
import type { Figure } from '../figure.ts';

const mostShown = 10;
const mostListed = 30;

/** A pair with what names it. */
export interface NamedPair extends CriterionPair {
  code: string;
  label: string;
}

/** The closest first. */
export function closestPairs({ analysis, questionnaire }: AnalysisData, locale: Locale): NamedPair[] {
  const label = criterionLabels(questionnaire, locale);
  const codeOf = (k: number) => analysis.matrix.criteria[k]?.code ?? '';
  return [...analysis.pairs]
    .sort((a, b) => b.phi - a.phi || b.products - a.products)
    .slice(0, mostListed)
    .map((pair) => {
      const [first, second] = [codeOf(pair.first), codeOf(pair.second)];
      return { ...pair, code: `${first}\u00a0·\u00a0${second}`, label: `${label(first)} / ${label(second)}` };
    });
}

/** Pairs that coincide, or nearly, more than chance would make them. */
export function redundant(pairs: readonly CriterionPair[]): { same: number; near: number } {
  const found = pairs.filter(({ phi, adjusted }) => phi >= nearlyRedundant && isFinding(adjusted));
  const same = found.filter((pair) => disagreements(pair) === 0).length;
  return { same, near: found.length - same };
}

function pairsOf(n: number, locale: Locale): string {
  return say(
    locale,
    `${integer(n, 'fr')} ${isSingular(n, 'fr') ? 'paire' : 'paires'} de critères`,
    `${integer(n, 'en')} ${n === 1 ? 'pair' : 'pairs'} of criteria`
  );
}

function foundTitle(same: number, near: number, locale: Locale): string {
  const phi = decimal(nearlyRedundant, locale);
  const nearWords = say(
    locale,
    `se ${isSingular(near, 'fr') ? 'contredit' : 'contredisent'} presque jamais (φ d'au moins ${phi})`,
    `hardly ever ${near === 1 ? 'disagrees' : 'disagree'} (φ of at least ${phi})`
  );
  if (same === 0) return `${pairsOf(near, locale)} ${say(locale, 'ne ', '')}${nearWords}`;
  const never = say(
    locale,
    `${pairsOf(same, 'fr')} ne se ${isSingular(same, 'fr') ? 'contredit' : 'contredisent'} jamais`,
    `${pairsOf(same, 'en')} never ${same === 1 ? 'disagrees' : 'disagree'}`
  );
  if (near === 0) return never;
  return (
    never +
    say(
      locale,
      ` ; ${integer(near, 'fr')} ${near === 1 ? 'autre' : 'autres'} presque jamais`,
      `; ${integer(near, 'en')} more hardly ever`
    )
  );
}

function title({ analysis }: AnalysisData, locale: Locale): string {
  const { pairs } = analysis;
  if (pairs.length === 0)
    return say(
      locale,
      `Aucune paire à comparer : il faut ${leastShared} produits communs et des réponses qui varient`,
      `No pair to compare: ${leastShared} shared products and answers that vary are needed`
    );
  const { same, near } = redundant(pairs);
  if (same + near > 0) return foundTitle(same, near, locale);
  return pairs.some(({ phi }) => phi >= nearlyRedundant)
    ? say(
        locale,
        'Des paires de critères coïncident, mais le hasard en ferait autant',
        'Some pairs of criteria coincide, but chance would do as much'
      )
    : say(
        locale,
        `Aucune paire de critères ne fait double emploi : φ reste sous ${decimal(nearlyRedundant, 'fr')}`,
        `No two criteria are redundant: φ stays below ${decimal(nearlyRedundant, 'en')}`
      );
}

function chanceWords({ adjusted }: CriterionPair, locale: Locale): string {
  return isFinding(adjusted) ? '' : say(locale, ', le hasard en ferait autant', ', chance would do as much');
}

function rowTitle(pair: NamedPair, locale: Locale): string {
  const n = disagreements(pair);
  return (
    say(
      locale,
      `${pair.code}, ${pair.label} : φ = ${decimal(pair.phi, 'fr', 2)}, ${integer(n, 'fr')} ${isSingular(n, 'fr') ? 'désaccord' : 'désaccords'} sur ${count(pair.products, 'product', 'fr')}`,
      `${pair.code}, ${pair.label}: φ = ${decimal(pair.phi, 'en', 2)}, ${integer(n, 'en')} ${n === 1 ? 'disagreement' : 'disagreements'} of ${count(pair.products, 'product', 'en')}`
    ) + chanceWords(pair, locale)
  );
}

function drawingOf(pairs: NamedPair[], locale: Locale): Figure['drawing'] {
  const shown = pairs.slice(0, mostShown);
  if (shown.length === 0) return undefined;
  const from = Math.min(0, Math.floor(Math.min(...shown.map(({ phi }) => phi)) * 2) / 2);
  return {
    chart: 'rankedValues',
    rows: {
      rows: shown.map((pair) => ({
        code: '',
        label: `${pair.code} ${pair.label}`,
        value: pair.phi,
        figure: `${integer(disagreements(pair), locale)}/${integer(pair.products, locale)}`,
        title: rowTitle(pair, locale),
        isHollow: !isFinding(pair.adjusted)
      })),
      from,
      to: 1,
      ticks: [from, 0, 0.5, 1]
        .filter((value, i, all) => all.indexOf(value) === i)
        .map((value) => ({ value, text: decimal(value, locale) })),
      references: [{ value: nearlyRedundant, text: decimal(nearlyRedundant, locale) }],
      head: say(locale, 'désaccords/N', 'disagreements/N')
    }
  };
}

/** The pairs of criteria that say most nearly the same. */
export function criterionPairsFigure(data: AnalysisData, locale: Locale): Figure {
  const pairs = closestPairs(data, locale);
  return {
    id: 'criterion-pairs',
    title: title(data, locale),
    subline: say(
      locale,
      `φ, la corrélation de deux réponses par oui ou non : les ${Math.min(mostShown, pairs.length)} paires les plus proches sur ${integer(data.analysis.pairs.length, 'fr')}`,
      `φ, the correlation of two yes-or-no answers: the ${Math.min(mostShown, pairs.length)} closest pairs of ${integer(data.analysis.pairs.length, 'en')}`
    ),
    meaning: say(
      locale,
      'À 1, les deux critères sont toujours atteints ou manqués ensemble : l’un des deux n’apprend rien de plus ; à 0, ils sont sans lien.',
      'At 1 the two criteria are always attained or missed together: one of them teaches nothing more; at 0 they are unrelated.'
    ),
    caption: say(
      locale,
      `N = produits concernés par les deux critères, ${leastShared} au moins ; un critère que tous ou aucun n'atteignent ne compte pas. Une paire n'est un constat que si le hasard ferait de même dans ${threshold('fr')} des cas au plus (test exact de Fisher sur un produit par éditeur, corrigé pour ${integer(data.analysis.pairs.length, 'fr')} paires) ; rond vide : il en ferait autant.`,
      `N = products that both criteria concern, at least ${leastShared}; a criterion that all or none attain doesn’t count. A pair is a finding only if chance would do as much in ${threshold('en')} of cases at most (Fisher’s exact test on one product a vendor, adjusted for ${integer(data.analysis.pairs.length, 'en')} pairs); hollow circle: it would.`
    ),
    drawing: drawingOf(pairs, locale),
    table: {
      columns: [
        { label: say(locale, 'Codes', 'Codes'), kind: 'text' },
        { label: say(locale, 'Critères', 'Criteria'), kind: 'text' },
        { label: 'N', kind: 'count' },
        { label: say(locale, 'Atteints tous deux', 'Both attained'), kind: 'count' },
        { label: say(locale, 'Aucun des deux', 'Neither'), kind: 'count' },
        { label: say(locale, 'Désaccords', 'Disagreements'), kind: 'count' },
        { label: 'φ', kind: 'coefficient' },
        { label: say(locale, 'p corrigé', 'adjusted p'), kind: 'probability' }
      ],
      rows: pairs.map((pair) => [
        pair.code,
        pair.label,
        pair.products,
        pair.both,
        pair.neither,
        disagreements(pair),
        pair.phi,
        pair.adjusted
      ])
    }
  };
}
