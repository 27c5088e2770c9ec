import { integer } from '#lib/i18n/format.ts';
import type { Locale } from '#lib/i18n/locale.ts';
import { isSingular, nouns, say } from '#lib/i18n/wording.ts';

/** How many of N, two or more, declare less than the lowest band's upper edge: the title of a list of them. */
export function lowestBandTitle(
  n: number,
  N: number,
  edge: number,
  noun: 'product' | 'vendor',
  locale: Locale
): string {
  const [[un, plusieurs], [, many]] = [nouns.fr[noun], nouns.en[noun]];
  if (n === 0)
    return say(
      locale,
      `Les ${integer(N, 'fr')} ${plusieurs} déclarent atteindre au moins ${edge} % de leurs critères`,
      `All ${integer(N, 'en')} ${many} declare that they attain at least ${edge}% of their criteria`
    );
  const fr = isSingular(n, 'fr')
    ? `${un} sur ${integer(N, 'fr')} déclare atteindre moins de ${edge} % de ses`
    : `${plusieurs} sur ${integer(N, 'fr')} déclarent atteindre moins de ${edge} % de leurs`;
  const en =
    n === 1
      ? `${many} declares that it attains less than ${edge}% of its`
      : `${many} declare that they attain less than ${edge}% of their`;
  return say(
    locale,
    `${integer(n, 'fr')} ${fr} critères`,
    `${integer(n, 'en')} of ${integer(N, 'en')} ${en} criteria`
  );
}
