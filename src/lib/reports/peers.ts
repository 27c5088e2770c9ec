import type { Locale } from '#lib/i18n/locale.ts';
import { say } from '#lib/i18n/wording.ts';
import type { ProductData } from './product-data.ts';

/** « du couloir Imagerie », « de la campagne »: whom the median is of. */
export function ofPeers({ peers, product }: ProductData, locale: Locale): string {
  return peers.kind === 'corridor'
    ? say(locale, `du couloir ${product.corridor}`, `of the ${product.corridor} corridor`)
    : say(locale, 'de la campagne', 'of the campaign');
}

/** « du couloir », « de la campagne »: where the corridor's name has just been said. */
export function ofPeersShort({ peers }: ProductData, locale: Locale): string {
  return peers.kind === 'corridor'
    ? say(locale, 'du couloir', 'of the corridor')
    : say(locale, 'de la campagne', 'of the campaign');
}
