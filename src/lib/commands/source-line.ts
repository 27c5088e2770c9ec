import type { Locale } from '#lib/i18n/locale.ts';
import { counted, quoted, say } from '#lib/i18n/wording.ts';
import type { Constant, LeftOut, SourceName, SourceReason } from '#lib/ingest/sources/names.ts';
import type { Recognised } from '#lib/ingest/types.ts';

/** What each source is called; the brands are the same in both languages. */
export function sourceTitle(source: SourceName, locale: Locale): string {
  const titles: Record<SourceName, string> = {
    canonical: say(locale, 'format canonique', 'canonical layout'),
    limesurvey: 'LimeSurvey',
    'microsoft-forms': 'Microsoft Forms',
    'google-forms': 'Google Forms',
    surveymonkey: 'SurveyMonkey',
    kobo: 'KoboToolbox / ODK',
    'ciso-assistant': 'CISO Assistant',
    'one-product': say(locale, 'fichier d’un seul produit', 'file of one product')
  };
  return titles[source];
}

/** What a file was recognised as, and by what; null where it could not be split into a table. */
export function sourceLine(
  { source, reason }: Pick<Recognised, 'source' | 'reason'>,
  locale: Locale
): string | null {
  return source === null || reason === null
    ? null
    : recognisedAs(sourceTitle(source, locale), reason, locale);
}

function recognisedAs(title: string, { by, columns }: SourceReason, locale: Locale): string {
  const headings = columns.map((heading) => quoted(heading, locale)).join(', ');
  const lines = {
    option: say(locale, `lu comme ${title}, selon --source`, `read as ${title}, as --source says`),
    columns: say(
      locale,
      `reconnu comme ${title} : colonnes ${headings}`,
      `recognised as ${title}: columns ${headings}`
    ),
    none: say(
      locale,
      `lu comme ${title} : aucun outil ne se reconnaît aux titres`,
      `read as ${title}: its headings tell of no tool`
    )
  };
  return lines[by];
}

/** A value that holds for the whole file. */
export function constantLine({ field, value, from }: Constant, locale: Locale, name: string = field): string {
  const where = {
    option: say(locale, `par --${field}`, `by --${field}`),
    file: say(locale, 'par le nom du fichier', 'by the file’s name'),
    header: say(locale, 'au-dessus du tableau', 'above the table')
  };
  return `${name} = ${quoted(value, locale)} (${where[from]})`;
}

/** The headings that are kept nowhere, a line for each reason. */
export function leftOutLines(leftOut: LeftOut[], locale: Locale): string[] {
  const reasons = {
    personal: say(locale, 'données personnelles', 'personal data'),
    technical: say(locale, 'ajouté par l’outil', 'added by the tool'),
    criterion: say(locale, 'dit d’un critère, non du produit', 'said of a criterion, not of the product')
  };
  return (['personal', 'technical', 'criterion'] as const).flatMap((because) => {
    const columns = leftOut.filter((one) => one.because === because);
    const headings = columns.map(({ heading }) => quoted(heading, locale)).join(', ');
    const why = reasons[because];
    return columns.length === 0
      ? []
      : [say(locale, `non conservé (${why}) : ${headings}`, `not kept (${why}): ${headings}`)];
  });
}

/** How many rows were neither headings nor answers. */
export function passedOverLines({ passedOver }: Pick<Recognised, 'passedOver'>, locale: Locale): string[] {
  if (passedOver === 0) return [];
  const rows = counted(passedOver, locale === 'fr' ? ['ligne', 'lignes'] : ['row', 'rows'], locale);
  return [
    say(
      locale,
      `${rows} sans réponse à un critère (titres, en-tête)`,
      `${rows} without an answer to a criterion (titles, header)`
    )
  ];
}
