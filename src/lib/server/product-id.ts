import { createHash } from 'node:crypto';
import { fold } from '#lib/i18n/fold.ts';

const unitSeparator = '\u001f';

/** First 12 hex digits of SHA-256 over the folded vendor and product: the same in every campaign and store. */
export function productId(vendor: string, product: string): string {
  return createHash('sha256')
    .update(fold(vendor) + unitSeparator + fold(product))
    .digest('hex')
    .slice(0, 12);
}
