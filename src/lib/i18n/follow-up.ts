import type { Locale } from './locale.ts';
import { say } from './wording.ts';

/** The fixed words of the page on who answered. */
export function followUpWords(locale: Locale) {
  return {
    byCorridorSubline: say(
      locale,
      'Produits attendus dont la réponse est commencée ; la barre va jusqu’à la part des attendus',
      'Expected products whose response is begun; the bar is their share of the expected'
    ),
    rule: say(
      locale,
      'Commencée : une réponse avec au moins un critère répondu, par un niveau ou par « non applicable ». Incomplète : commencée, avec au moins un critère applicable sans réponse. Complète : aucun. Sur tout le questionnaire, quels que soient les filtres.',
      'Begun: a response with at least one criterion answered, by a level or by “not applicable”. Incomplete: begun, with an applicable criterion unanswered at least. Complete: none. Over the whole questionnaire, whatever the filters.'
    ),
    expected: say(locale, 'Attendus', 'Expected'),
    begun: say(locale, 'Commencées', 'Begun'),
    incomplete: say(locale, 'Incomplètes', 'Incomplete'),
    complete: say(locale, 'Complètes', 'Complete'),
    reminders: say(locale, 'À relancer', 'To be reminded'),
    remindersSubline: say(
      locale,
      'Produits attendus sans réponse ou dont la réponse est incomplète, par éditeur',
      'Expected products without a response or with an incomplete one, by vendor'
    ),
    noReminder: say(
      locale,
      'Personne : toutes les réponses attendues sont complètes.',
      'Nobody: all expected responses are complete.'
    ),
    noResponse: say(locale, 'aucune réponse', 'no response'),
    isIncomplete: say(locale, 'incomplète', 'incomplete'),
    isComplete: say(locale, 'complète', 'complete'),
    others: say(locale, 'et d’autres', 'and others'),
    state: say(locale, 'État', 'State'),
    unanswered: say(locale, 'Sans réponse', 'Unanswered'),
    unexpected: say(locale, 'Réponses inattendues', 'Unexpected responses'),
    unexpectedSubline: say(
      locale,
      'Produits qui répondent sans être sur la liste ; ils comptent dans toutes les statistiques',
      'Products that answer without being on the list; they count in all statistics'
    ),
    suggestions: say(locale, 'Est-ce le même produit ?', 'Is it the same product?'),
    suggestionsSubline: say(
      locale,
      'Noms voisins : ce que vous confirmez est retenu pour le suivi seulement, et peut être repris',
      'Names that are alike: what you confirm is kept for the follow-up only, and can be taken back'
    ),
    expectedProduct: say(locale, 'Attendu', 'Expected'),
    answeredProduct: say(locale, 'A répondu', 'Answered'),
    confirm: say(locale, 'C’est le même', 'It is the same'),
    links: say(locale, 'Reconnus sous un autre nom', 'Recognised under another name'),
    unlink: say(locale, 'Ce n’est pas le même', 'It is not the same'),
    ...listWords(locale)
  };
}

/** The words on the list of expected products itself. */
function listWords(locale: Locale) {
  return {
    list: say(locale, 'Liste des produits attendus', 'List of expected products'),
    listFile: say(locale, 'Fichier de la liste (CSV)', 'File of the list (CSV)'),
    listHelp: say(
      locale,
      'colonnes produit, éditeur et, si possible, couloir ; elle remplace la liste en place',
      'columns product, vendor and, if possible, corridor; it replaces the list in place'
    ),
    upload: say(locale, 'Enregistrer la liste', 'Store the list'),
    stored: say(locale, 'Liste enregistrée', 'List stored'),
    refused: say(locale, 'Liste refusée, rien n’a changé', 'List refused, nothing has changed'),
    download: say(locale, 'Toute la liste (CSV)', 'The whole list (CSV)')
  };
}
