import type { FrontierProblem } from '#lib/maturity/frontier/contradictions.ts';
import { integer } from './format.ts';
import type { Locale } from './locale.ts';
import { count, quoted, say } from './wording.ts';

type Words<Code extends FrontierProblem['code']> = (
  problem: Extract<FrontierProblem, { code: Code }>,
  locale: Locale
) => string;

const words: { [Code in FrontierProblem['code']]: Words<Code> } = {
  no_criteria: (_, locale) =>
    say(locale, 'Aucun critère parmi lesquels choisir', 'No criteria to choose among'),
  unknown_criterion: ({ option, criterion }, locale) =>
    say(
      locale,
      `${option} : ${quoted(criterion, 'fr')} n'est pas le code d'un critère examiné`,
      `${option}: ${quoted(criterion, 'en')} is not the code of a candidate criterion`
    ),
  unknown_theme: ({ theme }, locale) =>
    say(
      locale,
      `min-theme : aucun critère examiné du thème ${quoted(theme, 'fr')}`,
      `min-theme: no candidate criterion of the theme ${quoted(theme, 'en')}`
    ),
  unknown_corridor: ({ corridor }, locale) =>
    say(
      locale,
      `corridor-floor : aucun produit du couloir ${quoted(corridor, 'fr')}`,
      `corridor-floor: no product of the corridor ${quoted(corridor, 'en')}`
    ),
  bad_option: ({ option, value, wanted }, locale) =>
    say(
      locale,
      `${option} : ${quoted(value, 'fr')} ne se lit pas ; attendu NOM=nombre, nombre entier dans ${wanted}`,
      `${option}: ${quoted(value, 'en')} can’t be read; wanted is NAME=number, a whole number in ${wanted}`
    ),
  included_and_excluded: ({ criterion }, locale) =>
    say(
      locale,
      `${criterion} est à la fois imposé (include) et exclu (exclude)`,
      `${criterion} is both included and excluded`
    ),
  theme_too_small: ({ theme, least, criteria }, locale) =>
    say(
      locale,
      `min-theme : ${integer(least, 'fr')} demandés pour le thème ${quoted(theme, 'fr')}, qui n'a que ${count(criteria, 'criterion', 'fr')} à choisir`,
      `min-theme: ${integer(least, 'en')} asked of the theme ${quoted(theme, 'en')}, which has ${count(criteria, 'criterion', 'en')} to choose from`
    ),
  floor_out_of_reach: ({ corridor, percent, products, admitted }, locale) =>
    say(
      locale,
      `corridor-floor : ${quoted(corridor, 'fr')} ne peut atteindre ${percent} %, les critères imposés n'y laissent que ${integer(admitted, 'fr')} produits sur ${integer(products, 'fr')}`,
      `corridor-floor: ${quoted(corridor, 'en')} can’t reach ${percent}%: the included criteria leave ${integer(admitted, 'en')} of its ${integer(products, 'en')} products`
    ),
  no_set: ({ constraints }, locale) =>
    say(
      locale,
      `Aucun ensemble d'exigences ne respecte à la fois : ${constraints.join(', ')}`,
      `No set of requirements meets all of: ${constraints.join(', ')}`
    )
};

export function frontierProblem(problem: FrontierProblem, locale: Locale): string {
  return (words[problem.code] as (problem: FrontierProblem, locale: Locale) => string)(problem, locale);
}
