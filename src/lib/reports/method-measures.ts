import { bandName } from '#lib/i18n/bands.ts';
import type { Locale } from '#lib/i18n/locale.ts';
import { say } from '#lib/i18n/wording.ts';
import { bandsOf } from '#lib/maturity/bands.ts';
import type { Filters } from '#lib/maturity/filters.ts';
import { block, fraction, index, name, number, row, sign, word } from './formula.ts';
import type { MethodSection } from './method.ts';

function applicable(locale: Locale): MethodSection {
  return {
    id: 'applicable',
    title: say(locale, 'Quels critères comptent pour un produit', 'Which criteria count for a product'),
    paragraphs: [
      say(
        locale,
        "Un critère commun s'applique à tous les produits. Un critère conditionnel s'applique sauf s'il est répondu « non applicable ».",
        'A common criterion applies to every product. A conditional one applies unless it is answered “not applicable”.'
      ),
      say(
        locale,
        "Une case vide vaut « sans réponse » pour un critère commun, « non applicable » pour un critère conditionnel ; il en va de même d'une ligne ou d'une colonne absente. Une mention « sans réponse » garde ce sens dans les deux cas. Une mention « non applicable » sur un critère commun est signalée et comptée sans réponse : une question posée à tous ne se refuse pas.",
        'A blank cell means “no answer” on a common criterion and “not applicable” on a conditional one; so does an absent row or column. A mark “no answer” keeps that meaning in either case. A mark “not applicable” on a common criterion is reported and counted as no answer: a question put to all can’t be waived.'
      )
    ]
  };
}

function attainment({ unanswered }: Filters, locale: Locale): MethodSection {
  return {
    id: 'attainment',
    title: say(locale, "Le taux d'atteinte d'un produit", 'The attainment rate of a product'),
    paragraphs: [
      say(
        locale,
        "Un critère est atteint quand le niveau déclaré est au moins égal au niveau cible. Sans réponse, un critère applicable n'est pas atteint. Un produit auquel rien ne s'applique n'a ni taux ni tranche ; il est compté à part.",
        'A criterion is attained when the declared level is at least the target. Without an answer, an applicable criterion is not attained. A product to which nothing applies has neither rate nor band; it is counted apart.'
      ),
      unanswered === 'exclude'
        ? say(
            locale,
            'Réglage en vigueur : les critères sans réponse sont retirés de tous les dénominateurs.',
            'Setting in force: criteria without an answer are taken out of every denominator.'
          )
        : say(
            locale,
            'Réglage en vigueur : sans réponse compte comme non atteint. L’autre réglage retire ces critères de tous les dénominateurs.',
            'Setting in force: no answer counts as not attained. The other setting takes these criteria out of every denominator.'
          )
    ],
    formulas: [
      block(
        word(say(locale, 'taux', 'rate')),
        sign('='),
        fraction(
          word(say(locale, 'critères atteints', 'criteria attained')),
          word(say(locale, 'critères applicables', 'applicable criteria'))
        )
      )
    ]
  };
}

function bands({ edges }: Filters, locale: Locale): MethodSection {
  const names = bandsOf(edges).map((band) => bandName(band, locale));
  return {
    id: 'bands',
    title: say(locale, 'Les tranches', 'Bands'),
    paragraphs: [
      say(
        locale,
        `Tranches en vigueur : ${names.join(' ; ')}. La borne basse est dans la tranche, la borne haute dans la suivante.`,
        `Bands in force: ${names.join('; ')}. The lower edge is in the band, the upper edge in the next one.`
      ),
      say(
        locale,
        'L’appartenance se décide en nombres entiers, sans arrondi : 33 critères sur 55 font exactement 60 %.',
        'Membership is decided in whole numbers, without rounding: 33 criteria of 55 are exactly 60%.'
      )
    ],
    formulas: [
      block(
        number('100'),
        sign('×'),
        word(say(locale, 'atteints', 'attained')),
        sign('≥'),
        word(say(locale, 'borne', 'edge')),
        sign('×'),
        word(say(locale, 'applicables', 'applicable'))
      )
    ]
  };
}

function levels(locale: Locale): MethodSection {
  return {
    id: 'levels',
    title: say(locale, "Les niveaux d'un critère", 'The levels of a criterion'),
    paragraphs: [
      say(
        locale,
        'Pour chaque critère on compte les produits à chaque niveau, ceux qui n’ont pas répondu et ceux auxquels il ne s’applique pas. La somme est toujours le nombre de produits affichés.',
        'For every criterion the products at each level are counted, those without an answer and those to which it does not apply. Together they are always the products in view.'
      )
    ]
  };
}

function gap(locale: Locale): MethodSection {
  return {
    id: 'gap',
    title: say(locale, 'Écart et niveaux manquants', 'Gap and missing levels'),
    paragraphs: [
      say(
        locale,
        "L'écart d'une réponse est le nombre de niveaux qui la séparent de la cible, jamais moins que zéro ; sans réponse, il se compte depuis zéro. Les niveaux manquants d'un produit sont la somme de ses écarts.",
        'The gap of an answer is the number of levels up to the target, never under zero; without an answer it is counted from zero. A product’s missing levels are the sum of its gaps.'
      ),
      say(
        locale,
        "Les niveaux sont ordonnés, non mesurés : passer de 1 à 2 ne coûte pas ce que coûte passer de 3 à 4. C'est pourquoi le nombre de critères non atteints est toujours donné avant.",
        'Levels are ordered, not measured: going from 1 to 2 does not cost what going from 3 to 4 does. So the number of criteria not attained always stands before.'
      )
    ],
    formulas: [
      block(
        word(say(locale, 'écart', 'gap')),
        sign('='),
        word('max'),
        row(
          sign('('),
          number('0'),
          sign(','),
          word(say(locale, 'cible', 'target')),
          sign('−'),
          word(say(locale, 'niveau', 'level')),
          sign(')')
        )
      )
    ]
  };
}

function quartiles(locale: Locale): MethodSection {
  return {
    id: 'quartiles',
    title: say(locale, 'Médiane et quartiles', 'Median and quartiles'),
    paragraphs: [
      say(
        locale,
        'Les taux sont rangés du plus bas au plus haut. La médiane en laisse autant de chaque côté, les quartiles en séparent un quart. Entre deux taux on interpole en ligne droite. En dessous de cinq produits, ils ne sont pas utilisés pour comparer un produit ou un éditeur.',
        'Rates are put in order. The median leaves as many on either side, quartiles set a quarter apart. Between two rates they are interpolated in a straight line. Under five products they are not used to compare a product or a vendor.'
      )
    ],
    formulas: [
      block(
        index(name('q'), name('p')),
        sign('='),
        index(name('x'), name('i')),
        sign('+'),
        name('f'),
        row(
          sign('('),
          index(name('x'), row(name('i'), sign('+'), number('1'))),
          sign('−'),
          index(name('x'), name('i')),
          sign(')')
        ),
        sign(','),
        name('i'),
        sign('+'),
        name('f'),
        sign('='),
        name('p'),
        row(sign('('), name('n'), sign('−'), number('1'), sign(')')),
        sign('+'),
        number('1')
      )
    ]
  };
}

function themes(locale: Locale): MethodSection {
  return {
    id: 'themes',
    title: say(
      locale,
      "Taux d'un thème, d'un couloir, d'un éditeur",
      'Rate of a theme, a corridor, a vendor'
    ),
    paragraphs: [
      say(
        locale,
        "Le taux d'un produit dans un thème ne compte que les critères de ce thème. Le taux d'un ensemble de produits est un taux groupé : toutes les réponses atteintes sur toutes les réponses applicables, et non la moyenne des taux. Un produit y pèse donc autant que de critères s'appliquent à lui.",
        'The rate of a product in a theme counts the criteria of that theme only. The rate of several products is pooled: all answers at target of all applicable answers, and not the mean of the rates. So a product weighs as many criteria as apply to it.'
      )
    ],
    formulas: [
      block(
        word(say(locale, 'taux groupé', 'pooled rate')),
        sign('='),
        fraction(
          row(sign('∑'), word(say(locale, 'atteints', 'attained'))),
          row(sign('∑'), word(say(locale, 'applicables', 'applicable')))
        )
      )
    ]
  };
}

function filters(locale: Locale): MethodSection {
  return {
    id: 'filters',
    title: say(locale, 'Ce que font les filtres', 'What filters do'),
    paragraphs: [
      say(
        locale,
        "Thème et champ d'application choisissent d'abord les critères : tous les taux, tranches, médianes et niveaux manquants ne portent plus que sur eux. Couloir, éditeur, attribut et recherche choisissent ensuite les produits. La tranche vient en dernier. Tous les totaux sont ceux des produits affichés.",
        'Theme and scope choose criteria first: all rates, bands, medians and missing levels are then over these only. Corridor, vendor, attribute and search choose products next. The band comes last. All totals are those of the products in view.'
      )
    ]
  };
}

/** How one campaign is measured, in the page's order around the criterion's own part. */
export function measures(view: Filters, locale: Locale) {
  return {
    before: [applicable(locale), attainment(view, locale), bands(view, locale)],
    after: [levels(locale), gap(locale), quartiles(locale), themes(locale), filters(locale)]
  };
}
