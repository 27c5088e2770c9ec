import { integer } from '#lib/i18n/format.ts';
import type { Locale } from '#lib/i18n/locale.ts';
import { say } from '#lib/i18n/wording.ts';
import { threshold } from './chance.ts';
import { block, index, name, number, prime, row, sign, word, type Formula } from './formula.ts';
import type { MethodSection } from './method.ts';

function waves(locale: Locale): MethodSection {
  return {
    id: 'waves',
    title: say(locale, "D'une campagne à l'autre", 'From one campaign to the next'),
    paragraphs: [
      say(
        locale,
        "Le panel réunit les produits présents dans les deux campagnes ; la coupe est l'ensemble des produits de chacune. Les deux sont montrés, jamais mêlés. Les critères se correspondent par leur code. Quand une cible change, l'atteinte est donnée à la cible de chaque campagne et à la plus récente des deux.",
        'The panel is the products present in both campaigns; the cross-section is all products of each. Both are shown, never mixed. Criteria match by code. Where a target changes, attainment is given at each campaign’s own target and at the later one.'
      ),
      say(
        locale,
        "Le changement d'un critère repose sur les produits du panel auxquels il s'applique les deux fois.",
        'The change of a criterion rests on the panel’s products to which it applies both times.'
      )
    ]
  };
}

function test(locale: Locale): MethodSection {
  return {
    id: 'test',
    title: say(locale, 'Ce que le hasard ferait aussi', 'What chance would do as well'),
    paragraphs: [
      say(
        locale,
        `Un changement n'est présenté comme un constat que si le hasard en ferait rarement autant. On additionne le changement net de chaque éditeur, puis on échange les signes de ces changements au hasard, éditeur par éditeur : p est la part des tirages où la somme est au moins aussi grande en valeur absolue. Jusqu'à 20 éditeurs qui ont changé, tous les signes sont essayés ; au-delà, ${integer(10_000, locale)} tirages à graine fixe. Avec un produit par éditeur c'est le test exact de McNemar.`,
        `A change is called a finding only if chance would seldom do as much. The net change of each vendor is summed, then the signs of these changes are flipped at random, vendor by vendor: p is the share of draws in which the sum is at least as large in absolute value. Up to 20 vendors that changed all signs are tried; beyond, ${integer(10_000, locale)} draws of a fixed seed. With one product a vendor this is McNemar’s exact test.`
      ),
      say(
        locale,
        `Comme beaucoup de critères sont testés à la fois, leurs p sont ajustées par Benjamini et Hochberg : rangées de la plus petite à la plus grande, la p de rang i est multipliée par le nombre m de critères et divisée par i. Seuil : ${threshold('fr')}.`,
        `Since many criteria are tested at once, their p are adjusted by Benjamini and Hochberg: put in rising order, the p of rank i is multiplied by the number m of criteria and divided by i. Threshold: ${threshold('en')}.`
      )
    ],
    formulas: [
      block(
        prime(index(name('p'), name('i'))),
        sign('='),
        index(word('min'), row(name('j'), sign('≥'), name('i'))),
        row(
          sign('('),
          number('1'),
          sign(','),
          name('m'),
          index(name('p'), name('j')),
          sign('/'),
          name('j'),
          sign(')')
        )
      )
    ]
  };
}

function mean(wave: string, of: string, isPrimed = false): Formula {
  const m = index(name('m'), number(wave));
  return row(isPrimed ? prime(m) : m, sign('('), word(of), sign(')'));
}

function decomposition(locale: Locale): MethodSection {
  const all = say(locale, 'tous', 'all');
  const part = (title: string, left: Formula, right: Formula) =>
    block(word(title), sign('='), left, sign('−'), right);
  return {
    id: 'decomposition',
    title: say(locale, "D'où vient le changement", 'Where the change comes from'),
    paragraphs: [
      say(
        locale,
        "La différence des taux moyens se partage en quatre parts qui s'additionnent exactement : les produits sortis, les entrés, le progrès de ceux qui sont restés, et le questionnaire. P désigne les produits qui ont un taux dans les deux campagnes, m₁ et m₂ les taux moyens. Les m avec un prime ne comptent que les critères communs aux deux campagnes avec les mêmes niveaux, aux cibles de la première. Le questionnaire est le reste.",
        'The difference of the mean rates splits into four parts that add up exactly: leavers, entrants, the progress of those who stayed, and the questionnaire. P are the products rated in both campaigns, m₁ and m₂ mean rates. A primed m counts only the criteria of both campaigns with the same levels, at the targets of the first. The questionnaire is the rest.'
      )
    ],
    formulas: [
      part(say(locale, 'sortis', 'leavers'), mean('1', 'P'), mean('1', all)),
      part(say(locale, 'entrés', 'entrants'), mean('2', all), mean('2', 'P')),
      part(say(locale, 'progrès', 'progress'), mean('2', 'P', true), mean('1', 'P', true))
    ]
  };
}

function vendors(locale: Locale): MethodSection {
  return {
    id: 'vendors',
    title: say(locale, 'Éditeurs', 'Vendors'),
    paragraphs: [
      say(
        locale,
        "Le taux d'un éditeur groupe tous ses produits affichés. Sa taille est le nombre de ses produits dans la campagne, quels que soient les filtres : 1, 2 à 3, 4 et plus. Un critère « manqué par tous » l'est par chacun de ses produits, deux au moins.",
        'A vendor’s rate pools all of its products in view. Its size is the number of its products in the campaign, whatever the filters: 1, 2 to 3, 4 or more. A criterion “missed by all” is missed by each of its products, of which there are two at least.'
      )
    ]
  };
}

function identity(locale: Locale): MethodSection {
  return {
    id: 'identity',
    title: say(locale, 'Qui est qui, quelle réponse compte', 'Who is who, which response counts'),
    paragraphs: [
      say(
        locale,
        'Un éditeur est son nom, un produit est le nom de son éditeur et le sien, comparés sans casse, accents ni espaces répétés. Dans une campagne, une seule réponse par produit est en vigueur : la plus récente par sa date, à défaut par son import. Les autres sont gardées.',
        'A vendor is its name, a product its vendor’s name and its own, compared without case, accents or repeated spaces. In a campaign one response of a product is in force: the latest by its date, else by its import. The others are kept.'
      )
    ]
  };
}

/** How two campaigns are compared, and who is counted. */
export function changes(locale: Locale): MethodSection[] {
  return [waves(locale), test(locale), decomposition(locale), vendors(locale), identity(locale)];
}
