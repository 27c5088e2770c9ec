import { fold } from '#lib/i18n/fold.ts';
import type { Criterion, Questionnaire } from '#lib/maturity/questionnaire.ts';
import type { SystemColumns } from './system-columns.ts';

/** What LimeSurvey notes of each response: its code, then the texts that an export may have instead. */
const noted = {
  id: ['Response ID', 'ID de la réponse', 'ID réponse'],
  submitdate: ['Date submitted', 'Date de soumission'],
  lastpage: ['Last page', 'Dernière page'],
  startlanguage: ['Start language', 'Langue de départ'],
  seed: ['Seed', 'Tête de série'],
  startdate: ['Date started', 'Date de lancement'],
  datestamp: ['Date last action', 'Date de la dernière action'],
  token: ['Access code', 'Token', 'Code d’accès', 'Invitation', 'Jeton'],
  ipaddr: ['IP address', 'Adresse IP'],
  refurl: ['Referrer URL', 'URL de référence', 'URL référente', 'URL du référent'],
  interviewtime: ['Total time', 'Temps total'],
  firstname: ['First name', 'Prénom'],
  lastname: ['Last name', 'Nom de famille'],
  email: ['Email address', 'Email', 'Adresse courriel', 'Adresse électronique', 'Adresse e-mail']
} as const;

type Noted = keyof typeof noted;

const withTexts = (codes: Noted[]): string[] => codes.flatMap((code) => [code, ...noted[code]]);

export const sent = withTexts(['submitdate']);
export const lastActions = withTexts(['datestamp']);
/** Two of these tell, if one is no everyday word. */
export const telling = withTexts(['submitdate', 'lastpage', 'startlanguage']);
export const usual = withTexts([
  'id',
  'submitdate',
  'lastpage',
  'startlanguage',
  'seed',
  'startdate',
  'datestamp'
]);
/** French texts only, by which its language shows. */
export const french = ['ID de la réponse', 'Date de soumission', 'Dernière page', 'Langue de départ'];

export const system: SystemColumns = {
  submitted: sent,
  personal: withTexts(['token', 'ipaddr', 'firstname', 'lastname', 'email']),
  technical: withTexts([
    ...(['id', 'lastpage', 'startlanguage', 'seed', 'startdate', 'datestamp', 'refurl'] as const),
    'interviewtime'
  ])
};

/** Every text of a code, to be found again where a heading is `code separator text`. */
export const texts: [code: string, texts: readonly string[]][] = Object.entries(noted);

/** What stands between code and text, where headings have both; undefined where they don't. */
export function separatorOf(headings: string[]): string | undefined {
  for (const heading of headings) {
    const [code, known] = texts.find(([code]) => heading.startsWith(code)) ?? [];
    const rest = heading.slice(code?.length ?? 0);
    for (let at = 1; known && at < rest.length; at++) {
      if (known.some((text) => isText(rest.slice(at), text))) return rest.slice(0, at);
    }
  }
  return undefined;
}

function isText(written: string, text: string): boolean {
  return fold(written) === fold(text) || (isCut(written) && fold(text).startsWith(fold(written)));
}

/** Whether a text was abbreviated, which LimeSurvey shows by two dots. */
function isCut(text: string): boolean {
  return /\S\.\.\s*$/.test(text);
}

/** By which further names a heading's question goes. */
export function namesOf(
  heading: string,
  separator: string | undefined,
  uncut: (text: string) => string[]
): string[] {
  const at = separator === undefined ? -1 : heading.indexOf(separator);
  const [code, text] =
    separator === undefined || at < 0
      ? [heading, heading]
      : [heading.slice(0, at), heading.slice(at + separator.length)];
  const names = [code, ...codesOf(code), text, ...textParts(text).flatMap((part) => [part, ...uncut(part)])];
  return [...new Set(names.map((name) => name.trim()))].filter((name) => name !== '' && name !== heading);
}

/** `Q1[SQ1]` and `Q1_SQ1` are one thing, and either code alone may be the criterion’s; not so a comment's. */
function codesOf(code: string): string[] {
  const [, question, part] = /^([a-z]\w*?)(?:\[(\w+)\]|_([a-z0-9]+))$/i.exec(code)?.filter(Boolean) ?? [];
  if (!question || !part || /^(other|comment)$/i.test(part)) return [];
  return [question, part, `${question}[${part}]`, `${question}_${part}`];
}

/** The question and, in brackets behind it, one of its parts; blanks may have been written as `_`. */
function textParts(text: string): string[] {
  const spaced = text.includes(' ') ? text : text.replaceAll('_', ' ');
  const [, question = '', part = ''] = /^(.*\S) \[(.+)\]$/s.exec(spaced.trim()) ?? [];
  return [spaced, question, part];
}

/** The whole texts of which an abbreviated one is the beginning; none where several criteria begin so. */
export function completions({ criteria }: Questionnaire): (text: string) => string[] {
  return (text) => {
    const start = fold(text);
    if (!isCut(text) || start === '') return [];
    const begun = criteria.filter((criterion) =>
      wordings(criterion).some((one) => fold(one).startsWith(start))
    );
    if (begun.length > 1) return [];
    const whole = begun[0] ? wordings(begun[0]) : texts.flatMap(([, known]) => known);
    return whole.filter((one) => fold(one).startsWith(start));
  };
}

function wordings({ labelFr, labelEn, titleFr, titleEn }: Criterion): string[] {
  return [labelFr, labelEn, titleFr, titleEn].filter((text) => text !== '');
}
