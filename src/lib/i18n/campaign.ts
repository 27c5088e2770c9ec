import { longDate } from './format.ts';
import type { Locale } from './locale.ts';
import { say } from './wording.ts';

/** `Campagne 2026, close le 30 septembre 2026`; what is known of the dates. */
export function campaignEyebrow(
  { name, opened, closed }: { name: string; opened: string | null; closed: string | null },
  locale: Locale
): string {
  if (closed !== null)
    return say(
      locale,
      `${name}, close le ${longDate(closed, locale)}`,
      `${name}, closed on ${longDate(closed, locale)}`
    );
  if (opened !== null)
    return say(
      locale,
      `${name}, ouverte le ${longDate(opened, locale)}`,
      `${name}, opened on ${longDate(opened, locale)}`
    );
  return name;
}
