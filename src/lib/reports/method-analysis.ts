import { integer } from '#lib/i18n/format.ts';
import type { Locale } from '#lib/i18n/locale.ts';
import { say } from '#lib/i18n/wording.ts';
import { block, fraction, number, row, sign, word } from './formula.ts';
import type { MethodSection } from './method.ts';

function corridorTest(locale: Locale): MethodSection {
  return {
    id: 'corridor-test',
    title: say(locale, 'Une différence entre couloirs', 'A difference between corridors'),
    paragraphs: [
      say(
        locale,
        `Pour chaque critère, les couloirs sont échangés au hasard entre éditeurs qui ont autant de produits concernés : p est la part des échanges où les couloirs diffèrent au moins autant. Jusqu'à ${integer(10_000, locale)} échanges possibles, tous sont comptés ; au-delà, des tirages à graine fixe. Les p sont ajustées par Benjamini et Hochberg sur les critères affichés.`,
        `For each criterion the corridors change places at random between vendors with as many products concerned: p is the share of exchanges in which corridors differ at least as much. Up to ${integer(10_000, locale)} possible exchanges all are counted; beyond, draws of a fixed seed. The p are adjusted by Benjamini and Hochberg over the criteria in view.`
      )
    ]
  };
}

function reproducibility(locale: Locale): MethodSection {
  return {
    id: 'reproducibility',
    title: say(locale, 'Échelle et reproductibilité', 'Ladder and reproducibility'),
    paragraphs: [
      say(
        locale,
        'Les critères sont rangés du plus au moins atteint. Si le questionnaire formait une seule échelle, un produit qui atteint n critères atteindrait les n plus faciles de ceux qui s’appliquent à lui. Chaque réponse qui s’en écarte est une erreur (Goodenough et Edwards). Un coefficient de 0,90 au moins est l’usage pour parler d’échelle.',
        'Criteria are ordered from most to least attained. If the questionnaire were one scale, a product that attains n criteria would attain the n easiest of those that apply to it. Each answer that departs from this is an error (Goodenough and Edwards). A coefficient of 0.90 at least is customary to speak of a scale.'
      )
    ],
    formulas: [
      block(
        word(say(locale, 'reproductibilité', 'reproducibility')),
        sign('='),
        number('1'),
        sign('−'),
        fraction(
          word(say(locale, 'erreurs', 'errors')),
          word(say(locale, 'réponses applicables', 'applicable answers'))
        )
      )
    ]
  };
}

function itemRest(locale: Locale): MethodSection {
  return {
    id: 'item-rest',
    title: say(locale, 'Critères à part', 'Odd criteria'),
    paragraphs: [
      say(
        locale,
        'La corrélation d’un critère avec le reste est celle de Pearson, entre l’atteinte du critère et le taux du produit sur ses autres critères. Son intervalle laisse de côté un éditeur après l’autre. Un critère est à part sous 0,20, avec dix produits au moins ; sûrement si tout l’intervalle est dessous.',
        'The correlation of a criterion with the rest is Pearson’s, between the criterion’s attainment and the product’s rate over its other criteria. Its interval leaves out one vendor after the other. A criterion is odd under 0.20, with ten products at least; surely so if the whole interval is below.'
      )
    ]
  };
}

function pairs(locale: Locale): MethodSection {
  return {
    id: 'pairs',
    title: say(locale, 'Critères redondants', 'Redundant criteria'),
    paragraphs: [
      say(
        locale,
        'Deux critères sont comparés sur les produits auxquels les deux s’appliquent, dix au moins, par le coefficient φ. Ils sont dits redondants à partir de 0,80, si le test exact de Fisher sur un produit par éditeur, ajusté sur toutes les paires, reste sous 5 % : deux critères que presque tous atteignent s’accordent sans que cela dise rien.',
        'Two criteria are compared over the products to which both apply, ten at least, by the coefficient φ. They are called redundant from 0.80 on if Fisher’s exact test on one product a vendor, adjusted over all pairs, stays within 5%: two criteria that nearly all attain agree without meaning it.'
      )
    ]
  };
}

function tornado(locale: Locale): MethodSection {
  const mean = say(locale, 'taux moyen', 'mean rate');
  return {
    id: 'tornado',
    title: say(locale, 'Ce que pèse chaque critère', 'What each criterion weighs'),
    paragraphs: [
      say(
        locale,
        'Chaque critère est retiré du questionnaire, et le taux moyen des produits est recalculé. Un produit auquel rien d’autre ne s’applique sort de la moyenne.',
        'Each criterion is left out of the questionnaire, and the products’ mean rate is computed again. A product to which nothing else applies leaves the mean.'
      )
    ],
    formulas: [
      block(
        word(say(locale, 'poids', 'weight')),
        sign('='),
        row(word(mean), sign('('), word(say(locale, 'sans le critère', 'without the criterion')), sign(')')),
        sign('−'),
        row(word(mean), sign('('), word(say(locale, 'tous', 'all')), sign(')'))
      )
    ]
  };
}

function bootstrap(locale: Locale): MethodSection {
  return {
    id: 'bootstrap',
    title: say(locale, 'Intervalles qui respectent les éditeurs', 'Intervals that respect vendors'),
    paragraphs: [
      say(
        locale,
        `Les produits d’un éditeur se ressemblent. On tire donc des éditeurs avec remise, chacun avec tous ses produits affichés, ${integer(2000, locale)} fois à graine fixe ; l’intervalle va du 2,5ᵉ au 97,5ᵉ centile des tirages. Il n’y en a pas avec un seul éditeur. L’intervalle de Wilson, ailleurs, traite les produits comme indépendants.`,
        `Products of one vendor resemble each other. So vendors are drawn with replacement, each with all its products in view, ${integer(2000, locale)} times with a fixed seed; the interval goes from the 2.5th to the 97.5th percentile of the draws. There is none with a single vendor. Wilson’s interval, elsewhere, treats products as independent.`
      )
    ]
  };
}

function frontier(locale: Locale): MethodSection {
  return {
    id: 'frontier',
    title: say(locale, 'Exigences réunies et frontière', 'Joint requirements and frontier'),
    paragraphs: [
      say(
        locale,
        'Un produit passe s’il atteint toutes les exigences qui s’appliquent à lui ; cela se compte ligne à ligne et ne se déduit pas des taux des critères. Pour chaque nombre d’exigences, ou chaque fermeté, la frontière donne le plus grand nombre de produits admis par un ensemble de cette taille, y compris ceux auxquels rien ne s’applique. Où l’optimum n’est pas prouvé à temps, sa borne est donnée.',
        'A product passes if it attains all requirements that apply to it; this is counted product by product and can’t be had from the criteria’s rates. For each number of requirements, or each firmness, the frontier gives the most products admitted by a set of that size, those to which nothing applies included. Where the optimum is not proven in time, its bound is given.'
      )
    ]
  };
}

/** How differences, scales, redundancy and sets of requirements are judged. */
export function analysisRules(locale: Locale): MethodSection[] {
  return [
    corridorTest(locale),
    reproducibility(locale),
    itemRest(locale),
    pairs(locale),
    tornado(locale),
    bootstrap(locale),
    frontier(locale)
  ];
}
