import type { Locale } from '#lib/i18n/locale.ts';
import { say } from '#lib/i18n/wording.ts';

/** « niveau 1, cible 3 » in pieces, the level's number apart; `before` says « sans réponse » where there is none. */
export function levelInWords({ level, target }: { level: number | null; target: number }, locale: Locale) {
  const before =
    level === null ? say(locale, 'sans réponse', 'no answer') : say(locale, 'niveau\u00a0', 'level\u00a0');
  const number = level === null ? '' : String(level);
  return {
    before,
    level: number,
    declared: before + number,
    target: say(locale, `cible\u00a0${target}`, `target\u00a0${target}`)
  };
}
