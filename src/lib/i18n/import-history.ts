import { dateTime, integer } from './format.ts';
import type { Locale } from './locale.ts';
import { counted, quoted, say } from './wording.ts';

/** What a person said when importing: the part of the history that is put in words here. */
interface Mapping {
  map?: { field: string; heading: string }[];
  answers?: { said: string; means: number | string }[];
  ignore?: string[];
  encoding?: string;
  delimiter?: string;
}

interface Made {
  rejected: { products: number; rows: number };
  warnings: number;
  mapping: Mapping;
  profile: string | null;
  partial: boolean;
}

/** The mapping, one phrase a decision; none where everything was recognised. */
function mappingLines({ mapping, profile }: Made, locale: Locale): string[] {
  const { map = [], answers = [], ignore = [], encoding, delimiter } = mapping;
  const mark = say(locale, ' : ', ': ');
  return [
    ...(profile === null ? [] : [`${say(locale, 'profil', 'profile')}${mark}${quoted(profile, locale)}`]),
    ...map.map(({ field, heading }) => `${field} = ${quoted(heading, locale)}`),
    ...answers.map(({ said, means }) => `${quoted(said, locale)} = ${means}`),
    ...ignore.map((heading) => `${say(locale, 'ignoré', 'ignored')}${mark}${quoted(heading, locale)}`),
    ...(encoding === undefined ? [] : [`${say(locale, 'encodage', 'encoding')}${mark}${encoding}`]),
    ...(delimiter === undefined ? [] : [`${say(locale, 'délimiteur', 'delimiter')}${mark}${delimiter}`])
  ];
}

/** How an import was made, a line a fact. */
export function detailLines(made: Made, locale: Locale): string[] {
  const { rejected, warnings, partial } = made;
  const said = mappingLines(made, locale);
  return [
    ...(partial
      ? [
          say(
            locale,
            `Import partiel : ${integer(rejected.products, locale)} produits rejetés (${integer(rejected.rows, locale)} lignes)`,
            `Partial import: ${integer(rejected.products, locale)} products rejected (${integer(rejected.rows, locale)} rows)`
          )
        ]
      : []),
    counted(
      warnings,
      locale === 'fr' ? ['avertissement', 'avertissements'] : ['warning', 'warnings'],
      locale
    ),
    said.length === 0
      ? say(
          locale,
          'Correspondance : tout a été reconnu, rien n’a été précisé',
          'Mapping: all was recognised, nothing was said'
        )
      : say(locale, `Correspondance : ${said.join(' ; ')}`, `Mapping: ${said.join('; ')}`)
  ];
}

/** « Annulé le … par … ». */
export function actLine(
  { act, at, by }: { act: 'undo' | 'redo'; at: string; by: string | null },
  locale: Locale
): string {
  const who = by === null ? '' : say(locale, ` par ${by}`, ` by ${by}`);
  const when = dateTime(at, locale);
  return act === 'undo'
    ? say(locale, `Annulé le ${when}${who}`, `Undone on ${when}${who}`)
    : say(locale, `Rétabli le ${when}${who}`, `Restored on ${when}${who}`);
}

/** Who imported, or by which way where nobody was named. */
export function importer(by: string | null, origin: 'page' | 'command' | 'sample', locale: Locale): string {
  if (by !== null) return by;
  if (origin === 'sample') return say(locale, 'échantillon', 'sample');
  return origin === 'page'
    ? say(locale, 'par la page, sans nom', 'by the page, unnamed')
    : say(locale, 'par la ligne de commande', 'by the command line');
}

/** What an import brought that was no import of answers. */
export function broughtLine(kind: 'comments' | 'audits', records: number, locale: Locale): string {
  const nouns = {
    comments:
      locale === 'fr' ? (['commentaire', 'commentaires'] as const) : (['comment', 'comments'] as const),
    audits:
      locale === 'fr'
        ? (['résultat de contrôle d’audit', 'résultats de contrôles d’audit'] as const)
        : (['result of an audit control', 'results of audit controls'] as const)
  };
  return counted(records, nouns[kind], locale);
}
