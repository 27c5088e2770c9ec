import type { Rule } from '#lib/maturity/disclosure/rules.ts';
import type { Thresholds } from '#lib/maturity/publication/thresholds.ts';
import type { Locale } from './locale.ts';
import { say } from './wording.ts';

type Words = (thresholds: Thresholds) => [fr: string, en: string];

const rules: Record<Rule, Words> = {
  few: ({ products, vendors }) => [
    `porte sur moins de ${products} produits ou de ${vendors} éditeurs`,
    `rests on fewer than ${products} products or ${vendors} vendors`
  ],
  left: ({ productsLeft, vendorsLeft }) => [
    `un éditeur mis à part, il reste moins de ${productsLeft} produits ou de ${vendorsLeft} éditeurs`,
    `one vendor set aside, fewer than ${productsLeft} products or ${vendorsLeft} vendors are left`
  ],
  none: () => [
    'un éditeur mis à part, aucun des autres produits n’atteint',
    'one vendor set aside, none of the other products attains'
  ],
  band: () => [
    'un éditeur mis à part, tous les autres produits sont dans une même tranche, qui n’est pas la plus haute',
    'one vendor set aside, all other products are in one band that is not the highest'
  ],
  small: () => [
    'nombre de 0, 1 ou 2 de la campagne entière, écrit « moins de 3 »',
    'a count of 0, 1 or 2 of the whole campaign, printed as “fewer than 3”'
  ],
  difference: () => [
    'trop peu de produits du couloir ont changé depuis une publication antérieure',
    'too few of the corridor’s products changed since an earlier publication'
  ],
  other: () => [
    'publié, il laisserait retrouver un autre chiffre masqué',
    'published, it would let another withheld figure be worked out'
  ]
};

/** Why a count was withheld, by the thresholds then in force. */
export function ruleWords(rule: Rule, thresholds: Thresholds, locale: Locale): string {
  const [fr, en] = rules[rule](thresholds);
  return say(locale, fr, en);
}

const fr = {
  page: 'Journal de confidentialité',
  title: ['chiffre non publié tel quel', 'chiffres non publiés tels quels'] as [string, string],
  lede: 'Ce que cette publication ne dit pas, et par quelle règle. Réservé aux gestionnaires\u00a0: ce journal n’est dans aucun fichier publié et n’est pas à diffuser.',
  none: 'Rien n’a été masqué\u00a0: tous les chiffres de cette publication y figurent.',
  byRule: 'Par règle',
  byRuleTable: 'Nombre de chiffres par règle',
  rule: 'Règle',
  figures: 'Chiffres',
  all: 'Chiffre par chiffre',
  allTable: 'Chiffres et règles',
  figure: 'Chiffre',
  shownAs: 'Écrit'
};

const en: typeof fr = {
  page: 'Disclosure log',
  title: ['figure not published as it is', 'figures not published as they are'],
  lede: 'What this publication does not tell, and by which rule. For managers only: this log is in no published file and is not for distribution.',
  none: 'Nothing was withheld: every figure of this publication stands in it.',
  byRule: 'By rule',
  byRuleTable: 'Number of figures by rule',
  rule: 'Rule',
  figures: 'Figures',
  all: 'Figure by figure',
  allTable: 'Figures and rules',
  figure: 'Figure',
  shownAs: 'Printed as'
};

export function disclosureLogWords(locale: Locale): typeof fr {
  return { fr, en }[locale];
}
