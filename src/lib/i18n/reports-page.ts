import type { Locale } from './locale.ts';

const fr = {
  page: 'Rapports',
  title: 'Choisissez le public et le format, relisez les titres, téléchargez',
  lede: 'Le même choix donne les mêmes chiffres dans tous les formats, à l’écran et dans l’API.',
  audience: 'Public visé',
  audiences: { internal: 'interne : toutes les réponses', public: 'tout public : chiffres protégés' },
  noFilters: 'Un rapport tout public porte toujours sur la campagne entière, sans filtre.',
  language: 'Langue du rapport',
  compared: 'Comparée à',
  none: 'aucune campagne',
  format: 'Format',
  sections: 'Sections',
  internalOnly: '(rapport interne seulement)',
  sectionsHelp: 'Sans aucune section cochée, le rapport prend celles d’usage.',
  preview: 'Aperçu',
  download: 'Télécharger',
  previewOf: 'Aperçu du rapport',
  refused: 'Ce rapport ne peut pas être rendu public : il en dirait trop sur certains éditeurs.',
  history: 'Ce qui a été publié',
  historyLede:
    'Une publication est figée : ses fichiers ne changent plus. Eux seuls sont à diffuser ; tout autre rapport tout public porte « aperçu, ne pas diffuser ».',
  nothing: 'Rien n’a encore été publié. La commande « palier publish » fige une publication.',
  date: 'Date (UTC)',
  campaign: 'Campagne',
  author: 'Auteur',
  unknown: 'inconnu',
  fingerprint: 'Empreinte',
  files: 'Fichiers'
};

const en: typeof fr = {
  page: 'Reports',
  title: 'Choose audience and format, read the titles, download',
  lede: 'The same choice gives the same figures in every format, on screen and in the API.',
  audience: 'Audience',
  audiences: { internal: 'internal: every answer', public: 'public: protected figures' },
  noFilters: 'A public report is always about the whole campaign, without filters.',
  language: 'Language of the report',
  compared: 'Compared with',
  none: 'no campaign',
  format: 'Format',
  sections: 'Sections',
  internalOnly: '(internal reports only)',
  sectionsHelp: 'With no section ticked, the report takes the usual ones.',
  preview: 'Preview',
  download: 'Download',
  previewOf: 'Preview of the report',
  refused: 'This report cannot be made public: it would tell too much about some vendors.',
  history: 'What was published',
  historyLede:
    'A publication is frozen: its files do not change any more. Only these are for distribution; any other public report is marked “preview, not for distribution”.',
  nothing: 'Nothing has been published yet. The command “palier publish” freezes a publication.',
  date: 'Date (UTC)',
  campaign: 'Campaign',
  author: 'Author',
  unknown: 'unknown',
  fingerprint: 'Fingerprint',
  files: 'Files'
};

const byLocale: Record<Locale, typeof fr> = { fr, en };

/** Words of the reports' page. */
export function reportsWords(locale: Locale): typeof fr {
  return byLocale[locale];
}
