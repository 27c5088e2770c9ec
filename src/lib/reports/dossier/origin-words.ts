import { longDate } from '#lib/i18n/format.ts';
import { say } from '#lib/i18n/wording.ts';
import type { Dossier } from './dossier.ts';

/** `Données du 5 octobre 2026, empreinte 1b5533b5984ee04e`. */
export function stampWords({ dataDate, fingerprint, locale }: Dossier): string {
  const print = say(locale, `empreinte ${fingerprint}`, `fingerprint ${fingerprint}`);
  if (dataDate === undefined) return print;
  return say(
    locale,
    `Données du ${longDate(dataDate, 'fr')}, ${print}`,
    `Data of ${longDate(dataDate, 'en')}, ${print}`
  );
}

/** The cautions in one line, the marking of an internal file first. */
export function cautionWords({ marking, tags }: Dossier): string {
  return [marking, ...tags.map(({ text }) => text)].filter((text) => text !== '').join(' · ');
}

/** All lines that a file of one figure carries. */
export function originLines(dossier: Dossier): string[] {
  return [
    `${dossier.title} (${dossier.version})`,
    dossier.state,
    dossier.rule,
    stampWords(dossier),
    cautionWords(dossier)
  ];
}

/** The day that files give as their own: the campaign's close or opening, never that of the writing. */
export function fileDate({ campaign, dataDate }: Dossier): string {
  return (campaign.closed ?? campaign.opened ?? dataDate ?? '2000-01-01').slice(0, 10);
}
