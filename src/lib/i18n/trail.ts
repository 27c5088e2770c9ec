import type { Locale } from './locale.ts';

const fr = {
  title: 'Journal d’audit',
  lede: 'Qui a vu, exporté ou modifié quoi. Chaque ligne porte l’empreinte de la précédente\u00a0; aucune réponse n’y figure.',
  verify: 'Vérifier toute la chaîne',
  whole: 'Chaîne intacte',
  broken: 'Chaîne rompue',
  ends: 'Empreinte finale, à noter ailleurs pour pouvoir prouver plus tard que rien n’a été retiré\u00a0:',
  dropped: 'Mois supprimés, dont le sceau reste\u00a0:',
  none: 'Aucune ligne pour ces critères.',
  lines: ['ligne', 'lignes'] as [string, string],
  who: 'Qui',
  everybody: 'tous',
  unknown: 'inconnu',
  act: 'Acte',
  allActs: 'tous',
  acts: { see: 'a vu', export: 'a exporté', change: 'a modifié' },
  ways: { page: 'page', api: 'API', command: 'commande', server: 'serveur' },
  what: 'Quoi',
  on: 'Sur',
  outcome: 'Issue',
  moment: 'Moment (UTC)',
  since: 'Du',
  until: 'Au',
  contains: 'Contient'
};

const en: typeof fr = {
  title: 'Audit trail',
  lede: 'Who saw, exported or changed what. Each line carries the hash of the one before; no answer is in it.',
  verify: 'Verify the whole chain',
  whole: 'Chain whole',
  broken: 'Chain broken',
  ends: 'Final hash, to be noted elsewhere so that it can be proved later that nothing was taken out:',
  dropped: 'Months dropped, of which the seal is left:',
  none: 'No line for this choice.',
  lines: ['line', 'lines'],
  who: 'Who',
  everybody: 'everybody',
  unknown: 'unknown',
  act: 'Act',
  allActs: 'all',
  acts: { see: 'saw', export: 'exported', change: 'changed' },
  ways: { page: 'page', api: 'API', command: 'command', server: 'server' },
  what: 'What',
  on: 'On',
  outcome: 'Outcome',
  moment: 'Moment (UTC)',
  since: 'From',
  until: 'To',
  contains: 'Contains'
};

const byLocale: Record<Locale, typeof fr> = { fr, en };

/** Words of the audit trail's page. */
export function trailWords(locale: Locale): typeof fr {
  return byLocale[locale];
}
