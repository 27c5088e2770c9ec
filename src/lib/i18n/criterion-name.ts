import type { Criterion } from '#lib/maturity/questionnaire.ts';
import type { Locale } from './locale.ts';

type Named = Pick<Criterion, 'code' | 'titleFr' | 'titleEn' | 'labelFr' | 'labelEn'>;

/** A few words for lists: the title, else the question, in the locale, else in the other language. */
export function criterionName(criterion: Named, locale: Locale): string {
  const { titleFr, titleEn, labelFr, labelEn, code } = criterion;
  const fr = [titleFr, labelFr];
  const en = [titleEn, labelEn];
  const [title, label, otherTitle, otherLabel] = locale === 'fr' ? [...fr, ...en] : [...en, ...fr];
  return title || label || otherTitle || otherLabel || code;
}

/** The question whole, in the locale, else in the other language. */
export function criterionQuestion({ labelFr, labelEn }: Criterion, locale: Locale): string {
  return (locale === 'fr' ? labelFr || labelEn : labelEn || labelFr) || '';
}
