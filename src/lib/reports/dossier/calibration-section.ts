import type { Locale } from '#lib/i18n/locale.ts';
import type { AskedView } from '#lib/server/asked-view.ts';
import * as questionnaires from '#lib/server/questionnaires.ts';
import * as scenarios from '#lib/server/scenarios.ts';
import type { Store } from '#lib/server/store.ts';
import { scenarioAnswer, type ScenarioFigures } from '../scenario-answer.ts';
import type { DossierFigure } from './dossier.ts';
import { requirementsFigure, scenariosFigure } from './figures/calibration.ts';

/** More scenarios than these are compared on the page, not on slides. */
const mostScenarios = 3;

/** The campaign's scenarios, in their order, and what each would ask; nothing where there is none. */
export async function calibrationSection(
  store: Store,
  { campaign, view }: AskedView,
  locale: Locale
): Promise<DossierFigure[]> {
  const { questionnaire, answers } = await store.read(async (db) => {
    const names = (await scenarios.list(db, campaign.id)).map(({ name }) => name);
    const answers: ScenarioFigures[] = [];
    for (const name of names) {
      const answer = await scenarioAnswer(db, view, name);
      if (answer) answers.push(answer);
    }
    return { answers, questionnaire: await questionnaires.read(db, view.questionnaireId) };
  });
  if (answers.length === 0) return [];
  return [
    scenariosFigure(answers, locale),
    ...answers
      .slice(0, mostScenarios)
      .flatMap((answer, i) => requirementsFigure(answer, i + 1, questionnaire, locale) ?? [])
  ];
}
