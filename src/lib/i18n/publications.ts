import type { Locale } from './locale.ts';

const fr = {
  page: 'Publications',
  title: ['publication figée', 'publications figées'] as [string, string],
  none: 'Aucune publication pour l’instant',
  lede: 'Une publication ne change plus\u00a0: ses fichiers disent les mêmes chiffres dans tous les formats, protégés pour qu’aucune réponse d’éditeur ne s’en déduise.',
  noneLede: 'Les chiffres apparaîtront ici dès qu’une campagne aura été publiée.',
  published: 'Publiée le',
  compared: 'comparée à',
  fingerprint: 'Empreinte',
  files: 'Fichiers'
};

const en: typeof fr = {
  page: 'Publications',
  title: ['frozen publication', 'frozen publications'],
  none: 'No publication yet',
  lede: 'A publication no longer changes: its files state the same figures in every format, protected so that no vendor’s answer can be worked out from them.',
  noneLede: 'Figures will show here once a campaign has been published.',
  published: 'Published on',
  compared: 'compared with',
  fingerprint: 'Fingerprint',
  files: 'Files'
};

/** Words of the page of publications, which is all that a reader sees. */
export function publicationsWords(locale: Locale): typeof fr {
  return { fr, en }[locale];
}
