import { integer } from '#lib/i18n/format.ts';
import type { Locale } from '#lib/i18n/locale.ts';
import { count, isSingular, say } from '#lib/i18n/wording.ts';
import type { DossierCounts } from './counts.ts';
import { isKnown } from './shown.ts';

/** Who answered, and nothing of what. */
export function declaredWords({ products, vendors }: DossierCounts['sizes'], locale: Locale): string {
  const one = products === 1;
  return say(
    locale,
    `${count(products, 'product', 'fr')} de ${count(vendors, 'vendor', 'fr')} ${one ? 'a déclaré sa' : 'ont déclaré leur'} maturité`,
    `${count(products, 'product', 'en')} of ${count(vendors, 'vendor', 'en')} declared ${one ? 'its' : 'their'} maturity`
  );
}

/** The state of the ecosystem in one sentence of numbers that the dossier shows. */
export function headlineOf({ bands, sizes }: DossierCounts, locale: Locale): string {
  const top = bands.at(-1);
  if (sizes.products === 0) return say(locale, 'Aucun produit à montrer', 'No product to show');
  if (!top || !isKnown(top.products) || !isKnown(sizes.rated) || sizes.rated === 0)
    return declaredWords(sizes, locale);
  const n = top.products;
  const N = integer(sizes.rated, locale);
  if (sizes.rated === 1)
    return say(
      locale,
      `Le seul produit ${n === 1 ? 'déclare' : 'ne déclare pas'} atteindre au moins ${top.from} % de ses critères`,
      `The only product ${n === 1 ? 'declares' : 'does not declare'} attaining at least ${top.from}% of its criteria`
    );
  if (n === 0)
    return say(
      locale,
      `Aucun des ${N} produits ne déclare atteindre au moins ${top.from} % de ses critères`,
      `None of the ${N} products declares that it attains at least ${top.from}% of its criteria`
    );
  const one = isSingular(n, locale);
  return say(
    locale,
    `${count(n, 'product', 'fr')} sur ${N} ${one ? 'déclare' : 'déclarent'} atteindre au moins ${top.from} % de ${one ? 'ses' : 'leurs'} critères`,
    `${integer(n, 'en')} of ${N} products ${one ? 'declares' : 'declare'} attaining at least ${top.from}% of ${one ? 'its' : 'their'} criteria`
  );
}
