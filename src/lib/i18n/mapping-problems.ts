import type { Message, Words } from './problem-words.ts';

/** The sentences on what a person said of a file: which column holds what, what an answer means, a saved mapping. */
export const mappingMessages = {
  unknown_field: {
    fr: ({ value, of }) =>
      `${value} n’est ni un champ (product, vendor, corridor, submitted_at) ni le code d’un critère.${near(of, 'Vouliez-vous dire', '\u00a0?')}`,
    en: ({ value, of }) =>
      `${value} is neither a field (product, vendor, corridor, submitted_at) nor the code of a criterion.${near(of, 'Did you mean', '?')}`
  },
  unknown_heading: {
    fr: ({ value, of }) =>
      of('reason') === 'several'
        ? `Plusieurs colonnes s’appellent ${value}. Donnez le titre entier d’une seule.`
        : `Aucune colonne ne s’appelle ${value}.${near(of, 'La plus proche est', '.')}`,
    en: ({ value, of }) =>
      of('reason') === 'several'
        ? `Several columns are called ${value}. Give the whole heading of one.`
        : `No column is called ${value}.${near(of, 'The closest is', '.')}`
  },
  ambiguous_heading: {
    fr: ({ value, onPage }) =>
      `Les deux parties du titre ${value} désignent deux choses différentes. ${onPage ? 'Choisissez laquelle dans la correspondance, ou gardez la colonne comme attribut.' : 'Précisez par --map, ou demandez d’ignorer la colonne.'}`,
    en: ({ value, onPage }) =>
      `The two parts of the heading ${value} name two different things. ${onPage ? 'Choose which in the mapping, or keep the column as an attribute.' : 'Say which by --map, or ask to ignore the column.'}`
  },
  unknown_level: {
    fr: ({ value, of }) =>
      `Dans ${value}, le niveau n’existe pas\u00a0: il faut un niveau de 1 à ${of('levels')}.`,
    en: ({ value, of }) => `In ${value}, there is no such level: it must be from 1 to ${of('levels')}.`
  },
  unused_answer: {
    fr: ({ value }) =>
      `Aucune case lue ne dit ${value}\u00a0: cette consigne n’a servi à rien. Vérifiez son orthographe.`,
    en: ({ value }) => `No cell that was read says ${value}: this mapping had no effect. Check its spelling.`
  },
  unknown_profile: {
    fr: ({ value, of }) =>
      `Le profil ${value} n’existe pas. ${of('known') ? `Profils enregistrés\u00a0: ${of('known')}.` : 'Aucun profil n’est enregistré.'}`,
    en: ({ value, of }) =>
      `There is no profile ${value}. ${of('known') ? `Saved profiles: ${of('known')}.` : 'No profile is saved.'}`
  }
} satisfies Record<string, Message>;

/** Where `--answer` names a criterion that the questionnaire does not have. */
export const unknownAddressee: Message = {
  fr: ({ value, of }) =>
    `${value} n’est le code d’aucun critère, dans «\u00a0${of('said')}\u00a0».${near(of, 'Vouliez-vous dire', '\u00a0?')} Si ce n’est qu’un libellé, écrivez «\u00a0:${of('said')}\u00a0».`,
  en: ({ value, of }) =>
    `${value} is no criterion’s code, in “${of('said')}”.${near(of, 'Did you mean', '?')} If all of it is a label, write “:${of('said')}”.`
};

/** Adds, where a column looks like what is missing, how to say that it is. */
export function lookingLike({ fr, en }: Message): Message {
  return {
    fr: (words) => fr(words) + suggestion(words, suggestedFr),
    en: (words) => en(words) + suggestion(words, suggestedEn)
  };
}

function suggestion(words: Words, sentence: (words: Words) => string): string {
  return words.of('looksLike') === '' ? '' : ` ${sentence(words)}`;
}

function option({ of }: Words): string {
  return `--map "${of('field')}=${of('looksLike')}"`;
}

function suggestedFr(words: Words): string {
  const { of, quoted, onPage } = words;
  const asked = of('question') ? `à la question ${of('field')} (${quoted('question')})` : `à ${of('field')}`;
  const how = onPage ? 'confirmez-le dans la correspondance' : `confirmez par ${option(words)}`;
  return `La colonne ${quoted('looksLike')} ressemble ${asked}\u00a0; ${how}.`;
}

function suggestedEn(words: Words): string {
  const { of, quoted, onPage } = words;
  const asked = of('question') ? `question ${of('field')} (${quoted('question')})` : of('field');
  const how = onPage ? 'confirm it in the mapping' : `confirm by ${option(words)}`;
  return `Column ${quoted('looksLike')} looks like ${asked}; ${how}.`;
}

function near(of: Words['of'], lead: string, end: string): string {
  return of('near') === '' ? '' : ` ${lead} ${of('near')}${end}`;
}
