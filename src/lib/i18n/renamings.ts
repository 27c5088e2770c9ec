import type { Locale } from './locale.ts';
import { counted, quoted, say } from './wording.ts';

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

/** The words of the page of names, and of the parts of a product's and a vendor's page where they are changed. */
export function namingWords(locale: Locale) {
  return {
    names: say(locale, 'Noms', 'Names'),
    productTitle: say(locale, 'Renommer ou fusionner', 'Rename or merge'),
    productRule: say(
      locale,
      'Un nouveau nom vaut dans toutes les campagnes, pour les réponses passées et à venir. Si un autre produit porte ce nom, la fusion des deux est proposée : ils ne comptent plus qu’une fois, avec la réponse la plus récente de chaque campagne. Tout peut être retiré.',
      'A new name holds in all campaigns, for responses past and to come. Where another product has this name, a merge is offered: the two then count once, by the latest response of each campaign. All of it can be taken back.'
    ),
    vendorTitle: say(locale, 'Renommer l’éditeur', 'Rename the vendor'),
    vendorRule: say(
      locale,
      'Le nouveau nom vaut pour tous ses produits, dans toutes les campagnes, pour les réponses passées et à venir. Si c’est le nom d’un autre éditeur, les deux n’en font plus qu’un, et leurs produits de même nom aussi. Tout peut être retiré.',
      'The new name holds for all its products, in all campaigns, for responses past and to come. Where it is another vendor’s name, the two become one, and so do their products of one name. All of it can be taken back.'
    ),
    product: say(locale, 'Produit', 'Product'),
    vendor: say(locale, 'Éditeur', 'Vendor'),
    reason: say(locale, 'Raison', 'Reason'),
    optionalReason: say(locale, 'Raison (facultative)', 'Reason (optional)'),
    by: say(locale, 'Votre nom', 'Your name'),
    rename: say(locale, 'Renommer', 'Rename'),
    merge: say(locale, 'Fusionner les deux', 'Merge the two'),
    kept: say(locale, 'C’est enregistré.', 'Kept.'),
    history: say(locale, 'Fusions et renommages', 'Merges and renames'),
    none: say(locale, 'Aucun pour l’instant.', 'None so far.'),
    before: say(locale, 'Avant', 'Before'),
    after: say(locale, 'Depuis', 'Since'),
    date: say(locale, 'Date', 'Date'),
    retract: say(locale, 'Retirer', 'Take back'),
    retracted: say(locale, 'retiré', 'taken back')
  };
}

/** The words of pairs of names that look alike. */
export function pairWords(locale: Locale) {
  return {
    keepApart: (products: boolean) =>
      products
        ? say(locale, 'Ce sont deux produits', 'These are two products')
        : say(locale, 'Ce sont deux éditeurs', 'These are two vendors'),
    keptApart: say(
      locale,
      'C’est noté : cette paire ne sera plus proposée.',
      'Noted: this pair will not be suggested again.'
    ),
    apart: say(locale, 'Paires laissées à part', 'Pairs kept apart'),
    apartRule: say(
      locale,
      'Ces noms se ressemblent sans être les mêmes : ni cette page ni les imports ne les rapprochent plus.',
      'These names look alike and are not the same: neither this page nor imports suggest them any more.'
    ),
    oneName: say(locale, 'Nom', 'Name'),
    otherName: say(locale, 'Autre nom', 'Other name'),
    suggestAgain: say(locale, 'Proposer à nouveau', 'Suggest again'),
    suggestedAgain: say(locale, 'proposée à nouveau', 'suggested again'),
    near: say(locale, 'À rapprocher ?', 'One and the same?'),
    nearProducts: say(locale, 'Produits aux noms presque égaux', 'Products with nearly equal names'),
    nearVendors: say(locale, 'Éditeurs écrits de deux façons', 'Vendors in two spellings'),
    nearRule: say(
      locale,
      'Choisissez le nom qui reste, et l’autre y mène ; ou dites que ce sont bien deux noms. Sans suite de votre part, les deux comptent à part.',
      'Choose the name that stays, and the other leads there; or say that these are two names indeed. Left alone, the two count apart.'
    ),
    keepName: (name: string) => say(locale, `Garder « ${name} »`, `Keep “${name}”`),
    responses: (n: number) =>
      counted(n, locale === 'fr' ? ['réponse', 'réponses'] : ['response', 'responses'], locale)
  };
}

/** The page's finding. */
export function namesTitle(
  { products, vendors }: { products: number; vendors: number },
  locale: Locale
): string {
  const n = products + vendors;
  if (n === 0) return say(locale, 'Aucun nom n’en cache un autre', 'No name looks like another');
  const what = counted(
    n,
    locale === 'fr'
      ? ['paire de noms se ressemble', 'paires de noms se ressemblent']
      : ['pair of names looks alike', 'pairs of names look alike'],
    locale
  );
  return say(locale, `${what} : un seul et même nom ?`, `${what}: one and the same?`);
}
