import { integer } from '#lib/i18n/format.ts';
import type { Locale } from '#lib/i18n/locale.ts';
import { count, isSingular, say } from '#lib/i18n/wording.ts';
import type { AnalysisData } from '../analysis-data.ts';
import { criterionLabels } from '../evolution-data.ts';
import type { Figure } from '../figure.ts';

/** Of fewer answers a level may stay unchosen by mere chance. */
const leastAnswers = 10;

/** A level that no product in view has chosen. */
export interface UnusedLevel {
  code: string;
  label: string;
  level: number;
  wording: string;
  target: number;
  /** Products that chose another level. */
  answers: number;
}

interface Levels {
  unused: UnusedLevel[];
  /** Levels of the criteria with answers enough. */
  all: number;
  criteria: number;
}

export function unusedLevels({ criteria, questionnaire }: AnalysisData, locale: Locale): Levels {
  const label = criterionLabels(questionnaire, locale);
  const wordings = new Map(questionnaire.criteria.map(({ code, levels }) => [code, levels]));
  const answered = criteria
    .map((criterion) => ({
      ...criterion,
      answers: criterion.levels.reduce((sum, { products }) => sum + products, 0)
    }))
    .filter(({ answers }) => answers >= leastAnswers);
  const wording = (code: string, level: number) => {
    const { fr = '', en = '' } = wordings.get(code)?.[level - 1] ?? {};
    return locale === 'fr' ? fr || en : en || fr;
  };
  return {
    all: answered.reduce((sum, { levels }) => sum + levels.length, 0),
    criteria: answered.length,
    unused: answered.flatMap(({ code, levels, target, answers }) =>
      levels
        .filter(({ products }) => products === 0)
        .map(({ level }) => ({
          code,
          label: label(code),
          level,
          wording: wording(code, level),
          target,
          answers
        }))
    )
  };
}

function title({ unused, all, criteria }: Levels, locale: Locale): string {
  const n = unused.length;
  if (criteria === 0)
    return say(
      locale,
      `Aucun critère n'a ${leastAnswers} réponses : rien à dire des niveaux jamais choisis`,
      `No criterion has ${leastAnswers} answers: nothing to say of levels never chosen`
    );
  if (n === 0)
    return say(
      locale,
      'Chaque niveau a été choisi par un produit au moins',
      'Each level was chosen by at least one product'
    );
  return say(
    locale,
    `${integer(n, 'fr')} ${isSingular(n, 'fr') ? 'niveau' : 'niveaux'} sur ${integer(all, 'fr')} ${isSingular(n, 'fr') ? 'n’a été choisi' : 'n’ont été choisis'} par personne`,
    `${integer(n, 'en')} of ${integer(all, 'en')} levels ${n === 1 ? 'was' : 'were'} chosen by nobody`
  );
}

/** The levels that nobody chose, for those who write the next questionnaire. */
export function unusedLevelsFigure(data: AnalysisData, locale: Locale): Figure {
  const levels = unusedLevels(data, locale);
  return {
    id: 'unused-levels',
    title: title(levels, locale),
    subline: say(locale, 'Niveaux jamais choisis, par critère', 'Levels never chosen, by criterion'),
    meaning: say(
      locale,
      'Un niveau que personne ne choisit ne sépare aucun produit : il est peut-être trop haut, trop bas, ou mal décrit.',
      'A level that nobody chooses tells no product apart: it may be too high, too low or badly described.'
    ),
    caption: say(
      locale,
      `${count(levels.criteria, 'criterion', 'fr')} d'au moins ${leastAnswers} niveaux déclarés ; N = produits qui ont déclaré un autre niveau.`,
      `${count(levels.criteria, 'criterion', 'en')} of at least ${leastAnswers} declared levels; N = products that declared another level.`
    ),
    table: {
      columns: [
        { label: 'Code', kind: 'text' },
        { label: say(locale, 'Critère', 'Criterion'), kind: 'text' },
        { label: say(locale, 'Niveau', 'Level'), kind: 'text' },
        { label: say(locale, 'Libellé', 'Wording'), kind: 'text' },
        { label: say(locale, 'Cible', 'Target'), kind: 'count' },
        { label: 'N', kind: 'count' }
      ],
      rows: levels.unused.map(({ code, label, level, wording, target, answers }) => [
        code,
        label,
        level,
        wording,
        target,
        answers
      ])
    }
  };
}
