import { bandName } from '#lib/i18n/bands.ts';
import { filterWords } from '#lib/i18n/filter-words.ts';
import { integer } from '#lib/i18n/format.ts';
import type { Locale } from '#lib/i18n/locale.ts';
import { messages } from '#lib/i18n/messages.ts';
import { count, say } from '#lib/i18n/wording.ts';
import { bandsOf } from '#lib/maturity/bands.ts';
import type { CriterionFigures, Overview } from '#lib/maturity/figures.ts';
import type { Filters } from '#lib/maturity/filters.ts';
import type { Questionnaire } from '#lib/maturity/questionnaire.ts';
import type { AskedView } from '#lib/server/asked-view.ts';
import * as attainment from '#lib/server/attainment.ts';
import { cached } from '#lib/server/cache.ts';
import * as questionnaires from '#lib/server/questionnaires.ts';
import type { Store } from '#lib/server/store.ts';
import type { Formula } from './formula.ts';
import type { MethodPart } from './method-anchors.ts';
import { analysisRules } from './method-analysis.ts';
import { changes } from './method-changes.ts';
import { dialogue } from './method-dialogue.ts';
import { criterionMethod } from './method-example.ts';
import { measures } from './method-measures.ts';

/** One definition, in plain words and as a formula. */
export interface MethodSection {
  /** Its anchor. */
  id: MethodPart;
  title: string;
  paragraphs: string[];
  formulas?: Formula[];
  /** Worked through with numbers of the view. */
  example?: { words: string; formulas: Formula[] };
}

export interface MethodReport {
  headline: string;
  lede: string[];
  /** What is in force, by name. */
  settings: { name: string; value: string }[];
  sections: MethodSection[];
}

interface MethodData {
  overview: Overview;
  criteria: CriterionFigures[];
  questionnaire: Questionnaire;
}

function settings({ overview }: MethodData, asked: AskedView, locale: Locale): MethodReport['settings'] {
  const m = messages(locale);
  const { campaign, view } = asked;
  const { common, conditional } = overview.criteria;
  const inForce = filterWords(view.filters, locale);
  return [
    { name: m.campaign, value: `${campaign.name} (${campaign.code})` },
    {
      name: say(locale, 'Affichés', 'In view'),
      value: say(
        locale,
        `${count(overview.products, 'product', 'fr')} de ${count(overview.vendors, 'vendor', 'fr')}, dont ${integer(overview.rated, 'fr')} avec un taux ; ${integer(common, 'fr')} critères communs, ${integer(conditional, 'fr')} conditionnels`,
        `${count(overview.products, 'product', 'en')} of ${count(overview.vendors, 'vendor', 'en')}, ${integer(overview.rated, 'en')} of them rated; ${integer(common, 'en')} common criteria, ${integer(conditional, 'en')} conditional`
      )
    },
    {
      name: say(locale, 'Tranches', 'Bands'),
      value: bandsOf(view.filters.edges)
        .map((band) => bandName(band, locale))
        .join(say(locale, ' ; ', '; '))
    },
    {
      name: m.unanswered,
      value: view.filters.unanswered === 'exclude' ? m.excludeUnanswered : m.countUnanswered
    },
    {
      name: say(locale, "D'une campagne à l'autre", 'From campaign to campaign'),
      value: say(
        locale,
        'panel des produits présents dans les deux ; critères de même code et mêmes niveaux, aux cibles de la première',
        'panel of the products present in both; criteria of the same code and levels, at the targets of the first'
      )
    },
    { name: m.inForce, value: inForce.length === 0 ? m.none : inForce.join(say(locale, ' ; ', '; ')) }
  ];
}

function sections(data: MethodData, filters: Filters, locale: Locale): MethodSection[] {
  const { before, after } = measures(filters, locale);
  return [
    ...before,
    criterionMethod(data.criteria, data.questionnaire, locale),
    ...after,
    ...changes(locale),
    ...analysisRules(locale),
    ...dialogue(locale)
  ];
}

/** How everything is computed, with the settings in force and an example from the view's own numbers. */
export function methodReport(store: Store, asked: AskedView, locale: Locale): Promise<MethodReport> {
  return cached(store, `method internal ${locale} ${asked.key}`, async () => {
    const { view } = asked;
    const [overview, criteria, questionnaire] = await Promise.all([
      store.read((db) => attainment.overview(db, view)),
      store.read((db) => attainment.byCriterion(db, view)),
      questionnaires.known(store, view.questionnaireId)
    ]);
    const data = { overview, criteria, questionnaire };
    return {
      headline: say(locale, 'Comment tout est calculé', 'How everything is computed'),
      lede: [
        say(
          locale,
          'Chaque chiffre des pages, des fichiers et de l’interface de programmation suit les règles ci-dessous. Tout repose sur ce que les éditeurs déclarent.',
          'Every figure of the pages, the files and the programming interface follows the rules below. All rests on what vendors declare.'
        )
      ],
      settings: settings(data, asked, locale),
      sections: sections(data, view.filters, locale)
    };
  });
}
