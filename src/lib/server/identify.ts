import { createHash } from 'node:crypto';
import { fold } from '#lib/i18n/fold.ts';
import type { ParsedResponse } from '#lib/ingest/types.ts';
import { productId } from './product-id.ts';
import type { ResolvedNames } from './resolved-names.ts';

/** A response ready to be stored; `digest` tells whether it says the same as another of its product. */
export interface IdentifiedResponse extends ParsedResponse {
  /** Of the product that it is, where its own was merged or renamed. */
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

/** As it is declared. */
export function identify(response: ParsedResponse): IdentifiedResponse {
  return {
    ...response,
    productId: productId(response.vendor, response.product),
    vendorKey: fold(response.vendor),
    digest: digest(response)
  };
}

/** As the product that it is, where its own was merged or renamed. */
export function identifyBy(names: ResolvedNames): (declared: IdentifiedResponse) => IdentifiedResponse {
  return (declared) => {
    const known = names.get(declared.productId);
    return known ? { ...declared, productId: known.id, vendorKey: fold(known.vendor) } : declared;
  };
}
