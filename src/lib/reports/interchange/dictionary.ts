import { say } from '#lib/i18n/wording.ts';
import type { Locale } from '#lib/i18n/locale.ts';
import { MAX_LEVELS } from '#lib/maturity/questionnaire.ts';
import type { Table } from '../table.ts';

type Line = [column: string, type: 'text' | 'date' | 'whole', fr: string, en: string];

const vendor: Line = ['vendor', 'text', 'éditeur', 'vendor'];
const corridor: Line = [
  'corridor',
  'text',
  'couloir ; vide pour « sans couloir »',
  'corridor; blank for none'
];
const submittedAt: Line = [
  'submitted_at',
  'date',
  'date de la réponse, ISO 8601 ; vide si inconnue',
  'date of the response, ISO 8601; blank if unknown'
];
const criterion: Line = ['criterion', 'text', 'code du critère', "the criterion's code"];

const answers: Line[] = [
  ['product', 'text', 'produit', 'product'],
  vendor,
  corridor,
  submittedAt,
  criterion,
  [
    'answer',
    'text',
    'numéro du niveau, « NA » (non applicable), « unanswered » (sans réponse) ou vide ; une correction y compte',
    'number of the level, “NA” (not applicable), “unanswered” or blank; a correction counts'
  ]
];

function levels(language: string, fr: string, en: string): Line[] {
  return Array.from({ length: MAX_LEVELS }, (_, i) => [
    `level_${i + 1}_${language}`,
    'text',
    `libellé du niveau ${i + 1}${i === 0 ? ', le plus bas' : ' ; vide s’il n’y en a pas'}, en ${fr}`,
    `label of level ${i + 1}${i === 0 ? ', the lowest' : '; blank where there is none'}, in ${en}`
  ]);
}

const questionnaire: Line[] = [
  ['code', 'text', 'un critère par ligne, dans l’ordre', 'one criterion a line, in order'],
  ['theme', 'text', 'thème', 'theme'],
  [
    'scope',
    'text',
    '« common » (tous) ou « conditional » (certains cas)',
    '“common” (all) or “conditional” (certain cases)'
  ],
  ['condition', 'text', 'quand le critère s’applique, en clair', 'when the criterion applies, in words'],
  [
    'applies_when',
    'text',
    'la même chose pour les machines : « attribut = valeur » ou « CODE >= niveau », liés par « and »',
    'the same for machines: “attribute = value” or “CODE >= level”, joined by “and”'
  ],
  ['obligation', 'text', 'base légale qui l’exige déjà', 'law that already requires this'],
  ['title_fr', 'text', 'titre court, en français', 'short title, in French'],
  ['title_en', 'text', 'titre court, en anglais', 'short title, in English'],
  ['label_fr', 'text', 'la question, en français', 'the question, in French'],
  ['label_en', 'text', 'la question, en anglais', 'the question, in English'],
  ...levels('fr', 'français', 'French'),
  ...levels('en', 'anglais', 'English'),
  ['target', 'whole', 'niveau cible, à partir de 1', 'target level, from 1']
];

const products: Line[] = [
  ['id', 'text', 'identifiant, le même dans toutes les campagnes', 'identifier, the same in all campaigns'],
  ['product', 'text', 'produit', 'product'],
  vendor,
  corridor,
  submittedAt
];

const corrections: Line[] = [
  ['product', 'text', 'identifiant du produit', "the product's identifier"],
  criterion,
  ['declared', 'text', 'ce que l’éditeur avait déclaré', 'what the vendor had declared'],
  [
    'corrected',
    'text',
    'ce qui compte à la place ; vide si seulement contesté',
    'what counts instead; blank if only contested'
  ],
  ['reason', 'text', 'motif', 'reason'],
  ['at', 'date', 'moment, ISO 8601, UTC', 'moment, ISO 8601, UTC']
];

const json: Line[] = [
  [
    'campaign',
    'text',
    'code, nom, dates d’ouverture et de clôture, état, données fictives ou non',
    'code, name, opening and closing dates, status, whether data are invented'
  ],
  ['questionnaire', 'text', 'les critères, comme dans questionnaire', 'the criteria, as in questionnaire'],
  [
    'products',
    'text',
    'les produits, leurs attributs, et leurs réponses par code de critère, comme dans answers',
    'the products, their attributes, and their answers by code of criterion, as in answers'
  ]
];

/** What each column of each file of the folder holds, in the files' order; of the JSON, each field at the top. */
export function dictionaryTable(attributes: readonly string[], locale: Locale): Table {
  const asIs = attributes.map((name): Line => [
    name,
    'text',
    'attribut, comme dans le fichier d’origine',
    'attribute, as in the original file'
  ]);
  const files: Record<string, Line[]> = {
    questionnaire,
    products,
    answers: [...answers, ...asIs],
    corrections,
    'campaign.json': json
  };
  return {
    columns: ['file', 'column', 'type', 'meaning'],
    rows: Object.entries(files).flatMap(([file, lines]) =>
      lines.map(([column, type, fr, en]) => [file, column, type, say(locale, fr, en)])
    )
  };
}
