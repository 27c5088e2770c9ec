import { percent } from '#lib/i18n/format.ts';
import type { Locale } from '#lib/i18n/locale.ts';
import { count, quoted, say } from '#lib/i18n/wording.ts';
import type { Counts } from '#lib/maturity/figures.ts';
import type { Figure } from '../figure.ts';
import type { Cell } from '../table.ts';
import type { VendorCampaign } from '../vendor-data.ts';

function title(history: VendorCampaign[], locale: Locale): string {
  const [last, before] = history;
  if (!last) return say(locale, 'Aucune réponse en vigueur', 'No response in force');
  if (!before)
    return say(
      locale,
      `Une seule campagne : ${last.campaign.name}`,
      `A single campaign: ${last.campaign.name}`
    );
  const [from, to] = [percent(before.vendor.rate, locale), percent(last.vendor.rate, locale)];
  return say(
    locale,
    `${to} d'atteinte dans ${quoted(last.campaign.name, 'fr')}, ${from} dans ${quoted(before.campaign.name, 'fr')}`,
    `${to} in ${quoted(last.campaign.name, 'en')}, ${from} in ${quoted(before.campaign.name, 'en')}`
  );
}

function counts({ attained, applicable }: Counts): Cell[] {
  return [attained, applicable, applicable === 0 ? null : attained / applicable, applicable - attained];
}

/** The vendor in every campaign in which it has a response in force: all its products together, then each. */
export function vendorHistoryFigure(history: VendorCampaign[], locale: Locale): Figure {
  return {
    id: 'history',
    title: title(history, locale),
    subline: say(
      locale,
      'De la campagne la plus récente à la plus ancienne : tous ses produits réunis, puis chacun',
      'From the latest campaign to the earliest: all its products together, then each'
    ),
    caption: say(
      locale,
      'Chaque campagne à ses propres cibles et avec les produits qui y ont répondu : un écart peut venir du questionnaire ou de la liste des produits. La page Évolution les sépare.',
      'Each campaign at its own targets and with the products that answered it: a difference may come from the questionnaire or from the list of products. The page Evolution tells them apart.'
    ),
    table: {
      columns: [
        { label: say(locale, 'Campagne', 'Campaign'), kind: 'text' },
        { label: say(locale, 'Produit', 'Product'), kind: 'text' },
        { label: say(locale, 'À la cible', 'At target'), kind: 'count' },
        { label: say(locale, 'Applicables', 'Applicable'), kind: 'count' },
        { label: say(locale, 'Atteinte', 'Attainment'), kind: 'share' },
        { label: say(locale, 'Non atteints', 'Not attained'), kind: 'count' },
        { label: say(locale, 'Niveaux manquants', 'Missing levels'), kind: 'count' }
      ],
      rows: history.flatMap(({ campaign, vendor, products }) => [
        [
          campaign.name,
          say(
            locale,
            `ensemble (${count(vendor.products, 'product', 'fr')})`,
            `all (${count(vendor.products, 'product', 'en')})`
          ),
          ...counts(vendor),
          vendor.effort
        ],
        ...products.map((product): Cell[] => [
          campaign.name,
          product.product,
          ...counts(product),
          product.effort
        ])
      ])
    }
  };
}
