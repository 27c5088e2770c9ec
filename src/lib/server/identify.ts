import { hash } from 'node:crypto';
import { fold } from '#lib/i18n/fold.ts';
import type { ParsedResponse } from '#lib/ingest/types.ts';
import { idOfFolded } from './product-id.ts';
import type { ResolvedNames } from './resolved-names.ts';

/** A response ready to be stored; `digest` tells whether it says the same as another of its product. */
export interface IdentifiedResponse extends ParsedResponse {
  /** Of the product that it is, where its own was merged or renamed. */
  productId: string;
  vendorKey: string;
  digest: string;
  /** Where it is not that of its own name: what it was declared as. */
  declared?: { productId: string; vendorKey: string };
}

function digest({ submittedAt, corridor, attributes, answers }: ParsedResponse): string {
  const named = Object.entries(attributes).sort(([a], [b]) => (a < b ? -1 : 1));
  const about = Buffer.from(JSON.stringify([submittedAt, corridor, named]));
  const said = new Uint8Array(answers.buffer, answers.byteOffset, answers.length);
  return hash('sha256', Buffer.concat([about, said]), 'hex');
}

/** As it is declared. */
export function identify(response: ParsedResponse): IdentifiedResponse {
  const vendorKey = fold(response.vendor);
  return {
    ...response,
    productId: idOfFolded(vendorKey, fold(response.product)),
    vendorKey,
    digest: digest(response)
  };
}

/** As the product that it is, where its own was merged or renamed. */
export function identifyBy(names: ResolvedNames): (declared: IdentifiedResponse) => IdentifiedResponse {
  return (declared) => {
    const known = names.get(declared.productId);
    if (!known) return declared;
    return { ...declared, productId: known.id, vendorKey: fold(known.vendor), declared };
  };
}
