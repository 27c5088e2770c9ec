import type { Locale } from './locale.ts';
import { say } from './wording.ts';

export type ScenarioRefusal = 'no_name' | 'name_taken' | 'frozen' | 'unknown_scenario' | 'changed_since';

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
    ),
    changed_since: say(
      locale,
      'Quelqu’un a changé ce scénario depuis que vous l’avez ouvert ; l’historique dit qui et quoi. Rien n’est enregistré, vos saisies sont encore là : « Enregistrer » les met à la place de ce changement.',
      'Somebody changed this scenario since you opened it; the history says who and what. Nothing is kept yet, what you entered is still here: “Save” puts it in the place of that change.'
    )
  };
  return words[refusal];
}
