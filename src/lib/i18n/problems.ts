import type { Problem, ProblemCode } from '#lib/maturity/problem.ts';
import { containerMessages, otherSheets, unreadableContainers } from './container-problems.ts';
import { lookingLike, mappingMessages, unknownAddressee } from './mapping-problems.ts';
import { dialogueMessages, unknownInCell } from './dialogue-problems.ts';
import { fieldWord } from './import-words.ts';
import type { Locale } from './locale.ts';
import type { Message, Words } from './problem-words.ts';
import { qualityMessages } from './quality-problems.ts';
import { duplicateCriterion, noSuchLevel, scenarioMessages } from './scenario-problems.ts';
import { sourceMessages } from './source-problems.ts';
import { unlistedMessages } from './unlisted-problems.ts';

/** Where a message is read, which decides how it says to put things right. */
export type Medium = 'command' | 'page';

/** A problem in a sentence that names the value and says what is expected; place and file are shown beside it. */
export function problemMessage(problem: Problem, locale: Locale, medium: Medium = 'command'): string {
  return messages[problem.code][locale](wordsOf(problem, locale, medium));
}

const longest = 80;
const blank = { fr: '(vide)', en: '(blank)' };

function wordsOf({ value, column, detail = {} }: Problem, locale: Locale, medium: Medium): Words {
  const of = (name: string) => String(detail[name] ?? '');
  return {
    value: value === null || value.trim() === '' ? blank[locale] : quote(value, locale),
    column: quote(column ?? '', locale),
    field: quote(fieldWord(column ?? '', locale), locale),
    onPage: medium === 'page',
    hasValue: value !== null && value.trim() !== '',
    of,
    quoted: (name) => quote(of(name), locale)
  };
}

function quote(text: string, locale: Locale): string {
  const line = text.replace(/\s+/g, ' ').trim();
  const shown = line.length > longest ? line.slice(0, longest) + '…' : line;
  return locale === 'fr' ? `«\u00a0${shown}\u00a0»` : `“${shown}”`;
}

const messages: Record<ProblemCode, Message> = {
  unknown_criterion: {
    fr: (words) => unknownCriterion(words).fr(words),
    en: (words) => unknownCriterion(words).en(words)
  },
  level_out_of_range: {
    fr: (words) => noSuchLevel(words).fr(words),
    en: (words) => noSuchLevel(words).en(words)
  },
  unknown_answer: {
    fr: ({ value, of, quoted }) =>
      `${value} n’est pas une réponse à ${of('criterion')}. Sont acceptés un niveau de 1 à ${of('levels')}, son libellé (${of('labelsFr')}), «\u00a0non applicable\u00a0», «\u00a0sans réponse\u00a0» ou une case vide.${of('option') && ` Si c’est le niveau ${of('level')} (${quoted('labelFr')}), confirmez par ${of('option')}.`}`,
    en: ({ value, of, quoted }) =>
      `${value} is no answer to ${of('criterion')}. A level from 1 to ${of('levels')}, its label (${of('labelsEn')}), “not applicable”, “unanswered” or a blank cell will do.${of('option') && ` If it is level ${of('level')} (${quoted('labelEn')}), confirm by ${of('option')}.`}`
  },
  duplicate_answer: {
    fr: ({ quoted, of }) =>
      `${quoted('product')} a déjà une réponse à la même date, ligne ${of('first')}. Gardez-en une seule.`,
    en: ({ quoted, of }) =>
      `${quoted('product')} already has an answer for the same date, on line ${of('first')}. Keep only one.`
  },
  missing_column: {
    fr: (words) => missingColumn(words).fr(words),
    en: (words) => missingColumn(words).en(words)
  },
  missing_value: {
    fr: ({ column }) => `La case de la colonne ${column} est vide\u00a0; elle doit être remplie.`,
    en: ({ column }) => `The cell in column ${column} is blank; it must be filled in.`
  },
  conflicting_attribute: {
    fr: ({ value, column, quoted }) =>
      `Les lignes d’une même réponse se contredisent\u00a0: ${column} vaut ${value} ici et ${quoted('first')} plus haut.`,
    en: ({ value, column, quoted }) =>
      `Rows of one response disagree: ${column} is ${value} here and ${quoted('first')} further up.`
  },
  duplicate_criterion: {
    fr: (words) => duplicateCriterion(words).fr(words),
    en: (words) => duplicateCriterion(words).en(words)
  },
  bad_target: {
    fr: ({ value, of }) =>
      `Le niveau cible ${value} ne convient pas\u00a0: il faut un nombre entier de 1 à ${of('levels')}.`,
    en: ({ value, of }) =>
      `The target level ${value} won’t do: a whole number from 1 to ${of('levels')} is needed.`
  },
  bad_levels: {
    fr: (words) => reasonFor(levelFlaws, words).fr(words),
    en: (words) => reasonFor(levelFlaws, words).en(words)
  },
  bad_scope: {
    fr: ({ value }) =>
      `La portée ${value} est inconnue\u00a0: écrivez «\u00a0commun\u00a0» ou «\u00a0conditionnel\u00a0».`,
    en: ({ value }) => `The scope ${value} is unknown: write “common” or “conditional”.`
  },
  bad_date: {
    fr: ({ value }) =>
      `La date ${value} n’existe pas ou n’est pas lisible. Écrivez-la comme 2025-03-14, 2025-03-14T10:20 ou 14/03/2025.`,
    en: ({ value }) =>
      `The date ${value} doesn’t exist or can’t be read. Write it as 2025-03-14, 2025-03-14T10:20 or 14/03/2025.`
  },
  not_applicable_on_common: {
    fr: ({ value, of }) =>
      `${value} est compté comme une absence de réponse\u00a0: ${of('criterion')} s’applique à tous les produits.${of('count') ? ` ${of('count')} cases de ce critère sont dans ce cas.` : ''}`,
    en: ({ value, of }) =>
      `${value} is counted as unanswered: ${of('criterion')} applies to every product.${of('count') ? ` So it is in ${of('count')} cells of this criterion.` : ''}`
  },
  duplicate_column: {
    fr: ({ value, quoted, of }) =>
      `La colonne ${value} dit la même chose que la colonne ${quoted('first')}. ${of('kept') ? 'Elle n’est gardée que comme attribut.' : 'Gardez-en une seule.'}`,
    en: ({ value, quoted, of }) =>
      `Column ${value} stands for the same thing as column ${quoted('first')}. ${of('kept') ? 'It is kept as an attribute only.' : 'Keep only one.'}`
  },
  ragged_row: {
    fr: ({ of }) =>
      `Cette ligne a ${of('cells')} cases pour ${of('columns')} colonnes. Un séparateur dans un texte sans guillemets en est souvent la cause.`,
    en: ({ of }) =>
      `This row has ${of('cells')} cells for ${of('columns')} columns. Often a delimiter in a text without quotes is the cause.`
  },
  short_row: {
    fr: ({ of }) =>
      `Cette ligne n’a que ${of('cells')} cases pour ${of('columns')} colonnes\u00a0; celles qui manquent sont lues comme vides.`,
    en: ({ of }) =>
      `This row has only ${of('cells')} cells for ${of('columns')} columns; the missing ones are read as blank.`
  },
  repeated_header: {
    fr: () =>
      'La ligne des titres revient au milieu des données. Deux fichiers ont sans doute été mis bout à bout\u00a0; supprimez cette ligne.',
    en: () =>
      'The heading row comes again among the data. Two files have probably been put end to end; delete this row.'
  },
  empty_file: {
    fr: () =>
      'Le fichier ne contient aucune donnée\u00a0: il faut une ligne de titres, puis au moins une ligne remplie.',
    en: () => 'The file holds no data: a heading row is needed, then at least one filled row.'
  },
  unreadable_file: {
    fr: (words) => reasonFor(unreadable, words).fr(words),
    en: (words) => reasonFor(unreadable, words).en(words)
  },
  already_imported: {
    fr: () =>
      'Toutes les réponses de ce fichier sont déjà enregistrées à l’identique\u00a0; rien n’a changé.',
    en: () => 'All the answers of this file are already stored as they are; nothing has changed.'
  },
  questionnaire_differs: {
    fr: ({ value, hasValue }) =>
      `La campagne${hasValue ? ` ${value}` : ''} a déjà un autre questionnaire. Importez sans questionnaire, ou créez une autre campagne.`,
    en: ({ value, hasValue }) =>
      `The campaign${hasValue ? ` ${value}` : ''} already has another questionnaire. Import without one, or create another campaign.`
  },
  missing_questionnaire: {
    fr: ({ value, hasValue }) =>
      `La campagne${hasValue ? ` ${value}` : ''} n’a pas encore de questionnaire\u00a0: joignez-en un à ce premier import.`,
    en: ({ value, hasValue }) =>
      `The campaign${hasValue ? ` ${value}` : ''} has no questionnaire yet: give one with this first import.`
  },
  unknown_campaign: {
    fr: ({ value, hasValue }) => `${hasValue ? `La campagne ${value}` : 'Cette campagne'} n’existe pas.`,
    en: ({ value, hasValue }) => `${hasValue ? `Campaign ${value}` : 'This campaign'} does not exist.`
  },
  ...containerMessages,
  ...dialogueMessages,
  ...mappingMessages,
  ...qualityMessages,
  ...scenarioMessages,
  ...sourceMessages,
  ...unlistedMessages
};

/** Some codes have several reasons, each with its sentence; the first is for a problem that gives none. */
function reasonFor(reasons: Record<string, Message>, { of }: Words): Message {
  const reason = of('reason');
  const found = Object.hasOwn(reasons, reason) ? reasons[reason] : undefined;
  return found ?? Object.values(reasons)[0] ?? { fr: () => '', en: () => '' };
}

/** The column of a field, of one criterion, or of all of them. */
function missingColumn({ hasValue, of }: Words): Message {
  if (of('criteria') === 'none') return lookingLike(noCriterionColumn);
  return lookingLike(hasValue ? missingCriterion : missingField);
}

/** A code in a heading, in the cell of another file, or in front of an answer that a person explains. */
function unknownCriterion({ of }: Words): Message {
  if (of('cell')) return unknownInCell;
  return of('said') ? unknownAddressee : lookingLike(unknownCode);
}

const unknownCode: Message = {
  fr: ({ value, onPage }) =>
    `${value} n’est le code d’aucun critère du questionnaire. Corrigez le code ou, si cette colonne est un attribut, ${onPage ? 'dites-le dans la correspondance' : 'demandez de l’ignorer'}.`,
  en: ({ value, onPage }) =>
    `${value} is no criterion of the questionnaire. Correct the code or, if this column is an attribute, ${onPage ? 'say so in the mapping' : 'ask to ignore it'}.`
};

const noCriterionColumn: Message = {
  fr: (words) =>
    `Aucune colonne ne contient de réponses\u00a0: il faut une colonne par critère, titrée de son code ou de sa question, ou les deux colonnes «\u00a0critère\u00a0» et «\u00a0réponse\u00a0».${otherSheets.fr(words)}`,
  en: (words) =>
    `No column holds answers: there must be a column for each criterion, headed by its code or question, or the two columns “criterion” and “answer”.${otherSheets.en(words)}`
};

const missingCriterion: Message = {
  fr: ({ value }) => `Le critère ${value} n’a pas de colonne\u00a0: ses réponses sont lues comme vides.`,
  en: ({ value }) => `Criterion ${value} has no column: its answers are read as blank.`
};

const missingField: Message = {
  fr: ({ column, field, of, onPage }) =>
    onPage
      ? `Aucune colonne n’est reconnue comme ${field}. Choisissez-la dans la correspondance, ou vérifiez le délimiteur.`
      : `La colonne ${column} manque. Vérifiez la ligne des titres et le séparateur${of('option') && `\u00a0; si le fichier est celui d’un seul produit, donnez ${of('option')} ou nommez-le «\u00a0Éditeur - Produit\u00a0»`}.`,
  en: ({ column, field, of, onPage }) =>
    onPage
      ? `No column is recognised as ${field}. Choose it in the mapping, or check the delimiter.`
      : `Column ${column} is missing. Check the heading row and the delimiter${of('option') && `; if the file is about a single product, give ${of('option')} or name it “Vendor - Product”`}.`
};

const levelFlaws: Record<string, Message> = {
  few: {
    fr: () => 'Le critère a moins de 2 niveaux\u00a0; il en faut de 2 à 10.',
    en: () => 'The criterion has fewer than 2 levels; it needs from 2 to 10.'
  },
  many: {
    fr: ({ value }) => `Le critère a plus de 10 niveaux (${value} est de trop)\u00a0; il en faut de 2 à 10.`,
    en: ({ value }) => `The criterion has more than 10 levels (${value} is too many); it needs from 2 to 10.`
  },
  hole: {
    fr: ({ of }) => `Le niveau ${of('level')} est vide alors qu’un niveau plus haut est rempli.`,
    en: ({ of }) => `Level ${of('level')} is blank while a higher one is filled in.`
  },
  same: {
    fr: ({ value, of }) =>
      `${value} est à la fois le libellé du niveau ${of('other')} et du niveau ${of('level')}\u00a0: une réponse ne dirait pas lequel.`,
    en: ({ value, of }) =>
      `${value} is the label of level ${of('other')} and of level ${of('level')} alike: an answer would not tell which.`
  },
  mark: {
    fr: ({ value }) =>
      `Le libellé ${value} se lit comme «\u00a0non applicable\u00a0» ou «\u00a0sans réponse\u00a0»\u00a0: donnez-en un autre à ce niveau.`,
    en: ({ value }) =>
      `The label ${value} reads as “not applicable” or “unanswered”: give this level another one.`
  }
};

const unreadable: Record<string, Message> = {
  binary: looksLike('un fichier binaire', 'a binary file'),
  zip: looksLike('une archive ZIP', 'a ZIP archive'),
  ole: looksLike(
    'un ancien document Office (.xls, .doc) ou un classeur protégé par un mot de passe',
    'an old Office document (.xls, .doc) or a workbook with a password'
  ),
  pdf: looksLike('un PDF', 'a PDF'),
  png: looksLike('une image PNG', 'a PNG picture'),
  jpeg: looksLike('une image JPEG', 'a JPEG picture'),
  gif: looksLike('une image GIF', 'a GIF picture'),
  gzip: looksLike('une archive gzip', 'a gzip archive'),
  rtf: looksLike('un document RTF', 'an RTF document'),
  html: looksLike('une page web', 'a web page'),
  xml: looksLike('du XML', 'XML'),
  json: looksLike('du JSON', 'JSON'),
  quote: {
    fr: () =>
      'Un guillemet ouvert dans cet enregistrement n’est pas fermé, ou l’est au milieu d’une case\u00a0: la suite ne peut pas être lue. Le fichier a peut-être été coupé.',
    en: () =>
      'A quote opened in this record is not closed, or is closed within a cell: what follows can’t be read. The file may have been cut.'
  },
  encoding: {
    fr: ({ of }) => `Le fichier n’est pas du ${of('encoding')} valide. Il a peut-être été coupé ou abîmé.`,
    en: ({ of }) => `The file is not valid ${of('encoding')}. It may have been cut or damaged.`
  },
  unknown_encoding: {
    fr: ({ quoted }) =>
      `L’encodage ${quoted('encoding')} est inconnu. Sont lus utf-8, utf-16le, utf-16be, windows-1252 et macintosh.`,
    en: ({ quoted }) =>
      `The encoding ${quoted('encoding')} is unknown. utf-8, utf-16le, utf-16be, windows-1252 and macintosh can be read.`
  },
  delimiter: {
    fr: ({ quoted }) =>
      `${quoted('delimiter')} ne peut pas être un séparateur. Il faut un seul caractère, comme , ou ; ou «\u00a0tab\u00a0».`,
    en: ({ quoted }) =>
      `${quoted('delimiter')} can’t be a delimiter. It must be one character, such as , or ; or “tab”.`
  },
  ...unreadableContainers
};

function looksLike(fr: string, en: string): Message {
  return {
    fr: () =>
      `Ce n’est pas un tableau\u00a0: le fichier ressemble à ${fr}. Enregistrez les données en CSV ou en .xlsx.`,
    en: () => `This is no table: the file looks like ${en}. Save the data as CSV or .xlsx.`
  };
}
