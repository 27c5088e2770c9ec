import { say } from '#lib/i18n/wording.ts';
import type { Locale } from '#lib/i18n/locale.ts';
import type { Table } from '../table.ts';

type Line = [file: string, column: string, type: string, fr: string, en: string];

const answers: Line[] = [
  ['answers', 'product', 'text', 'produit', 'product'],
  ['answers', 'vendor', 'text', 'éditeur', 'vendor'],
  ['answers', 'corridor', 'text', 'couloir ; vide pour « sans couloir »', 'corridor; blank for none'],
  [
    'answers',
    'submitted_at',
    'date',
    'date de la réponse, ISO 8601 ; vide si inconnue',
    'date of the response, ISO 8601; blank if unknown'
  ],
  ['answers', 'criterion', 'text', 'code du critère', "the criterion's code"],
  [
    'answers',
    'answer',
    'text',
    'numéro du niveau, « NA » (non applicable), « unanswered » (sans réponse) ou vide ; une correction y compte',
    'number of the level, “NA” (not applicable), “unanswered” or blank; a correction counts'
  ]
];

const others: Line[] = [
  ['questionnaire', 'code', 'text', 'un critère par ligne, dans l’ordre', 'one criterion a line, in order'],
  [
    'questionnaire',
    'scope',
    'text',
    '« common » (tous) ou « conditional » (certains cas)',
    '“common” (all) or “conditional” (certain cases)'
  ],
  [
    'questionnaire',
    'level_1_fr … level_10_en',
    'text',
    'libellés des niveaux, du plus bas au plus haut',
    'labels of the levels, the lowest first'
  ],
  ['questionnaire', 'target', 'whole', 'niveau cible', 'target level'],
  [
    'products',
    'id',
    'text',
    'identifiant, le même dans toutes les campagnes',
    'identifier, the same in all campaigns'
  ],
  ['corrections', 'declared', 'text', 'ce que l’éditeur avait déclaré', 'what the vendor had declared'],
  [
    'corrections',
    'corrected',
    'text',
    'ce qui compte à la place ; vide si seulement contesté',
    'what counts instead; blank if only contested'
  ]
];

/** What each column of the folder holds. */
export function dictionaryTable(attributes: readonly string[], locale: Locale): Table {
  const asIs: Line[] = attributes.map((name) => [
    'answers',
    name,
    'text',
    'attribut, comme dans le fichier d’origine',
    'attribute, as in the original file'
  ]);
  return {
    columns: ['file', 'column', 'type', 'meaning'],
    rows: [...answers, ...asIs, ...others].map(([file, column, type, fr, en]) => [
      file,
      column,
      type,
      say(locale, fr, en)
    ])
  };
}
