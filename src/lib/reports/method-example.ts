import { criterionName } from '#lib/i18n/criterion-name.ts';
import { decimal, integer, percent } from '#lib/i18n/format.ts';
import type { Locale } from '#lib/i18n/locale.ts';
import { quoted, say } from '#lib/i18n/wording.ts';
import type { CriterionFigures } from '#lib/maturity/figures.ts';
import { wilsonSteps, z } from '#lib/maturity/interval.ts';
import type { Questionnaire } from '#lib/maturity/questionnaire.ts';
import { block, fraction, name, number, power, root, row, sign, type Formula } from './formula.ts';
import type { MethodSection } from './method.ts';

/** The criterion attained by the share nearest to one half: the one whose interval is easiest to follow. */
function exampleOf(criteria: CriterionFigures[]): CriterionFigures | undefined {
  const distance = ({ rate }: CriterionFigures) => (rate === null ? Infinity : Math.abs(rate - 0.5));
  const [nearest] = [...criteria].sort((a, b) => distance(a) - distance(b));
  return nearest && nearest.rate !== null ? nearest : undefined;
}

function general(): Formula {
  const [p, N] = [name('p'), name('N')];
  const z2 = power(name('z'), number('2'));
  const four = row(number('4'), power(N, number('2')));
  return block(
    fraction(
      row(
        p,
        sign('+'),
        fraction(z2, row(number('2'), N)),
        sign('±'),
        name('z'),
        root(
          row(
            fraction(row(p, sign('('), number('1'), sign('−'), p, sign(')')), N),
            sign('+'),
            fraction(z2, four)
          )
        )
      ),
      row(number('1'), sign('+'), fraction(z2, N))
    )
  );
}

function worked({ attained: n, applicable: N }: CriterionFigures, locale: Locale): Formula[] {
  const { share, centre, half, scale, low, high } = wilsonSteps(n, N);
  const four = (value: number) => number(decimal(value, locale, 4));
  const bound = (mark: string, value: number) =>
    block(fraction(row(four(centre), sign(mark), four(half)), four(scale)), sign('='), four(value));
  return [
    block(
      name('p'),
      sign('='),
      fraction(number(integer(n, locale)), number(integer(N, locale))),
      sign('='),
      four(share)
    ),
    bound('−', low),
    bound('+', high)
  ];
}

function words(example: CriterionFigures, questionnaire: Questionnaire, locale: Locale): string {
  const criterion = questionnaire.criteria.find(({ code }) => code === example.code);
  const label = quoted(criterion ? criterionName(criterion, locale) : example.code, locale);
  const { attained: n, applicable: N, rate, low, high } = example;
  const counts = `${integer(n, locale)} ${say(locale, 'sur', 'of')} ${integer(N, locale)}`;
  return say(
    locale,
    `Exemple, critère ${example.code} ${label} : ${counts} produits concernés sont à la cible, soit ${percent(rate, 'fr', 1)}, intervalle de ${percent(low, 'fr', 1)} à ${percent(high, 'fr', 1)}.`,
    `Example, criterion ${example.code} ${label}: ${counts} products concerned are at target, or ${percent(rate, 'en', 1)}, interval from ${percent(low, 'en', 1)} to ${percent(high, 'en', 1)}.`
  );
}

/** The rate of a criterion and its interval, worked through on a criterion of the view. */
export function criterionMethod(
  criteria: CriterionFigures[],
  questionnaire: Questionnaire,
  locale: Locale
): MethodSection {
  const example = exampleOf(criteria);
  return {
    id: 'criterion',
    title: say(
      locale,
      "L'atteinte d'un critère et son intervalle",
      'The attainment of a criterion, and its interval'
    ),
    paragraphs: [
      say(
        locale,
        `L'atteinte d'un critère est la part p des N produits auxquels il s'applique qui sont à la cible. L'intervalle de Wilson à 95 % (z = ${decimal(z, 'fr', 6)}) dit jusqu'où cette part aurait pu varier avec d'autres produits semblables ; il est large quand N est petit.`,
        `The attainment of a criterion is the share p, of the N products to which it applies, that are at target. Wilson’s 95% interval (z = ${decimal(z, 'en', 6)}) says how far that share could have varied with other products like these; it is wide where N is small.`
      )
    ],
    formulas: [general()],
    example: example && { words: words(example, questionnaire, locale), formulas: worked(example, locale) }
  };
}
