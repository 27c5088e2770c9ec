import type { Locale } from '#lib/i18n/locale.ts';
import { say } from '#lib/i18n/wording.ts';

/** The title where no product is in view: the filters' doing, or a campaign without answers in force. */
export function noProduct(isFiltered: boolean, locale: Locale): string {
  return isFiltered
    ? say(locale, 'Aucun produit pour ce filtre', 'No product for this filter')
    : say(locale, 'Aucune réponse dans cette campagne', 'No answer in this campaign');
}
