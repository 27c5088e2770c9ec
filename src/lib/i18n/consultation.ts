import type { CommentFilters } from '#lib/maturity/comment-filters.ts';
import type { Decision } from '#lib/maturity/consultation.ts';
import type { Stance } from '#lib/maturity/stance.ts';
import type { Locale } from './locale.ts';
import { colon, quoted, say } from './wording.ts';

/** An opinion's stance, as an adjective in the singular or, with `many`, in the plural. */
export function stanceWord(stance: Stance, locale: Locale, many = false): string {
  const words: Record<Stance, [one: string, many: string, en: string]> = {
    favourable: ['favorable', 'favorables', 'favourable'],
    reserved: ['réservé', 'réservés', 'reserved'],
    opposed: ['opposé', 'opposés', 'opposed']
  };
  const [one, more, en] = words[stance];
  return locale === 'fr' ? (many ? more : one) : en;
}

export function decisionWord(decision: Decision | 'none', locale: Locale): string {
  const words: Record<Decision | 'none', [fr: string, en: string]> = {
    none: ['à traiter', 'to be treated'],
    retained: ['retenu', 'retained'],
    partly: ['retenu en partie', 'retained in part'],
    not_retained: ['non retenu', 'not retained']
  };
  return words[decision][locale === 'fr' ? 0 : 1];
}

export type ConsultationWords = ReturnType<typeof consultationWords>;

/** The fixed words of the page on the consultation: its server's, so that a browser need not load both languages. */
export function consultationWords(locale: Locale) {
  return {
    page: say(locale, 'Consultation', 'Consultation'),
    search: say(locale, 'Chercher', 'Search'),
    searchHelp: say(locale, 'commentaire, organisation ou code', 'comment, organisation or code'),
    stance: say(locale, 'Position', 'Stance'),
    type: say(locale, 'Type d’organisation', 'Type of organisation'),
    noType: say(locale, 'type non précisé', 'type not given'),
    treatment: say(locale, 'Traitement', 'Treatment'),
    requirement: say(locale, 'Exigence', 'Requirement'),
    filter: say(locale, 'Afficher', 'Show'),
    reset: say(locale, 'Tout afficher', 'Show all'),
    read: say(locale, 'Commentaires', 'Comments'),
    readSubline: say(
      locale,
      'Par exigence, les avis opposés d’abord. Les copies d’un même texte sont réunies ; chaque organisation y compte une fois.',
      'By requirement, the opposed first. Copies of one text are gathered; each organisation counts once in them.'
    ),
    attained: say(locale, 'déclaré atteint', 'declared attained'),
    noCriterion: say(
      locale,
      'Aucun critère connu : atteinte inconnue',
      'No known criterion: attainment unknown'
    ),
    noText: say(locale, 'Avis sans commentaire', 'Stance without a comment'),
    treat: say(locale, 'Traiter', 'Treat'),
    scope: say(locale, 'Ce qui est traité', 'What is treated'),
    allCopies: say(locale, 'le texte, pour toutes les organisations', 'the text, for all organisations'),
    only: say(locale, 'seulement', 'only'),
    decision: say(locale, 'Décision', 'Decision'),
    withdraw: say(locale, 'aucune (retirer la décision)', 'none (take the decision back)'),
    reason: say(locale, 'Motif', 'Reason'),
    reasonHelp: say(
      locale,
      'nécessaire sauf pour « retenu » ; il est publié',
      'needed except for “retained”; it is published'
    ),
    keep: say(locale, 'Enregistrer', 'Keep'),
    kept: say(locale, 'C’est enregistré.', 'Kept.'),
    notKept: say(locale, 'Rien n’a été enregistré :', 'Nothing was kept:'),
    history: say(locale, 'Décisions successives', 'Decisions over time'),
    takenBack: say(locale, 'décision retirée', 'decision taken back'),
    reference: say(locale, 'Table traitée', 'Treated table'),
    import: say(locale, 'Importer des commentaires', 'Import comments'),
    importHelp: say(
      locale,
      'CSV ou .xlsx : exigence ou critère, organisation, type d’organisation, position (favorable, réservé, opposé), commentaire, date. Un import s’annule à la page Données.',
      'CSV or .xlsx: requirement or criterion, organisation, type of organisation, stance (favourable, reserved, opposed), comment, date. An import is undone on the Data page.'
    ),
    file: say(locale, 'Fichier de commentaires', 'File of comments')
  };
}

/** What keeps a treatment from being kept. */
export type TreatmentFlaw = 'unknown_comment' | 'no_reason' | 'no_decision';

export function treatmentRefusal(refusal: TreatmentFlaw, locale: Locale): string {
  const words = {
    unknown_comment: say(
      locale,
      'ce commentaire n’est plus en vigueur.',
      'this comment is no longer in force.'
    ),
    no_reason: say(
      locale,
      'un commentaire non retenu, ou retenu en partie, demande un motif.',
      'a comment that is not retained, or in part, needs a reason.'
    ),
    no_decision: say(locale, 'choisissez une décision.', 'choose a decision.')
  };
  return words[refusal];
}

/** What the comments were chosen by, for a figure that leaves its page. */
export function commentFilterWords(filters: CommentFilters, locale: Locale): string {
  const words = consultationWords(locale);
  const list = (name: string, values: readonly string[]) =>
    values.length === 0 ? [] : [`${name}${colon(locale)} ${values.join(', ')}`];
  return [
    words.page,
    ...(filters.text === '' ? [] : [quoted(filters.text, locale)]),
    ...list(words.requirement, filters.subject),
    ...list(
      words.stance,
      filters.stance.map((stance) => stanceWord(stance, locale))
    ),
    ...list(words.type, filters.type),
    ...list(
      words.treatment,
      filters.treatment.map((state) => decisionWord(state, locale))
    )
  ].join(' · ');
}

/** « au niveau 3 », where that is not the target. */
export function atLevelWords(level: number, locale: Locale): string {
  return say(locale, `au niveau ${level}`, `at level ${level}`);
}
