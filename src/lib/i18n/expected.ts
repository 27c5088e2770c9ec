import { integer } from './format.ts';
import type { Locale } from './locale.ts';
import { say } from './wording.ts';

/** « 71 réponses sur 78 attendues », as it stands beside every headline while there is a list of expected products. */
export function answeredOfExpected(
  { expected, answered }: { expected: number; answered: number },
  locale: Locale
): string {
  const [n, N] = [integer(answered, locale), integer(expected, locale)];
  return say(
    locale,
    answered < 2 ? `${n} réponse sur ${N} attendues` : `${n} réponses sur ${N} attendues`,
    answered === 1 ? `${n} response of ${N} expected` : `${n} responses of ${N} expected`
  );
}
