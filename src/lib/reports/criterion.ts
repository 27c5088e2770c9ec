import { criterionName, criterionQuestion } from '#lib/i18n/criterion-name.ts';
import { decimal, integer, percent } from '#lib/i18n/format.ts';
import type { Locale } from '#lib/i18n/locale.ts';
import { quoted, say } from '#lib/i18n/wording.ts';
import type { AskedView } from '#lib/server/asked-view.ts';
import { cached } from '#lib/server/cache.ts';
import type { ProductAnswer } from '#lib/server/one-criterion.ts';
import type { Store } from '#lib/server/store.ts';
import { askedOfCriterion, criterionData, type CriterionData } from './criterion-data.ts';
import type { Figure } from './figure.ts';
import { criterionBandsFigure } from './figures/criterion-bands.ts';
import { criterionCampaignsFigure } from './figures/criterion-campaigns.ts';
import { criterionLevelsFigure, oneShort } from './figures/criterion-levels.ts';
import type { KeyFigure } from './overview.ts';

/** `name` is the product's, with its vendor's where others have the same. */
export interface NamedAnswer extends ProductAnswer {
  name: string;
}

/** One level, or one way of not choosing any, with the products that stand there. */
export interface Standing {
  title: string;
  wording: string;
  isTarget: boolean;
  products: NamedAnswer[];
  /** Of the products concerned; absent for the not applicable, who are not. */
  bar?: { n: number; N: number; distance?: number };
}

/** A criterion's page in one language. */
export interface CriterionReport {
  code: string;
  name: string;
  theme: string;
  headline: string;
  question: string;
  /** Scope, condition and obligation, as far as there are any. */
  facts: { label: string; text: string }[];
  keys: KeyFigure[];
  standings: Standing[];
  figures: Figure[];
}

function headline({ criterion, figures }: CriterionData, locale: Locale): string {
  const name = quoted(criterionName(criterion, locale), locale);
  const { attained: n, applicable: N } = figures;
  if (N === 0) return say(locale, `${name} ne s'applique à aucun produit`, `${name} applies to no product`);
  if (N === 1)
    return n === 1
      ? say(
          locale,
          `${name} : le seul produit concerné déclare être à la cible`,
          `${name}: the only product concerned declares that it is at target`
        )
      : say(
          locale,
          `${name} : le seul produit concerné ne déclare pas être à la cible`,
          `${name}: the only product concerned doesn’t declare that it is at target`
        );
  if (n === 0)
    return say(
      locale,
      `${name} : aucun des ${integer(N, locale)} produits concernés ne déclare être à la cible`,
      `${name}: none of the ${integer(N, locale)} products concerned declares that it is at target`
    );
  return n === 1
    ? say(
        locale,
        `${name} : 1 produit concerné sur ${integer(N, locale)} déclare être à la cible`,
        `${name}: 1 of ${integer(N, locale)} products concerned declares that it is at target`
      )
    : say(
        locale,
        `${name} : ${integer(n, locale)} produits concernés sur ${integer(N, locale)} déclarent être à la cible`,
        `${name}: ${integer(n, locale)} of ${integer(N, locale)} products concerned declare that they are at target`
      );
}

function facts({ criterion }: CriterionData, locale: Locale): CriterionReport['facts'] {
  const { scope, condition, obligation } = criterion;
  const all = [
    {
      label: say(locale, 'Champ d’application', 'Scope'),
      text:
        scope === 'common'
          ? say(locale, 'commun : s’applique à tous les produits', 'common: applies to every product')
          : say(locale, 'conditionnel', 'conditional')
    },
    { label: say(locale, 'Condition', 'Condition'), text: condition },
    { label: say(locale, 'Déjà exigé par', 'Already required by'), text: obligation }
  ];
  return all.filter(({ text }) => text !== '');
}

function keys({ figures }: CriterionData, locale: Locale): KeyFigure[] {
  const { attained, applicable, rate, low, high, unanswered, notApplicable } = figures;
  const of = say(locale, `sur ${integer(applicable, locale)}`, `of ${integer(applicable, locale)}`);
  const share = (n: number) => (applicable === 0 ? '' : percent(n / applicable, locale));
  return [
    {
      label: say(locale, 'À la cible', 'At target'),
      value: rate === null ? '–' : decimal(rate * 100, locale, 0),
      unit: rate === null ? '' : '%',
      note:
        low === null || high === null
          ? say(locale, 'aucun produit concerné', 'no product concerned')
          : say(
              locale,
              `${integer(attained, locale)} ${of} ; intervalle à 95 % : ${percent(low, locale)} à ${percent(high, locale)}`,
              `${integer(attained, locale)} ${of}; 95% interval: ${percent(low, locale)} to ${percent(high, locale)}`
            )
    },
    {
      label: say(locale, 'À un niveau près', 'One level below'),
      value: integer(oneShort(figures), locale),
      unit: of,
      note: share(oneShort(figures))
    },
    {
      label: say(locale, 'Sans réponse', 'No answer'),
      value: integer(unanswered, locale),
      unit: '',
      note: say(locale, 'alors que le critère s’applique', 'though the criterion applies')
    },
    {
      label: say(locale, 'Non applicable', 'Not applicable'),
      value: integer(notApplicable, locale),
      unit: '',
      note: say(locale, 'hors du calcul', 'left out of the count')
    }
  ];
}

function named(answers: ProductAnswer[]): NamedAnswer[] {
  const times = new Map<string, number>();
  for (const { product } of answers) times.set(product, (times.get(product) ?? 0) + 1);
  return answers.map((answer) => {
    const { product, vendor } = answer;
    return { ...answer, name: times.get(product) === 1 ? product : `${product} (${vendor})` };
  });
}

function standings(data: CriterionData, locale: Locale): Standing[] {
  const { criterion, figures } = data;
  const answers = named(data.answers);
  const N = figures.applicable;
  const levels = criterion.levels.map(({ fr, en }, i): Standing => {
    const products = answers.filter(({ level }) => level === i + 1);
    return {
      title: say(locale, `Niveau ${i + 1}`, `Level ${i + 1}`),
      wording: locale === 'fr' ? fr || en : en || fr,
      isTarget: i + 1 === criterion.target,
      products,
      bar: { n: products.length, N, distance: i + 1 - criterion.target }
    };
  });
  const rest = (state: ProductAnswer['state'], title: string): Standing => ({
    title,
    wording: '',
    isTarget: false,
    products: answers.filter((answer) => answer.state === state)
  });
  return [
    ...levels,
    ...[
      rest('unanswered', say(locale, 'Sans réponse', 'No answer')),
      rest('not_applicable', say(locale, 'Non applicable', 'Not applicable'))
    ].filter(({ products }) => products.length > 0)
  ];
}

/** The answers of all products to the criterion, as a table to take away. */
function answersFigure({ criterion, answers }: CriterionData, list: Standing[], locale: Locale): Figure {
  const titleOf = new Map(
    list.flatMap(({ title, products }) => products.map(({ id }) => [id, title] as const))
  );
  return {
    id: 'answers',
    title: say(locale, `Réponses à ${criterion.code}`, `Answers to ${criterion.code}`),
    subline: '',
    caption: '',
    table: {
      columns: [
        { label: say(locale, 'Produit', 'Product'), kind: 'text' },
        { label: say(locale, 'Éditeur', 'Vendor'), kind: 'text' },
        { label: say(locale, 'Couloir', 'Corridor'), kind: 'text' },
        { label: say(locale, 'Réponse', 'Answer'), kind: 'text' },
        { label: say(locale, 'Niveau', 'Level'), kind: 'count' }
      ],
      rows: answers.map(({ id, product, vendor, corridor, level }) => [
        product,
        vendor,
        corridor,
        titleOf.get(id) ?? '',
        level
      ])
    }
  };
}

function isFigure(figure: Figure | undefined): figure is Figure {
  return figure !== undefined;
}

/** The page's words and figures from its numbers alone. */
export function writeCriterion(data: CriterionData, locale: Locale): CriterionReport {
  const { criterion, answers } = data;
  const list = standings(data, locale);
  return {
    code: criterion.code,
    name: criterionName(criterion, locale),
    theme: criterion.theme,
    headline:
      answers.length === 0
        ? say(locale, 'Aucun produit pour ce filtre', 'No product for this filter')
        : headline(data, locale),
    question: criterionQuestion(criterion, locale),
    facts: facts(data, locale),
    keys: keys(data, locale),
    standings: list,
    figures: [
      criterionLevelsFigure(data, locale),
      criterionBandsFigure(data, locale),
      criterionCampaignsFigure(data, locale),
      answersFigure(data, list, locale)
    ].filter(isFigure)
  };
}

/** One criterion as its page shows it; undefined where the questionnaire has no such code. */
export function criterionReport(
  store: Store,
  asked: AskedView,
  code: string,
  locale: Locale
): Promise<CriterionReport | undefined> {
  const key = JSON.stringify(['criterion report internal', code, locale, askedOfCriterion(asked).key]);
  return cached(store, key, async () => {
    const data = await criterionData(store, asked, code);
    return data && writeCriterion(data, locale);
  });
}
