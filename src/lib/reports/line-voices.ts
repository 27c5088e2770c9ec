import { stanceWord } from '#lib/i18n/consultation.ts';
import { integer } from '#lib/i18n/format.ts';
import type { Locale } from '#lib/i18n/locale.ts';
import { say } from '#lib/i18n/wording.ts';
import { total, type Subject } from '#lib/maturity/consultation.ts';
import { defaultLimits } from '#lib/maturity/eligibility.ts';
import { criterionKey } from '#lib/maturity/questionnaire.ts';
import { stances } from '#lib/maturity/stance.ts';
import type { Db } from '#lib/server/sql.ts';
import type { View } from '#lib/server/view.ts';
import { readAudits } from './audits-data.ts';
import { askedComments, readConsultation } from './consultation-data.ts';

/** What the consultation and the audits say beside a requirement, by `voiceKey`. */
export type LineVoices = Record<string, string>;

/** By its criterion, else by its code, for a requirement without one. */
export function voiceKey(criterion: string | null, code: string): string {
  return criterion === null ? `code ${criterionKey(code)}` : criterionKey(criterion);
}

function opinions({ stances: counts }: Subject, locale: Locale): string {
  const parts = stances.flatMap((stance) =>
    counts[stance] > 0
      ? [`${integer(counts[stance], locale)}\u00a0${stanceWord(stance, locale, counts[stance] > 1)}`]
      : []
  );
  return say(locale, `avis : ${parts.join(', ')}`, `opinions: ${parts.join(', ')}`);
}

/** Never an accusation: what an audit saw beside what was declared. */
function gaps(tested: number, found: number, locale: Locale): string {
  const [n, N] = [integer(found, locale), integer(tested, locale)];
  return say(
    locale,
    `écart entre déclaré et constaté : ${n}/${N} audités`,
    `declared against found: ${n}/${N} audited`
  );
}

/** Opinions count each organisation once; audits are those of the products in view. */
export async function lineVoices(db: Db, view: View, locale: Locale): Promise<LineVoices> {
  const voices = new Map<string, string[]>();
  const add = (key: string, words: string) => voices.set(key, [...(voices.get(key) ?? []), words]);
  const { whole } = await readConsultation(db, view, askedComments([]));
  for (const subject of whole.subjects)
    if (total(subject.stances) > 0)
      add(voiceKey(subject.criterion || null, subject.requirement), opinions(subject, locale));
  const { found } = await readAudits(db, view, defaultLimits);
  for (const { criterion, tested, gaps: n } of found.criteria)
    if (tested > 0) add(voiceKey(criterion, ''), gaps(tested, n, locale));
  return Object.fromEntries(
    [...voices].map(([key, words]) => [key, words.join(locale === 'fr' ? '\u00a0; ' : '; ')])
  );
}
