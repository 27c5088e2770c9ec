import type { Locale } from '#lib/i18n/locale.ts';
import { say } from '#lib/i18n/wording.ts';
import type { AnalysisData } from '../analysis-data.ts';
import type { Figure } from '../figure.ts';

function cellWord(cell: string, locale: Locale): string {
  if (cell === '1') return say(locale, 'atteint', 'attained');
  if (cell === '0') return say(locale, 'non atteint', 'not attained');
  return cell === '?'
    ? say(locale, 'sans réponse', 'no answer')
    : say(locale, 'non applicable', 'not applicable');
}

/** The whole matrix, for a file: a page would be too heavy with it. */
export function matrixFigure({ analysis }: AnalysisData, locale: Locale): Figure {
  const { criteria, products } = analysis.matrix;
  return {
    id: 'matrix',
    title: say(locale, 'Matrice des produits et des critères', 'Matrix of products and criteria'),
    subline: '',
    caption: '',
    table: {
      columns: [
        ...[
          say(locale, 'Produit', 'Product'),
          say(locale, 'Éditeur', 'Vendor'),
          say(locale, 'Couloir', 'Corridor')
        ],
        ...criteria.map(({ code }) => code)
      ].map((label) => ({ label, kind: 'text' })),
      rows: products.map(({ product, vendor, corridor, cells }) => [
        product,
        vendor,
        corridor,
        ...[...cells].map((cell) => cellWord(cell, locale))
      ])
    }
  };
}
