import { fold } from '#lib/i18n/fold.ts';
import type { RequirementStatus, RequirementTheme } from '#lib/maturity/requirements.ts';
import { fieldsByKey, type Headings } from './headings.ts';

const headings = {
  criterion: ['criterion', 'critère'],
  level: ['level', 'niveau', 'niveau exigé', 'niveau requis'],
  theme: ['theme', 'thème'],
  status: ['status', 'statut'],
  mandatory: ['mandatory', 'obligatoire'],
  weight: ['weight', 'poids'],
  code: ['code', "code de l'exigence", 'référence'],
  wording: ['wording', 'libellé', 'rédaction', 'exigence'],
  proof: ['proof', 'preuve', 'moyens de preuve', 'moyen de preuve'],
  effective_from: ['effective_from', "date d'effet", 'entrée en vigueur'],
  note: ['note', 'remarque'],
  promised: ['promised', 'part visée', 'part promise']
} as const satisfies Headings<string>;

export type ScenarioField = keyof typeof headings;

/** The fields of a scenario's file by the keys of the accepted headings. */
export const scenarioFields = fieldsByKey<ScenarioField>(headings);

function words<Meaning>(lists: [Meaning, ...string[]][]): Map<string, Meaning> {
  return new Map(lists.flatMap(([meaning, ...texts]) => texts.map((text) => [fold(text), meaning] as const)));
}

export const themeWords = words<RequirementTheme>([
  [
    'ssi',
    'ssi',
    "Sécurité des systèmes d'information",
    "Sécurité générale des systèmes d'information",
    'Information-system security',
    'Information system security',
    'Information systems security'
  ],
  ['ie', 'ie', 'Identification électronique', 'Electronic identification'],
  [
    'iam',
    'iam',
    'gia',
    'Gestion des identités et des accès',
    'Gestion des identités et accès',
    'Identity and access management',
    'Identités et accès'
  ]
]);

export const statusWords = words<RequirementStatus>([
  ['mandatory', 'mandatory', 'obligatoire'],
  ['recommended', 'recommended', 'recommandée', 'recommandé'],
  ['candidate', 'candidate', 'candidat', 'à l’étude', 'non retenue', 'not retained']
]);

export const yesNoWords = words<boolean>([
  [true, 'yes', 'oui', 'true', 'vrai', '1', 'x'],
  [false, 'no', 'non', 'false', 'faux', '0']
]);
