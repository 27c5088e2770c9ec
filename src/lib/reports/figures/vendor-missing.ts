import { criterionName } from '#lib/i18n/criterion-name.ts';
import { integer } from '#lib/i18n/format.ts';
import type { Locale } from '#lib/i18n/locale.ts';
import { count, isSingular, say } from '#lib/i18n/wording.ts';
import type { Figure } from '../figure.ts';
import { wordingOf } from '../product-answers.ts';
import type { VendorData } from '../vendor-data.ts';
import type { MissingGroups } from '../vendor-missing.ts';

function title({ byAll, others }: MissingGroups, { vendor }: VendorData, locale: Locale): string {
  const [n, N] = [byAll.length, byAll.length + others.length];
  const products = integer(vendor.products, locale);
  if (vendor.applicable === 0) return say(locale, 'Aucun critère applicable', 'No applicable criterion');
  if (N === 0)
    return say(locale, 'Tous les critères applicables sont atteints', 'All applicable criteria are attained');
  const all = count(N, 'criterion', locale);
  const missed = isSingular(N, 'fr') ? "n'est pas atteint" : 'ne sont pas atteints';
  if (vendor.products === 1)
    return say(locale, `${all} ${missed}`, `${all} ${N === 1 ? 'is' : 'are'} not attained`);
  return n === 0
    ? say(
        locale,
        `${all} ${missed} par un produit ou plus, aucun ne manque à tous`,
        `${all} ${N === 1 ? 'is' : 'are'} not attained by one product or more, none is missed by all`
      )
    : say(
        locale,
        `${count(n, 'criterion', 'fr')} ${isSingular(n, 'fr') ? 'manque' : 'manquent'} à chacun de ses ${products} produits, sur ${integer(N, 'fr')} à atteindre`,
        `${count(n, 'criterion', 'en')} ${n === 1 ? 'is' : 'are'} missed by each of its ${products} products, of ${integer(N, 'en')} to attain`
      );
}

/** Every criterion that the vendor's products miss; the table to take away has a row for each product that misses it. */
export function vendorMissingFigure(data: VendorData, groups: MissingGroups, locale: Locale): Figure {
  const criteria = new Map(data.questionnaire.criteria.map((criterion) => [criterion.code, criterion]));
  return {
    id: 'missing',
    title: title(groups, data, locale),
    subline: say(
      locale,
      'Critères en lignes, produits en colonnes : niveau déclaré, puis niveaux manquants jusqu’à la cible',
      'Criteria in rows, products in columns: declared level, then missing levels up to the target'
    ),
    caption: say(
      locale,
      'n/N : produits sous la cible sur produits concernés. Sans réponse : compté comme non atteint, depuis zéro, sauf réglage contraire. Déclarations de l’éditeur, non vérifiées.',
      'n/N: products below target of products concerned. No answer: counted as not attained, from zero, unless set otherwise. Declared by the vendor, not verified.'
    ),
    table: {
      columns: [
        { label: say(locale, 'Produit', 'Product'), kind: 'text' },
        { label: say(locale, 'Couloir', 'Corridor'), kind: 'text' },
        { label: say(locale, 'Critère', 'Criterion'), kind: 'text' },
        { label: say(locale, 'Libellé', 'Label'), kind: 'text' },
        { label: say(locale, 'Thème', 'Theme'), kind: 'text' },
        { label: say(locale, 'Obligation', 'Obligation'), kind: 'text' },
        { label: say(locale, 'Niveau', 'Level'), kind: 'count' },
        { label: say(locale, 'Niveau déclaré', 'Declared level'), kind: 'text' },
        { label: say(locale, 'Cible', 'Target'), kind: 'count' },
        { label: say(locale, 'Niveau cible', 'Target level'), kind: 'text' },
        { label: say(locale, 'Niveaux manquants', 'Missing levels'), kind: 'count' }
      ],
      rows: data.missedAnswers.map(({ product, corridor, criterion: code, level, target, gap }) => {
        const criterion = criteria.get(code);
        return [
          product,
          corridor,
          code,
          criterion ? criterionName(criterion, locale) : code,
          criterion?.theme ?? '',
          criterion?.obligation ?? '',
          level,
          level === null ? say(locale, 'sans réponse', 'no answer') : wordingOf(criterion, level, locale),
          target,
          wordingOf(criterion, target, locale),
          gap
        ];
      })
    }
  };
}
