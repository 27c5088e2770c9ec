import { hash } from 'node:crypto';
import { fold } from '#lib/i18n/fold.ts';

const unitSeparator = '\u001f';

/** First 12 hex digits of SHA-256 over the folded vendor and product: the same in every campaign and store. */
export function productId(vendor: string, product: string): string {
  return idOfFolded(fold(vendor), fold(product));
}

/** The same where the names are folded already. */
export function idOfFolded(vendorKey: string, productKey: string): string {
  return hash('sha256', vendorKey + unitSeparator + productKey, 'hex').slice(0, 12);
}
