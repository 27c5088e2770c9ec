import { createHash } from 'node:crypto';
import { fold } from '#lib/i18n/fold.ts';
import type { ParsedResponse } from '#lib/ingest/types.ts';
import { productId } from './product-id.ts';

/** A response ready to be stored; `digest` tells whether it says the same as another of its product. */
export interface IdentifiedResponse extends ParsedResponse {
  productId: string;
  vendorKey: string;
  digest: string;
}

function digest({ submittedAt, corridor, attributes, answers }: ParsedResponse): string {
  const named = Object.entries(attributes).sort(([a], [b]) => (a < b ? -1 : 1));
  return createHash('sha256')
    .update(JSON.stringify([submittedAt, corridor, named]))
    .update(answers)
    .digest('hex');
}

export function identify(response: ParsedResponse): IdentifiedResponse {
  return {
    ...response,
    productId: productId(response.vendor, response.product),
    vendorKey: fold(response.vendor),
    digest: digest(response)
  };
}
