import { integer } from '#lib/i18n/format.ts';
import type { Locale } from '#lib/i18n/locale.ts';
import { count, isSingular, say } from '#lib/i18n/wording.ts';
import { candidatesOf } from '#lib/maturity/frontier/candidate.ts';
import { admittedBy } from '#lib/maturity/frontier/points.ts';
import { stageEdges, stageOf, stages, type Stage } from '#lib/maturity/staging.ts';
import type { AnalysisData } from '../analysis-data.ts';
import { criterionLabels } from '../evolution-data.ts';
import type { Figure } from '../figure.ts';

interface Staged {
  code: string;
  label: string;
  attained: number;
  applicable: number;
  rate: number | null;
  obligation: string;
  stage: Stage;
}

/** In the order of the ladder; criteria that concern nobody have no stage. */
function stagedCriteria(
  { analysis, criteria, levels, questionnaire }: AnalysisData,
  locale: Locale
): Staged[] {
  const label = criterionLabels(questionnaire, locale);
  return analysis.scalogram.rungs.flatMap(({ criterion }) => {
    const { code = '', attained = 0, applicable = 0, rate = null } = criteria[criterion] ?? {};
    const obligation = levels.criteria[criterion]?.obligation ?? '';
    const stage = stageOf(attained, applicable, obligation !== '');
    return stage === null
      ? []
      : [{ code, label: label(code), attained, applicable, rate, obligation, stage }];
  });
}

/** Products that fail none of the criteria up to this stage. */
function admitted({ levels }: AnalysisData, staged: readonly Staged[], last: Stage): number {
  const until = stages.slice(0, stages.indexOf(last) + 1);
  const codes = staged.filter(({ stage }) => until.includes(stage)).map(({ code }) => code);
  return admittedBy(
    levels,
    candidatesOf(levels).filter(({ code }) => codes.includes(code))
  );
}

function stageName(stage: Stage, locale: Locale): string {
  const names: Record<Stage, string> = {
    now: say(locale, 'dès maintenant', 'now'),
    next: say(locale, 'dans un an', 'in a year'),
    later: say(locale, 'plus tard', 'later')
  };
  return names[stage];
}

function title(data: AnalysisData, staged: readonly Staged[], locale: Locale): string {
  const now = staged.filter(({ stage }) => stage === 'now').length;
  if (now === 0)
    return say(
      locale,
      'Aucun critère n’est assez atteint pour être exigé dès maintenant',
      'No criterion is attained enough to be required now'
    );
  const n = admitted(data, staged, 'now');
  return say(
    locale,
    `${count(n, 'product', 'fr')} sur ${integer(data.levels.products.length, 'fr')} ${isSingular(n, 'fr') ? 'a' : 'ont'} déjà tout ce qui est exigible dès maintenant : ${count(now, 'criterion', 'fr')}`,
    `${integer(n, 'en')} of ${count(data.levels.products.length, 'product', 'en')} already ${isSingular(n, 'en') ? 'has' : 'have'} all that can be required now: ${count(now, 'criterion', 'en')}`
  );
}

function captionOf(data: AnalysisData, staged: readonly Staged[], locale: Locale): string {
  const sizes = stages.map((stage) => staged.filter((one) => one.stage === stage).length);
  const [, two = 0, three = 0] = stages.map((stage) => admitted(data, staged, stage));
  return say(
    locale,
    `Suggestion de calcul, non une décision : dès maintenant à partir de ${stageEdges.now} % d'atteinte et ce que la loi impose déjà, dans un an à partir de ${stageEdges.next} %, plus tard en dessous (${sizes.map((n) => integer(n, 'fr')).join(', ')} critères). Les critères d'une même étape, atteints chacun par beaucoup, le sont ensemble par bien moins ; produits à qui rien ne manque : ${integer(two, 'fr')} jusqu'à la deuxième étape, ${integer(three, 'fr')} jusqu'à la troisième.`,
    `A computed suggestion, not a decision: now from ${stageEdges.now}% attained on and what the law requires already, in a year from ${stageEdges.next}% on, later below (${sizes.map((n) => integer(n, 'en')).join(', ')} criteria). Criteria that many attain one by one are attained together by far fewer; products that lack nothing: ${integer(two, 'en')} up to the second stage, ${integer(three, 'en')} up to the third.`
  );
}

/** A suggested staging of the requirements, from the ladder. */
export function stagingFigure(data: AnalysisData, locale: Locale): Figure {
  const staged = stagedCriteria(data, locale);
  return {
    id: 'staging',
    title: title(data, staged, locale),
    subline: say(
      locale,
      'Critères du plus au moins atteint, avec l’étape suggérée',
      'Criteria from the most to the least attained, with the suggested stage'
    ),
    meaning: say(
      locale,
      'Une exigence peut être annoncée aujourd’hui et imposée plus tard : les éditeurs ont le temps de l’atteindre.',
      'A requirement can be announced today and imposed later: vendors have time to attain it.'
    ),
    caption: captionOf(data, staged, locale),
    table: {
      columns: [
        { label: 'Code', kind: 'text' },
        { label: say(locale, 'Critère', 'Criterion'), kind: 'text' },
        { label: 'n', kind: 'count' },
        { label: 'N', kind: 'count' },
        { label: say(locale, 'Atteinte', 'Attained'), kind: 'share' },
        { label: say(locale, 'Étape', 'Stage'), kind: 'text' },
        { label: say(locale, 'Base légale', 'Legal basis'), kind: 'text' }
      ],
      rows: staged.map(({ code, label, attained, applicable, rate, stage, obligation }) => [
        code,
        label,
        attained,
        applicable,
        rate,
        stageName(stage, locale),
        obligation
      ])
    }
  };
}
