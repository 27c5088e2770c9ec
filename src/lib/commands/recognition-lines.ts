import type { Locale } from '#lib/i18n/locale.ts';
import { quoted, say } from '#lib/i18n/wording.ts';
import { constantLine, leftOutLines, passedOverLines, sourceLine } from './source-line.ts';
import type { AnswerMapping } from '#lib/ingest/mapping.ts';
import type { MatchedBy, MatchedColumn, Recognised } from '#lib/ingest/types.ts';

function ways(locale: Locale): Record<MatchedBy, string> {
  return {
    name: say(locale, 'par le nom du champ', 'by the field’s name'),
    code: say(locale, 'par le code', 'by code'),
    label: say(locale, 'par le libellé', 'by label'),
    map: say(locale, 'par --map', 'by --map')
  };
}

function matchLine({ field, heading, by }: MatchedColumn, locale: Locale): string {
  return `${field} = ${quoted(heading, locale)} (${ways(locale)[by]})`;
}

/** What was matched by its own name or code is only listed: the heading says it all. */
function matchLines(matched: MatchedColumn[], locale: Locale): string[] {
  const plain = (['name', 'code'] as const).flatMap((by) => {
    const fields = matched.filter((match) => match.by === by).map(({ field }) => field);
    return fields.length > 0 ? [`${fields.join(', ')} (${ways(locale)[by]})`] : [];
  });
  const others = matched.filter(({ by }) => by === 'label' || by === 'map');
  return [...plain, ...others.map((match) => matchLine(match, locale))];
}

function meaning({ means }: AnswerMapping, locale: Locale): string {
  if (typeof means === 'number') return say(locale, `niveau ${means}`, `level ${means}`);
  const words = {
    not_applicable: say(locale, 'non applicable', 'not applicable'),
    unanswered: say(locale, 'sans réponse', 'unanswered'),
    blank: say(locale, 'case vide', 'a blank cell')
  };
  return words[means];
}

function answerLine(mapping: AnswerMapping, locale: Locale): string {
  const said = quoted(mapping.said, locale);
  return say(
    locale,
    `${said} lu comme ${meaning(mapping, locale)}`,
    `${said} read as ${meaning(mapping, locale)}`
  );
}

/** What kind of file a table was in, where it is no delimited text, and which sheets were not read. */
function containerLines(
  { container, sheet, otherSheets }: Recognised,
  locale: Locale,
  option = ' (--sheet)'
): string[] {
  if (container === null || container === 'csv') return [];
  const kinds = {
    xlsx: say(locale, 'classeur .xlsx', '.xlsx workbook'),
    json: 'JSON',
    parquet: 'Parquet'
  };
  if (sheet === null) return [kinds[container]];
  const read = quoted(sheet, locale);
  const others = otherSheets.map((name) => quoted(name, locale)).join(', ');
  const unread = say(locale, `feuilles non lues : ${others}${option}`, `sheets not read: ${others}${option}`);
  const line = say(locale, `${kinds.xlsx}, feuille ${read}`, `${kinds.xlsx}, sheet ${read}`);
  return otherSheets.length > 0 ? [line, unread] : [line];
}

/** What a file comes from, what holds for all of it and what is kept nowhere: what the page's tables do not say. */
export function originLines(file: Recognised, locale: Locale): string[] {
  const source = sourceLine(file, locale, 'page');
  const lines = [
    ...containerLines(file, locale, ''),
    ...(source === null ? [] : [source]),
    ...file.constants.map((constant) => constantLine(constant, locale, 'page')),
    ...leftOutLines(file.leftOut, locale),
    ...passedOverLines(file, locale)
  ];
  return lines.map((line) => line.charAt(0).toUpperCase() + line.slice(1));
}

/** What was understood of a file's headings and how, a line each, so that nothing is guessed unseen. */
export function recognitionLines(file: Recognised, locale: Locale): string[] {
  const { name, reason, leftOut, constants, headingRows, matched, answers, attributes } = file;
  const rows =
    headingRows === 2
      ? [say(locale, 'deux lignes de titres, lues ensemble', 'two heading rows, read as one')]
      : [];
  const kept = attributes.map((attribute) => quoted(attribute, locale)).join(', ');
  const rest =
    kept === '' ? [] : [say(locale, `gardé comme attribut : ${kept}`, `kept as attributes: ${kept}`)];
  const recognised = reason?.by === 'none' ? null : sourceLine(file, locale);
  const lines = [
    ...containerLines(file, locale),
    ...(recognised === null ? [] : [recognised]),
    ...constants.map((constant) => constantLine(constant, locale)),
    ...rows,
    ...matchLines(matched, locale),
    ...answers.map((mapping) => answerLine(mapping, locale)),
    ...rest,
    ...leftOutLines(leftOut, locale),
    ...passedOverLines(file, locale)
  ];
  return lines.map((line) => `${name}: ${line}`);
}
