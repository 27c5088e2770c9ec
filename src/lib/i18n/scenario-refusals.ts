import type { Locale } from './locale.ts';
import { say } from './wording.ts';

export type ScenarioRefusal = 'no_name' | 'name_taken' | 'frozen' | 'unknown_scenario';

/** Why a scenario was not changed. */
export function scenarioRefusal(refusal: ScenarioRefusal, locale: Locale): string {
  const words: Record<ScenarioRefusal, string> = {
    no_name: say(locale, 'Donnez un nom au scénario.', 'Give the scenario a name.'),
    name_taken: say(
      locale,
      'Un autre scénario de la campagne porte déjà ce nom.',
      'Another scenario of the campaign already has this name.'
    ),
    frozen: say(
      locale,
      'Ce scénario est figé : dupliquez-le pour le changer.',
      'This scenario is frozen: duplicate it to change it.'
    ),
    unknown_scenario: say(
      locale,
      'La campagne n’a pas de scénario de ce nom.',
      'The campaign has no scenario of this name.'
    )
  };
  return words[refusal];
}
