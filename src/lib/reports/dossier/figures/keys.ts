import { integer, percent } from '#lib/i18n/format.ts';
import type { Locale } from '#lib/i18n/locale.ts';
import { count, counted, say } from '#lib/i18n/wording.ts';
import type { DossierCounts } from '../counts.ts';
import type { DossierFigure, KeyNumber } from '../dossier.ts';
import { declaredWords } from '../headline.ts';
import { masked } from '../masked.ts';
import { countWords } from '../shown.ts';

function criteriaKey({ criteria }: DossierCounts, locale: Locale): KeyNumber {
  const common = criteria.filter(({ criterion }) => criterion.scope === 'common').length;
  return {
    label: say(locale, 'Critères', 'Criteria'),
    value: integer(criteria.length, locale),
    note: say(
      locale,
      `${counted(common, ['commun', 'communs'], 'fr')}, ${counted(criteria.length - common, ['conditionnel', 'conditionnels'], 'fr')}`,
      `${integer(common, 'en')} common, ${integer(criteria.length - common, 'en')} conditional`
    )
  };
}

function before(value: number | undefined, counts: DossierCounts, locale: Locale): string {
  return counts.before && value !== undefined
    ? `${integer(value, locale)}, ${counts.before.campaign.name}`
    : '';
}

function medianKey({ median, sizes }: DossierCounts, locale: Locale): KeyNumber {
  return {
    label: say(locale, 'Médiane', 'Median'),
    value: percent(median, locale),
    note:
      median === null
        ? say(locale, 'trop peu de produits', 'too few products')
        : say(
            locale,
            `des critères applicables sont atteints par le produit médian, sur ${countWords(sizes.rated, 'fr')}`,
            `of applicable criteria are attained by the median product, of ${countWords(sizes.rated, 'en')}`
          )
  };
}

/** The median where there is one: the headline has said the best band already. */
function keysTitle({ median, sizes }: DossierCounts, locale: Locale): string {
  if (median === null) return declaredWords(sizes, locale);
  return say(
    locale,
    `Le taux d'atteinte médian est de ${percent(median, 'fr')}, pour ${count(sizes.products, 'product', 'fr')} de ${count(sizes.vendors, 'vendor', 'fr')}`,
    `The median attainment rate is ${percent(median, 'en')}, of ${count(sizes.products, 'product', 'en')} of ${count(sizes.vendors, 'vendor', 'en')}`
  );
}

/** The campaign in four numbers. */
export function keysFigure(counts: DossierCounts, locale: Locale): DossierFigure {
  const { sizes } = counts;
  const keys: KeyNumber[] = [
    {
      label: say(locale, 'Éditeurs', 'Vendors'),
      value: integer(sizes.vendors, locale),
      note: before(counts.before?.sizes.vendors, counts, locale)
    },
    {
      label: say(locale, 'Produits', 'Products'),
      value: integer(sizes.products, locale),
      note: before(counts.before?.sizes.products, counts, locale)
    },
    criteriaKey(counts, locale),
    medianKey(counts, locale)
  ];
  return {
    id: 'overview',
    title: keysTitle(counts, locale),
    subline: say(
      locale,
      `${count(sizes.products, 'product', 'fr')} de ${count(sizes.vendors, 'vendor', 'fr')}`,
      `${count(sizes.products, 'product', 'en')} of ${count(sizes.vendors, 'vendor', 'en')}`
    ),
    caption: say(
      locale,
      'Réponses déclarées par les éditeurs, vérifiées par personne.',
      'Answers declared by vendors, verified by nobody.'
    ),
    keys,
    table: {
      columns: [
        { label: say(locale, 'Chiffre', 'Figure'), kind: 'text' },
        { label: say(locale, 'Valeur', 'Value'), kind: 'count' }
      ],
      rows: [
        [say(locale, 'Éditeurs', 'Vendors'), sizes.vendors],
        [say(locale, 'Produits', 'Products'), sizes.products],
        [say(locale, 'Produits avec un taux', 'Rated products'), masked(sizes.rated)],
        [say(locale, 'Critères', 'Criteria'), counts.criteria.length],
        [say(locale, 'Médiane, en %', 'Median, in %'), counts.median === null ? null : counts.median * 100]
      ]
    }
  };
}
