import type { Locale } from './locale.ts';
import type { Messages } from './messages.ts';

let words: Messages | undefined;

/** Loads the language of the page; a link to the other one loads the page anew. */
export async function loadMessages(locale: Locale): Promise<void> {
  words = locale === 'en' ? (await import('./messages-en.ts')).en : (await import('./messages-fr.ts')).fr;
}

/** What browsers have in the place of `messages.ts`, which holds both languages (see vite.config.ts). */
export function messages(): Messages {
  if (!words) throw new Error('messages not loaded');
  return words;
}
