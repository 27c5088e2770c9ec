import type { ProblemCode } from '#lib/maturity/problem.ts';
import type { Locale } from './locale.ts';

/** A kind of problem in a few words, as a heading over those of its kind. */
export function problemName(code: ProblemCode, locale: Locale): string {
  return names[code][locale === 'fr' ? 0 : 1];
}

const names: Record<ProblemCode, [fr: string, en: string]> = {
  unknown_criterion: ['Critère inconnu', 'Unknown criterion'],
  level_out_of_range: ['Niveau qui n’existe pas', 'No such level'],
  unknown_answer: ['Réponse non comprise', 'Answer not understood'],
  duplicate_answer: ['Réponse en double', 'Answer given twice'],
  missing_column: ['Colonne manquante', 'Missing column'],
  missing_value: ['Case à remplir', 'Cell to be filled in'],
  conflicting_attribute: ['Lignes qui se contredisent', 'Rows that disagree'],
  duplicate_criterion: ['Critère en double', 'Criterion given twice'],
  bad_target: ['Niveau cible impossible', 'Impossible target level'],
  bad_levels: ['Niveaux mal définis', 'Levels ill-defined'],
  bad_scope: ['Portée inconnue', 'Unknown scope'],
  bad_date: ['Date illisible', 'Unreadable date'],
  not_applicable_on_common: [
    '« Non applicable » sur un critère commun',
    '“Not applicable” on a common criterion'
  ],
  duplicate_column: ['Colonne en double', 'Column given twice'],
  ragged_row: ['Ligne trop longue', 'Row too long'],
  short_row: ['Ligne trop courte', 'Row too short'],
  repeated_header: ['Titres au milieu des données', 'Headings among the data'],
  empty_file: ['Fichier vide', 'Empty file'],
  unreadable_file: ['Fichier illisible', 'Unreadable file'],
  already_imported: ['Déjà importé', 'Already imported'],
  questionnaire_differs: ['Autre questionnaire', 'Another questionnaire'],
  missing_questionnaire: ['Questionnaire manquant', 'Missing questionnaire'],
  unknown_campaign: ['Campagne inconnue', 'Unknown campaign'],
  unknown_field: ['Champ inconnu', 'Unknown field'],
  unknown_heading: ['Titre de colonne inconnu', 'Unknown heading'],
  ambiguous_heading: ['Titre de colonne ambigu', 'Ambiguous heading'],
  unknown_level: ['Niveau qui n’existe pas', 'No such level'],
  unused_answer: ['Consigne sans effet', 'Mapping without effect'],
  unknown_profile: ['Profil inconnu', 'Unknown profile'],
  unreadable_cell: ['Cellule illisible', 'Unreadable cell'],
  left_out: ['Fichiers laissés de côté', 'Files left out'],
  incomplete_response: ['Réponse non envoyée', 'Response never submitted'],
  left_blank: ['Question affichée, laissée vide', 'Shown, left blank'],
  codes_as_levels: ['Codes lus comme niveaux', 'Codes read as levels'],
  assumed_dates: ['Ordre des dates supposé', 'Assumed order of dates'],
  bad_condition: ['Condition illisible', 'Unreadable condition'],
  straight_lined: ['Réponses toutes pareilles', 'Straight-lined answers'],
  identical_responses: ['Réponses identiques', 'Identical responses'],
  near_product: ['Noms de produits proches', 'Nearly equal product names'],
  names_not_compared: ['Noms de produits non comparés', 'Product names not compared'],
  near_vendor: ['Noms d’éditeurs proches', 'Nearly equal vendor names'],
  against_condition: ['Réponse contre la condition', 'Answer against the condition'],
  blank_conditional: ['Conditionnels laissés vides', 'Conditional criteria left blank'],
  unchosen_level: ['Niveau jamais choisi', 'Level never chosen']
};
