import type { Locale } from './locale.ts';
import { en } from './messages-en.ts';
import { fr } from './messages-fr.ts';

/** Every fixed string of the screens; English must have what French has. */
export type Messages = typeof fr;

const byLocale: Record<Locale, Messages> = { fr, en };

export function messages(locale: Locale): Messages {
  return byLocale[locale];
}
