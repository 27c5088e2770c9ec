import { percent } from '#lib/i18n/format.ts';
import type { Locale } from '#lib/i18n/locale.ts';
import { count, say } from '#lib/i18n/wording.ts';
import type { AnalysisData } from '../analysis-data.ts';
import type { Figure } from '../figure.ts';

/** A product with the answers that its number of attained criteria did not foretell. */
interface Unexpected {
  product: string;
  vendor: string;
  corridor: string;
  attained: number;
  applicable: number;
  errors: number;
}

/** All rated products, from the least expected profile. */
function unexpectedProducts({ analysis }: AnalysisData): Unexpected[] {
  const { matrix, grid, scalogram } = analysis;
  return matrix.products
    .map(({ product, vendor, corridor }, p) => ({
      product,
      vendor,
      corridor,
      attained: grid.attained[p] ?? 0,
      applicable: grid.applicable[p] ?? 0,
      errors: scalogram.errors[p] ?? 0
    }))
    .filter(({ applicable }) => applicable > 0)
    .sort((a, b) => b.errors * a.applicable - a.errors * b.applicable || b.errors - a.errors);
}

function title(rows: Unexpected[], locale: Locale): string {
  const [first] = rows;
  if (!first) return say(locale, 'Aucun produit à ranger', 'No product to arrange');
  if (first.errors === 0)
    return say(locale, 'Aucun produit n’a de réponse inattendue', 'No product has an unexpected answer');
  const [least, most] = [rows.at(-1) ?? first, first].map(({ errors, applicable }) =>
    percent(errors / applicable, locale)
  );
  return least === most
    ? say(
        locale,
        `${most} de réponses inattendues, quel que soit le produit`,
        `${most} of answers unexpected, whichever the product`
      )
    : say(
        locale,
        `De ${least} à ${most} de réponses inattendues selon le produit`,
        `From ${least} to ${most} of answers unexpected, by product`
      );
}

/** The answers that leave the stair, product by product. */
export function unexpectedProductsFigure(data: AnalysisData, locale: Locale): Figure {
  const rows = unexpectedProducts(data);
  return {
    id: 'unexpected-products',
    title: title(rows, locale),
    subline: say(
      locale,
      'Produits selon la part de leurs réponses qui sortent de l’escalier',
      'Products by the share of their answers that leave the stair'
    ),
    meaning: say(
      locale,
      'Un profil inattendu n’est pas une faute : le produit atteint du difficile et manque du facile ; c’est là qu’une relecture avec l’éditeur apprend le plus.',
      'An unexpected profile is no fault: the product attains hard criteria and misses easy ones; there a second reading with the vendor teaches most.'
    ),
    caption: say(
      locale,
      `${count(rows.length, 'product', 'fr')} ; n = critères à la cible, N = critères applicables au produit. Le fichier CSV contient tous les produits.`,
      `${count(rows.length, 'product', 'en')}; n = criteria at target, N = criteria that apply to the product. The CSV file holds all products.`
    ),
    table: {
      columns: [
        { label: say(locale, 'Produit', 'Product'), kind: 'text' },
        { label: say(locale, 'Éditeur', 'Vendor'), kind: 'text' },
        { label: say(locale, 'Couloir', 'Corridor'), kind: 'text' },
        { label: 'n', kind: 'count' },
        { label: 'N', kind: 'count' },
        { label: say(locale, 'Taux', 'Rate'), kind: 'share' },
        { label: say(locale, 'Inattendues', 'Unexpected'), kind: 'count' },
        { label: say(locale, 'Part inattendue', 'Share unexpected'), kind: 'share' }
      ],
      rows: rows.map(({ product, vendor, corridor, attained, applicable, errors }) => [
        product,
        vendor,
        corridor,
        attained,
        applicable,
        attained / applicable,
        errors,
        errors / applicable
      ])
    }
  };
}
