import type { Locale } from './locale.ts';
import { quoted, say } from './wording.ts';

export type RenamingRefusal =
  'unknown_product' | 'unknown_vendor' | 'same_product' | 'no_name' | 'no_change' | 'taken';

/** Why a merge or rename was not kept. */
export function renamingRefusal(refusal: RenamingRefusal, locale: Locale): string {
  const words: Record<RenamingRefusal, [string, string]> = {
    unknown_product: [
      'Aucun produit de cet identifiant n’a de réponse.',
      'No product of this id has a response.'
    ],
    unknown_vendor: ['Aucun éditeur de ce nom n’a de réponse.', 'No vendor of this name has a response.'],
    same_product: ['Les deux sont déjà un seul produit.', 'The two are one product already.'],
    no_name: ['Il faut un nom de produit et un nom d’éditeur.', 'A product and a vendor need a name each.'],
    no_change: ['C’est déjà son nom.', 'That is its name already.'],
    taken: [
      'Un autre produit porte ou a porté ce nom. S’il s’agit du même, fusionnez-les.',
      'Another product has or had this name. If they are the same, merge them.'
    ]
  };
  return say(locale, ...words[refusal]);
}

interface Named {
  vendor: string;
  product: string;
}

/** « Portail » (Acme); a vendor's name alone where there is no product. */
export function nameWords({ vendor, product }: Named, locale: Locale): string {
  return product === '' ? quoted(vendor, locale) : `${quoted(product, locale)} (${vendor})`;
}
