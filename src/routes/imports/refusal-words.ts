import type { UploadRefusal } from '#lib/commands/receive-upload.ts';
import { decimal } from '#lib/i18n/format.ts';
import type { Locale } from '#lib/i18n/locale.ts';
import { say } from '#lib/i18n/wording.ts';

const nbsp = '\u00a0';

/** A size in units of a thousand: `3,2 Mo`, `3.2 MB`. */
export function sizeWords(bytes: number, locale: Locale): string {
  const units = locale === 'fr' ? ['octets', 'ko', 'Mo', 'Go'] : ['bytes', 'kB', 'MB', 'GB'];
  const power = bytes < 1000 ? 0 : Math.min(3, Math.floor(Math.log10(bytes) / 3));
  const value = bytes / 1000 ** power;
  return `${decimal(value, locale, power === 0 || value >= 100 ? 0 : 1)}${nbsp}${units[power]}`;
}

/** Why an upload was not kept, and what to do. */
export function refusalWords(refusal: UploadRefusal, limit: number, locale: Locale): string {
  const most = sizeWords(limit, locale);
  const words: Record<UploadRefusal, [fr: string, en: string]> = {
    too_large: [
      `Ces fichiers dépassent ${most} en tout. Envoyez-les en plusieurs fois, ou passez par la ligne de commande.`,
      `These files are more than ${most} in all. Send them in several goes, or use the command line.`
    ],
    too_many_files: [
      `Il y a trop de fichiers en une fois${nbsp}: envoyez-en 500 au plus.`,
      'There are too many files at once: send 500 at most.'
    ],
    disk_full: [
      `Le disque du serveur est plein${nbsp}: rien n’a été gardé. Libérez de la place, puis recommencez.`,
      'The server’s disk is full: nothing was kept. Make room, then try again.'
    ],
    cut: [
      `L’envoi a été interrompu${nbsp}: rien n’a été gardé. Recommencez.`,
      'The upload was interrupted: nothing was kept. Try again.'
    ],
    no_file: ['Choisissez au moins un fichier de réponses.', 'Choose at least one file of answers.'],
    no_campaign: ['Donnez le code de la campagne.', 'Give the campaign’s code.']
  };
  return say(locale, ...words[refusal]);
}
