import { integer } from '#lib/i18n/format.ts';
import type { Locale } from '#lib/i18n/locale.ts';
import { count, isSingular, say } from '#lib/i18n/wording.ts';
import type { Overview } from '#lib/maturity/figures.ts';

type Rated = Pick<Overview, 'products' | 'rated'>;

/** Said where some products in view are left out, because no criterion in view applies to them. */
function concerned({ products, rated }: Rated, locale: Locale): string {
  if (rated === products) return '';
  return say(locale, isSingular(rated, 'fr') ? ' concerné' : ' concernés', ' concerned');
}

/** « Les 12 produits », « Les 12 produits concernés ». */
export function allRated(overview: Rated, locale: Locale): string {
  const rated = integer(overview.rated, locale);
  const all = say(
    locale,
    `Les ${rated} produits`,
    overview.rated === 2 ? 'Both products' : `All ${rated} products`
  );
  return all + concerned(overview, locale);
}

/** « L’unique produit », « Le seul produit concerné ». */
export function onlyRated(overview: Rated, locale: Locale): string {
  const rest = concerned(overview, locale);
  return say(locale, rest === '' ? "L'unique produit" : 'Le seul produit', 'The only product') + rest;
}

/** « 3 produits sur 12 », « 3 produits sur 12 concernés ». */
export function someRated(n: number, overview: Rated, locale: Locale): string {
  const rated = integer(overview.rated, locale);
  const rest = concerned(overview, locale);
  return say(
    locale,
    `${count(n, 'product', 'fr')} sur ${rated}${rest}`,
    `${integer(n, 'en')} of ${rest === '' ? '' : 'the '}${rated} products${rest}`
  );
}
