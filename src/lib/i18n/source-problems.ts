import type { Message } from './problem-words.ts';

/** The sentences on what tools write in their exports, each a warning. */
export const sourceMessages = {
  incomplete_response: {
    fr: ({ value, of }) =>
      `La réponse de ${value} n’a pas été envoyée jusqu’au bout. ${fateFr[of('fate')] ?? 'Elle compte.'}`,
    en: ({ value, of }) =>
      `The response of ${value} was never submitted. ${fateEn[of('fate')] ?? 'It counts.'}`
  },
  left_blank: {
    fr: ({ value, of }) =>
      of('count') === '1'
        ? `${value}\u00a0: une question affichée est restée sans réponse\u00a0; la case est lue comme vide, donc comme non applicable si le critère est conditionnel.`
        : `${value}\u00a0: ${of('count')} questions affichées sont restées sans réponse\u00a0; les cases sont lues comme vides, donc comme non applicables si le critère est conditionnel.`,
    en: ({ value, of }) =>
      of('count') === '1'
        ? `${value}: one question that was shown was left blank; the cell is read as blank, so as not applicable where the criterion is conditional.`
        : `${value}: ${of('count')} questions that were shown were left blank; the cells are read as blank, so as not applicable where the criterion is conditional.`
  },
  codes_as_levels: {
    fr: ({ value, onPage }) =>
      `Le numéro des codes ${value} est lu comme le niveau\u00a0: vérifiez que les choix du formulaire sont dans l’ordre des niveaux, sinon dites ${onPage ? 'dans la correspondance' : 'par --answer'} ce que vaut chaque code.`,
    en: ({ value, onPage }) =>
      `The number in the codes ${value} is read as the level: check that the form’s choices are in the order of the levels, else say ${onPage ? 'in the mapping' : 'by --answer'} what each code means.`
  },
  assumed_dates: {
    fr: ({ column, of }) =>
      of('order') === 'day'
        ? `Aucune date de la colonne ${column} ne dit si le jour vient avant le mois\u00a0: il est lu en premier.`
        : `Aucune date de la colonne ${column} ne dit si le jour vient avant le mois\u00a0: le mois est lu en premier.`,
    en: ({ column, of }) =>
      `No date in column ${column} tells whether the day stands before the month: the ${of('order')} is read first.`
  }
} satisfies Record<string, Message>;

const fateFr: Record<string, string> = {
  counts: 'Elle compte comme une autre\u00a0; ce qui manque est lu comme vide.',
  displaced: 'Elle n’est pas gardée\u00a0: ce fichier a aussi une réponse envoyée pour ce produit.',
  nameless: 'Elle n’est pas gardée\u00a0: le produit ou l’éditeur y manque.'
};

const fateEn: Record<string, string> = {
  counts: 'It counts like any other; what is missing is read as blank.',
  displaced: 'It is not kept: this file also has a submitted response for the product.',
  nameless: 'It is not kept: it names no product or no vendor.'
};
