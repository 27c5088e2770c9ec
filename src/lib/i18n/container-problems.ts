import type { Message } from './problem-words.ts';

/** Why entries of an archive were left out, in French and English. */
const leftOut: Record<string, [string, string]> = {
  system: ['Fichiers cachés ou du système, laissés de côté', 'Hidden or system files, left out'],
  kind: [
    'Fichiers d’un autre genre que csv, txt, tsv, xlsx, json et parquet, laissés de côté',
    'Files of a kind other than csv, txt, tsv, xlsx, json and parquet, left out'
  ],
  bundle: [
    'Export d’une campagne\u00a0: ses réponses sont lues dans « answers.parquet », les autres fichiers sont laissés de côté',
    'A campaign’s export: its answers are read from “answers.parquet”, the other files are left out'
  ]
};

/** The sentences on what is wrong inside an archive or a workbook, cell by cell and entry by entry. */
export const containerMessages = {
  unreadable_cell: {
    fr: ({ value, of }) =>
      of('reason') === 'formula'
        ? `La formule ${value} n’a pas de résultat enregistré. Ouvrez le classeur dans un tableur, laissez-le calculer et enregistrez-le.`
        : `La case contient l’erreur ${value} au lieu d’une valeur. Corrigez-la ou videz la case.`,
    en: ({ value, of }) =>
      of('reason') === 'formula'
        ? `The formula ${value} has no stored result. Open the workbook in a spreadsheet program, let it calculate, and save it.`
        : `The cell holds the error ${value} instead of a value. Correct it or clear the cell.`
  },
  left_out: {
    fr: ({ of, quoted }) =>
      `${(leftOut[of('reason')] ?? leftOut['kind'])?.[0]} (${of('entries')})\u00a0: ${quoted('names')}.`,
    en: ({ of, quoted }) =>
      `${(leftOut[of('reason')] ?? leftOut['kind'])?.[1]} (${of('entries')}): ${quoted('names')}.`
  }
} satisfies Record<string, Message>;

/** Why a file that is no delimited text can't be read. */
export const unreadableContainers: Record<string, Message> = {
  zip_damaged: {
    fr: () =>
      'L’archive ou le classeur (.zip, .xlsx) est abîmé ou a été coupé. Refaites-le ou envoyez-le de nouveau.',
    en: () => 'The archive or workbook (.zip, .xlsx) is damaged or was cut. Make it again or send it again.'
  },
  unsafe_name: {
    fr: ({ value }) =>
      `L’archive contient un nom de fichier dangereux (${value}), qui sortirait de son dossier ou ne peut pas en être un. Elle est refusée.`,
    en: ({ value }) =>
      `The archive holds an unsafe file name (${value}) that would leave its folder or can’t be one. It is refused.`
  },
  encrypted: {
    fr: () => 'Le fichier est protégé par un mot de passe. Enregistrez-le sans mot de passe.',
    en: () => 'The file is protected by a password. Save it without one.'
  },
  symlink: {
    fr: () => 'Dans l’archive, ce fichier n’est qu’un lien vers un autre. Mettez-y le fichier lui-même.',
    en: () => 'In the archive this file is only a link to another. Put the file itself there.'
  },
  nested: {
    fr: () => 'C’est une archive dans une archive. Décompressez-la et joignez ses fichiers.',
    en: () => 'This is an archive within an archive. Unpack it and give its files.'
  },
  duplicate_entry: {
    fr: () => 'L’archive contient deux fichiers de ce nom. Gardez-en un seul.',
    en: () => 'The archive holds two files of this name. Keep only one.'
  },
  empty_archive: {
    fr: () => 'L’archive ne contient aucun fichier csv, txt, tsv, xlsx, json ou parquet.',
    en: () => 'The archive holds no csv, txt, tsv, xlsx, json or parquet file.'
  },
  archive: {
    fr: () => 'Une archive ne peut pas servir ici\u00a0: décompressez-la et joignez le fichier voulu.',
    en: () => 'An archive won’t do here: unpack it and give the file that is wanted.'
  },
  entries: {
    fr: ({ of }) =>
      `L’archive ou le classeur contient ${of('entries')} fichiers\u00a0; il en faut au plus ${of('most')}.`,
    en: ({ of }) =>
      `The archive or workbook holds ${of('entries')} files; ${of('most')} are the most allowed.`
  },
  unpacked: {
    fr: ({ of }) =>
      `Décompressé, le fichier dépasse ${of('most')}\u00a0Mio. Partagez-le en plusieurs, ou enregistrez les données en CSV.`,
    en: ({ of }) => `Unpacked, the file is larger than ${of('most')} MiB. Split it, or save the data as CSV.`
  },
  ratio: {
    fr: ({ of }) =>
      `Décompressé, le fichier serait ${of('ratio')} fois plus gros\u00a0: cela ressemble à un fichier piégé. Enregistrez les données en CSV.`,
    en: ({ of }) =>
      `Unpacked, the file would be ${of('ratio')} times larger: this looks like a trap. Save the data as CSV.`
  },
  macros: {
    fr: () => 'Le classeur contient des macros. Enregistrez-le au format .xlsx, sans macros.',
    en: () => 'The workbook holds macros. Save it as .xlsx, without macros.'
  },
  external_links: {
    fr: () =>
      'Le classeur prend des valeurs dans d’autres classeurs. Rompez ces liaisons, puis enregistrez-le.',
    en: () => 'The workbook takes values from other workbooks. Break these links, then save it.'
  },
  workbook_damaged: {
    fr: ({ of }) => `Le classeur est abîmé ou incomplet (${of('part')}). Enregistrez-le de nouveau.`,
    en: ({ of }) => `The workbook is damaged or incomplete (${of('part')}). Save it again.`
  },
  sheet: {
    fr: ({ value, of }) => `Le classeur n’a pas de feuille ${value}. Il contient\u00a0: ${of('sheets')}.`,
    en: ({ value, of }) => `The workbook has no sheet ${value}. It holds: ${of('sheets')}.`
  },
  xlsb: otherOffice('un classeur binaire (.xlsb)', 'a binary workbook (.xlsb)'),
  ods: otherOffice('un document OpenDocument', 'an OpenDocument file'),
  office: otherOffice(
    'un document Word, PowerPoint ou autre',
    'a Word or PowerPoint document or another of that kind'
  ),
  columns: {
    fr: ({ of }) => `Le tableau a plus de ${of('most')} colonnes.`,
    en: ({ of }) => `The table has more than ${of('most')} columns.`
  },
  cells: {
    fr: ({ of }) =>
      `Le tableau a plus de ${of('most')} cases, les vides comprises. Partagez-le en plusieurs fichiers, ou enregistrez-le en CSV.`,
    en: ({ of }) =>
      `The table has more than ${of('most')} cells, blank ones included. Split it into several files, or save it as CSV.`
  },
  long_cell: {
    fr: ({ of }) => `Une case contient plus de ${of('most')} caractères.`,
    en: ({ of }) => `A cell holds more than ${of('most')} characters.`
  },
  json_damaged: {
    fr: () => 'Ce JSON n’est pas valide à partir de cette ligne. Le fichier a peut-être été coupé.',
    en: () => 'This JSON is not valid from this line on. The file may have been cut.'
  },
  json_depth: {
    fr: ({ of }) => `Ce JSON est imbriqué sur plus de ${of('most')} niveaux.`,
    en: ({ of }) => `This JSON is nested more than ${of('most')} levels deep.`
  },
  json_shape: {
    fr: () =>
      'Ce JSON n’est ni une liste d’objets, un par ligne du tableau, ni les réponses d’un ou de plusieurs produits («\u00a0answers\u00a0»).',
    en: () =>
      'This JSON is neither a list of objects, one for each row, nor the answers of one or more products (“answers”).'
  },
  json_products: {
    fr: () =>
      'Cette liste de produits ne contient pas leurs réponses. Prenez celles de chaque produit, à l’adresse /products/ID.',
    en: () =>
      'This list of products does not hold their answers. Take those of each product, at /products/ID.'
  },
  json_nested: {
    fr: ({ value }) => `${value} contient une liste ou un objet au lieu d’une valeur simple.`,
    en: ({ value }) => `${value} holds a list or an object instead of a plain value.`
  },
  json_duplicate: {
    fr: ({ value }) => `Le champ ${value} se trouve deux fois dans un même objet.`,
    en: ({ value }) => `The field ${value} comes twice in one object.`
  },
  parquet_damaged: {
    fr: () => 'Le fichier Parquet est abîmé, coupé ou d’une forme qui n’est pas lue.',
    en: () => 'The Parquet file is damaged, cut or of a form that is not read.'
  },
  parquet_nested: {
    fr: ({ value, of }) =>
      `La colonne ${value} est de type ${of('type')}\u00a0; il faut du texte, un nombre, une date ou un booléen.`,
    en: ({ value, of }) =>
      `Column ${value} is of type ${of('type')}; it must be text, a number, a date or a boolean.`
  },
  too_slow: {
    fr: ({ of }) =>
      `La lecture a été arrêtée après ${of('seconds')} secondes. Partagez le fichier, ou enregistrez les données en CSV.`,
    en: ({ of }) =>
      `Reading was stopped after ${of('seconds')} seconds. Split the file, or save the data as CSV.`
  },
  too_big: {
    fr: () => 'La lecture demande trop de mémoire. Partagez le fichier, ou enregistrez les données en CSV.',
    en: () => 'Reading takes too much memory. Split the file, or save the data as CSV.'
  }
};

function otherOffice(fr: string, en: string): Message {
  return {
    fr: () => `Le fichier ressemble à ${fr}. Enregistrez les données au format .xlsx ou CSV.`,
    en: () => `The file looks like ${en}. Save the data as .xlsx or CSV.`
  };
}

/** Follows what says that a sheet holds no answers, where the workbook has others. */
export const otherSheets: Message = {
  fr: ({ of, onPage }) =>
    of('sheets') &&
    ` Si elles sont dans une autre feuille du classeur (${of('sheets')}), ${onPage ? 'choisissez-la sous «\u00a0Feuille\u00a0»' : 'donnez --sheet'}.`,
  en: ({ of, onPage }) =>
    of('sheets') &&
    ` If they are on another sheet of the workbook (${of('sheets')}), ${onPage ? 'choose it under “Sheet”' : 'give --sheet'}.`
};
