import type { Locale } from './locale.ts';
import { say } from './wording.ts';

/** What is to be said of a store that can't be used; `what` is damaged, full or read_only. */
export function troubleWords(what: string, locale: Locale): string {
  if (what === 'full')
    return say(
      locale,
      'Le disque n’a plus de place : rien de plus n’est enregistré ni montré. Ce qui était enregistré le reste.',
      'The disk has no room left: nothing more is stored or shown. What was stored stays so.'
    );
  if (what === 'read_only')
    return say(
      locale,
      'Les données ne peuvent pas être écrites : disque en lecture seule, ou droits insuffisants. Rien n’est montré, car rien ne pourrait en être consigné.',
      'The data can’t be written: the disk is read-only, or rights are missing. Nothing is shown, for nothing of it could be told in the trail.'
    );
  return say(
    locale,
    'Le fichier des données est abîmé. Aucun chiffre n’est montré, car il pourrait être faux : restaurez une sauvegarde (palier restore).',
    'The data file is damaged. No figure is shown, for it might be wrong: restore a backup (palier restore).'
  );
}
