import type { ProblemCode } from '#lib/maturity/problem.ts';
import type { Message, Words } from './problem-words.ts';

/** A criterion that a scenario requires twice. */
const requiredTwice: Message = {
  fr: ({ value, of }) =>
    `Le critère ${value} est déjà exigé ligne ${of('first')}. Une seule ligne par critère, à un seul niveau.`,
  en: ({ value, of }) =>
    `Criterion ${value} is already required on line ${of('first')}. One line a criterion, at one level.`
};

/** A level that a line without criterion can't have. */
const levelOfNoCriterion: Message = {
  fr: ({ value, of }) =>
    `Le niveau ${value} ne convient pas\u00a0: il faut un nombre entier de 1 à ${of('levels')}.`,
  en: ({ value, of }) => `The level ${value} won’t do: a whole number from 1 to ${of('levels')} is needed.`
};

/** What is wrong with the file of a scenario. */
export const scenarioMessages = {
  unknown_theme: {
    fr: ({ value }) =>
      `Le thème ${value} est inconnu\u00a0: écrivez ssi, ie ou iam, le nom du thème, ou laissez la case vide.`,
    en: ({ value }) =>
      `The theme ${value} is unknown: write ssi, ie or iam, the theme’s name, or leave it blank.`
  },
  unknown_status: {
    fr: ({ value }) => `Le statut ${value} est inconnu\u00a0: écrivez obligatoire, recommandée ou candidate.`,
    en: ({ value }) => `The status ${value} is unknown: write mandatory, recommended or candidate.`
  },
  unknown_yes_no: {
    fr: ({ value, column }) => `${value} dans la colonne ${column}\u00a0: écrivez oui ou non.`,
    en: ({ value, column }) => `${value} in column ${column}: write yes or no.`
  },
  conflicting_status: {
    fr: ({ value, quoted }) =>
      `${value} ici contredit le statut ${quoted('status')} de la même ligne. Gardez l’un des deux.`,
    en: ({ value, quoted }) =>
      `${value} here contradicts the status ${quoted('status')} on the same line. Keep one of the two.`
  },
  bad_weight: {
    fr: ({ value }) => `Le poids ${value} ne convient pas\u00a0: écrivez 1, 2 ou 3.`,
    en: ({ value }) => `The weight ${value} won’t do: write 1, 2 or 3.`
  },
  duplicate_requirement: {
    fr: ({ value, of }) =>
      `Le code ${value} est déjà celui de l’exigence de la ligne ${of('first')}. Chaque exigence a son propre code.`,
    en: ({ value, of }) =>
      `The code ${value} is already that of the requirement on line ${of('first')}. Each requirement has a code of its own.`
  },
  bad_promise: {
    fr: ({ value }) => `La part ${value} ne convient pas\u00a0: il faut un pourcentage entier de 0 à 100.`,
    en: ({ value }) => `The share ${value} won’t do: a whole percentage from 0 to 100 is needed.`
  }
} satisfies Partial<Record<ProblemCode, Message>>;

/** Of a criterion, or of a requirement that names none. */
export function noSuchLevel({ of }: Words): Message {
  return of('criterion') ? levelBeyond : levelOfNoCriterion;
}

const levelBeyond: Message = {
  fr: ({ value, of }) =>
    `Le niveau ${value} n’existe pas\u00a0: ${of('criterion')} a ${of('levels')} niveaux (1 à ${of('levels')}).`,
  en: ({ value, of }) =>
    `There is no level ${value}: ${of('criterion')} has ${of('levels')} levels (1 to ${of('levels')}).`
};

/** In a questionnaire, or in a scenario, which requires a criterion once. */
export function duplicateCriterion({ of }: Words): Message {
  return of('cell') ? requiredTwice : definedTwice;
}

const definedTwice: Message = {
  fr: ({ value, of }) =>
    `Le code ${value} est déjà celui du critère de la ligne ${of('first')}. Chaque critère a son propre code, sans distinction de casse.`,
  en: ({ value, of }) =>
    `The code ${value} is already that of the criterion on line ${of('first')}. Each criterion has a code of its own, whatever its case.`
};
