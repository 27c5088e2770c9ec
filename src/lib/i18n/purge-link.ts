import type { Locale } from './locale.ts';
import { say } from './wording.ts';

/** Apart from the words of the page that it leads to, which a product's page doesn't need. */
export function purgeLink(locale: Locale): string {
  return say(locale, 'Retirer ce produit', 'Withdraw this product');
}
