import type { Locale } from './locale.ts';

const fr = {
  page: 'Rapports',
  title: 'Choisissez le public et le format, relisez les titres, téléchargez',
  lede: 'Le même choix donne les mêmes chiffres dans tous les formats, à l’écran et dans l’API.',
  audience: 'Public visé',
  audiences: {
    internal: 'interne\u00a0: toutes les réponses',
    public: 'tout public\u00a0: chiffres protégés'
  },
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
  refused: 'Ce rapport ne peut pas être rendu public\u00a0: il en dirait trop sur certains éditeurs.',
  history: 'Ce qui a été publié',
  historyLede:
    'Une publication est figée\u00a0: ses fichiers ne changent plus. Eux seuls sont à diffuser\u00a0; un rapport tout public qui dit autre chose porte «\u00a0aperçu, ne pas diffuser\u00a0».',
  nothing: 'Rien n’a encore été publié.',
  internal: 'Interne',
  disclosureLog: 'cases masquées et règles, à ne pas diffuser',
  bears: 'Chaque page portera\u00a0:',
  publish: 'Publier',
  published: 'Publié et figé, empreinte',
  publishLede:
    'Publier fige ce rapport dans les cinq formats, avec toutes ses sections d’usage. Les fichiers figés sont les seuls à diffuser.',
  differences: 'Voir les chiffres qui diffèrent',
  allDifferences: 'tous les chiffres qui diffèrent (CSV)',
  first: 'Rien n’a encore été publié de cette campagne.',
  freeze: 'Publier et figer',
  by: 'Publié par (facultatif)',
  further: 'Échanges et marquage',
  exchangeLede: 'Toutes les réponses en vigueur de la campagne, pour d’autres outils. À ne pas diffuser.',
  bundle: 'Parquet, CSV et JSON (ZIP)',
  cisoAssistant: 'CISO Assistant\u00a0: bibliothèque et audits (ZIP)',
  marking: 'Marquage des fichiers internes',
  markingHelp: 'Sur chaque page. Vide\u00a0: le marquage d’usage.',
  keep: 'Enregistrer',
  kept: 'Enregistré.',
  working: 'Le rapport se prépare…',
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
    'A publication is frozen: its files do not change any more. Only these are for distribution; a public report that tells anything else is marked “preview, not for distribution”.',
  nothing: 'Nothing has been published yet.',
  internal: 'Internal',
  disclosureLog: 'withheld cells and rules, not for distribution',
  bears: 'Each page will bear:',
  publish: 'Publish',
  published: 'Published and frozen, fingerprint',
  publishLede:
    'Publishing freezes this report in all five formats, with all its usual sections. Only frozen files are for distribution.',
  differences: 'See the figures that differ',
  allDifferences: 'all figures that differ (CSV)',
  first: 'Nothing has been published of this campaign yet.',
  freeze: 'Publish and freeze',
  by: 'Published by (optional)',
  further: 'Exchange and marking',
  exchangeLede: 'All answers in force of the campaign, for other tools. Not for distribution.',
  bundle: 'Parquet, CSV and JSON (ZIP)',
  cisoAssistant: 'CISO Assistant: library and audits (ZIP)',
  marking: 'Marking of internal files',
  markingHelp: 'On every page. Blank: the usual marking.',
  keep: 'Save',
  kept: 'Saved.',
  working: 'The report is being made…',
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
