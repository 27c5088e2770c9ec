import { percent } from '#lib/i18n/format.ts';
import type { Locale } from '#lib/i18n/locale.ts';
import { count, counted, isSingular, of, say } from '#lib/i18n/wording.ts';
import { bandOfKey } from '#lib/maturity/bands.ts';
import type { BandCount, ProductFigures } from '#lib/maturity/figures.ts';
import type { AskedView } from '#lib/server/asked-view.ts';
import { cached } from '#lib/server/cache.ts';
import type { Store } from '#lib/server/store.ts';
import type { Figure } from './figure.ts';
import { vendorHistoryFigure } from './figures/vendor-history.ts';
import { vendorMissingFigure } from './figures/vendor-missing.ts';
import { quarterOf, vendorProductsFigure } from './figures/vendor-products.ts';
import { askedOfVendor, vendorData, type KnownVendor, type VendorData } from './vendor-data.ts';
import { mostColumns } from './vendor-columns.ts';
import { missingGroups, missingLines, type MissingGroups } from './vendor-missing.ts';

/** A product on its vendor's sheet. */
export interface SheetProduct extends ProductFigures {
  bandIndex: number | undefined;
  missed: number;
  /** Where it stands among the campaign's quarters, in words. */
  quarter: string;
}

/** What one vendor's products lack, side by side. */
export interface VendorSheet {
  products: SheetProduct[];
  /** The products side by side in `groups`. */
  columns: ProductFigures[];
  bands: BandCount[];
  groups: MissingGroups;
  /** Of its products side by side, from 1. */
  page: number;
  pages: number;
  obligations: boolean;
}

/** A vendor's page in one language. */
export interface VendorReport {
  name: string;
  headline: string;
  /** Sentences in pieces, every second one stressed. */
  lede: string[];
  /** Absent where it has no response in force in this campaign. */
  sheet?: VendorSheet;
  figures: Figure[];
}

function headline({ vendor }: VendorData, locale: Locale): string {
  const { products, rate, vendor: name } = vendor;
  if (rate === null)
    return say(
      locale,
      `Aucun critère ne s'applique aux produits ${of(name)}`,
      `No criterion applies to the products of ${name}`
    );
  const share = percent(rate, locale);
  return products === 1
    ? say(
        locale,
        `Le produit ${of(name)} déclare atteindre ${share} de ses critères`,
        `The product of ${name} declares that it attains ${share} of its criteria`
      )
    : say(
        locale,
        `Les ${count(products, 'product', 'fr')} ${of(name)} déclarent atteindre ${share} de leurs critères`,
        `The ${count(products, 'product', 'en')} of ${name} declare that they attain ${share} of their criteria`
      );
}

function lede({ vendor }: VendorData, { byAll, others }: MissingGroups, locale: Locale): string[] {
  const missed = vendor.applicable - vendor.attained;
  if (missed === 0) return [];
  const levels = counted(
    vendor.effort,
    locale === 'fr' ? ['niveau manquant', 'niveaux manquants'] : ['missing level', 'missing levels'],
    locale
  );
  const start = say(
    locale,
    `${counted(missed, ['critère non atteint', 'critères non atteints'], 'fr')}${vendor.products > 1 ? ', comptés par produit' : ''}, soit ${levels}`,
    `${counted(missed, ['criterion not attained', 'criteria not attained'], 'en')}${vendor.products > 1 ? ', counted by product' : ''}, or ${levels}`
  );
  if (vendor.products === 1 || byAll.length === 0) return [`${start}.`];
  const n = byAll.length;
  return [
    say(locale, `${start}. À traiter d'abord : `, `${start}. To begin with: `),
    say(
      locale,
      `${count(n, 'criterion', 'fr')} que tous ses produits manquent`,
      `${count(n, 'criterion', 'en')} that all of its products miss`
    ),
    others.length === 0
      ? '.'
      : say(
          locale,
          ` ; ${count(others.length, 'criterion', 'fr')} ${isSingular(others.length, 'fr') ? "n'est manqué" : 'ne sont manqués'} que par certains.`,
          `; ${count(others.length, 'criterion', 'en')} ${others.length === 1 ? 'is' : 'are'} missed by some only.`
        )
  ];
}

function sheetOf(data: VendorData, groups: MissingGroups, locale: Locale): VendorSheet {
  const { products, columns, page, quartiles, bandEdges, vendor } = data;
  return {
    products: products.map((product) => ({
      ...product,
      bandIndex: bandOfKey(product.band, bandEdges),
      missed: product.applicable - product.attained,
      quarter: quarterOf(product.rate, quartiles, locale)
    })),
    columns,
    bands: vendor.bands,
    groups,
    page,
    pages: Math.max(1, Math.ceil(products.length / mostColumns)),
    obligations: [...groups.byAll, ...groups.others].some(({ obligation }) => obligation !== '')
  };
}

function writeHere(data: VendorData, known: KnownVendor, locale: Locale): VendorReport {
  const groups = missingGroups(missingLines(data, locale), data.vendor.products);
  return {
    name: known.name,
    headline: headline(data, locale),
    lede: lede(data, groups, locale),
    sheet: sheetOf(data, groups, locale),
    figures: [
      vendorProductsFigure(data, locale),
      vendorMissingFigure(data, groups, locale),
      vendorHistoryFigure(known.history, locale)
    ]
  };
}

/** Of a vendor without a response in force in this campaign only the history can be shown. */
function writeAbsent({ name, history }: KnownVendor, campaign: string, locale: Locale): VendorReport {
  return {
    name,
    headline: say(
      locale,
      `${name} n'a pas de réponse en vigueur dans ${campaign}`,
      `${name} has no response in force in ${campaign}`
    ),
    lede: [
      say(
        locale,
        'Ses réponses aux autres campagnes sont listées ci-dessous.',
        'Its responses to other campaigns are listed below.'
      )
    ],
    figures: [vendorHistoryFigure(history, locale)]
  };
}

/** One vendor as its page shows it; undefined where no response of it was ever stored. `page` from 1. */
export async function vendorReport(
  store: Store,
  asked: AskedView,
  name: string,
  page: number,
  locale: Locale
): Promise<VendorReport | undefined> {
  const { key } = askedOfVendor(asked, name);
  return cached(store, JSON.stringify(['vendor report internal', name, page, locale, key]), async () => {
    const known = await vendorData(store, asked, name, page);
    if (!known) return undefined;
    return known.here
      ? writeHere(known.here, known, locale)
      : writeAbsent(known, asked.campaign.name, locale);
  });
}
