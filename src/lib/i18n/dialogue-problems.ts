import type { ProblemCode } from '#lib/maturity/problem.ts';
import type { Message } from './problem-words.ts';

/** A criterion's code in a file of comments or of controls, where no column can be left aside. */
export const unknownInCell: Message = {
  fr: ({ value }) => `${value} n’est le code d’aucun critère du questionnaire de la campagne.`,
  en: ({ value }) => `${value} is no criterion of the campaign’s questionnaire.`
};

/** What is wrong with files of consultation comments, audit forms and controls. */
export const dialogueMessages = {
  unknown_stance: {
    fr: ({ value }) => `La position ${value} est inconnue\u00a0: écrivez favorable, réservé ou opposé.`,
    en: ({ value }) => `The stance ${value} is unknown: write favourable, reserved or opposed.`
  },
  conflicting_criterion: {
    fr: ({ value, of, quoted }) =>
      `L’exigence ${quoted('requirement')} renvoie ici au critère ${value} et, ligne ${of('line')}, au critère ${of('first')}. Elle n’en a qu’un.`,
    en: ({ value, of, quoted }) =>
      `Requirement ${quoted('requirement')} names criterion ${value} here and criterion ${of('first')} on line ${of('line')}. It has one only.`
  },
  unknown_requirement: {
    fr: ({ value, of }) =>
      `L’exigence ${value} n’a de critère ni dans ce fichier ni dans un scénario de la campagne\u00a0; ses commentaires (${of('count')}) sont gardés et montrés à part.`,
    en: ({ value, of }) =>
      `Requirement ${value} has a criterion neither in this file nor in a scenario of the campaign; its comments (${of('count')}) are kept and shown apart.`
  },
  unknown_result: {
    fr: ({ value }) =>
      `Le résultat ${value} est inconnu\u00a0: écrivez conforme, non conforme, non applicable ou non testé.`,
    en: ({ value }) =>
      `The result ${value} is unknown: write conforming, nonconforming, not_applicable or not_tested.`
  },
  unknown_severity: {
    fr: ({ value }) => `La gravité ${value} est inconnue\u00a0: écrivez haute ou moyenne.`,
    en: ({ value }) => `The severity ${value} is unknown: write high or medium.`
  },
  unknown_control: {
    fr: ({ value }) => `Le contrôle ${value} n’est pas dans la table des contrôles, qui en dit la gravité.`,
    en: ({ value }) => `Control ${value} is not in the map of controls, which tells its severity.`
  },
  unknown_product: {
    fr: ({ value, quoted }) =>
      `${value} (${quoted('vendor')}) n’a pas de réponse en vigueur dans la campagne\u00a0: sa fiche est gardée et montrée à part.`,
    en: ({ value, quoted }) =>
      `${value} (${quoted('vendor')}) has no response in force in the campaign: its form is kept and shown apart.`
  },
  conflicting_control: {
    fr: ({ value, of, quoted }) =>
      `La gravité du contrôle ${quoted('control')} est ${value} ici et ${quoted('first')} ligne ${of('line')}. Elle appartient au contrôle, quel que soit le critère.`,
    en: ({ value, of, quoted }) =>
      `The severity of control ${quoted('control')} is ${value} here and ${quoted('first')} on line ${of('line')}. It belongs to the control, whatever the criterion.`
  },
  conflicting_form: {
    fr: ({ value, column, of, quoted }) =>
      `Les lignes d’une même fiche se contredisent\u00a0: ${column} vaut ${value} ici et ${quoted('first')} ligne ${of('line')}.`,
    en: ({ value, column, of, quoted }) =>
      `Rows of one form disagree: ${column} is ${value} here and ${quoted('first')} on line ${of('line')}.`
  },
  duplicate_result: {
    fr: ({ value, of }) =>
      `Le contrôle ${value} est déjà ligne ${of('first')} pour le même produit et le même dépôt. Gardez-en une seule.`,
    en: ({ value, of }) =>
      `Control ${value} is already on line ${of('first')} for the same product and filing. Keep only one.`
  },
  evidence_after_filing: {
    fr: ({ value, of }) => `La preuve est datée de ${value}, après le dépôt de la fiche (${of('filed')}).`,
    en: ({ value, of }) => `The evidence is dated ${value}, after the form was filed (${of('filed')}).`
  }
} satisfies Partial<Record<ProblemCode, Message>>;
