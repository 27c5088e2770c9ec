import type { Locale } from '#lib/i18n/locale.ts';
import { of, say } from '#lib/i18n/wording.ts';
import { nextBand } from '#lib/maturity/next-band.ts';
import type { AskedView } from '#lib/server/asked-view.ts';
import * as corrections from '#lib/server/corrections.ts';
import type { Correction } from '#lib/server/corrections.ts';
import { cached } from '#lib/server/cache.ts';
import type { Store } from '#lib/server/store.ts';
import type { Figure } from './figure.ts';
import {
  attainedByTheme,
  productAnswersFigure,
  productAttainedFigure,
  type ThemeAnswers
} from './figures/product-answers.ts';
import { gapGroups, hasShares, productGapsFigure, type GapGroup } from './figures/product-gaps.ts';
import { productHistoryFigure } from './figures/product-history.ts';
import { productPositionFigure } from './figures/product-position.ts';
import { productThemesFigure } from './figures/product-themes.ts';
import { answerGroups, answerLines } from './product-answers.ts';
import {
  askedOfProducts,
  productData,
  type Compare,
  type KnownProduct,
  type ProductData
} from './product-data.ts';
import { productHeadline, productLede } from './product-headline.ts';
import { accessibleGaps, productKeys, type Accessible, type ProductKeys } from './product-keys.ts';

/** A product's page in one language. */
export interface ProductReport {
  name: string;
  vendor: string;
  headline: string;
  /** Sentences in pieces, every second one stressed. */
  lede: string[];
  /** Absent where nothing applies. */
  keys: ProductKeys | undefined;
  accessible: Accessible | undefined;
  gaps: GapGroup[];
  /** Whether the peers' shares are shown beside their counts. */
  shares: boolean;
  attained: ThemeAnswers[];
  /** What it is compared with, and what else it could be. */
  peers: { kind: 'corridor' | 'campaign'; corridor: string; hasCorridor: boolean } | undefined;
  figures: Figure[];
  /** The product's corrections in this campaign, the latest first, those taken back among them. */
  corrections: Correction[];
  /** What can be corrected: the criteria in view, with how many levels each has. Empty without a response. */
  correctable: { code: string; name: string; levels: number }[];
}

function isFigure(figure: Figure | undefined): figure is Figure {
  return figure !== undefined;
}

function writeHere(data: ProductData, history: KnownProduct['history'], locale: Locale): ProductReport {
  const { product, edges, peers, hasCorridor } = data;
  const lines = answerLines(data, locale);
  const groups = answerGroups(lines);
  const next = nextBand(product, edges);
  return {
    name: product.product,
    vendor: product.vendor,
    headline: productHeadline(data, next, locale),
    lede: productLede(data, groups, locale),
    keys: productKeys(data, groups, locale),
    accessible: accessibleGaps(data, groups, next, locale),
    gaps: gapGroups(groups, locale),
    shares: hasShares(data),
    attained: attainedByTheme(groups),
    peers: { kind: peers.kind, corridor: product.corridor, hasCorridor },
    figures: [
      productPositionFigure(data, locale),
      productGapsFigure(data, groups, locale),
      productThemesFigure(data, locale),
      productAttainedFigure(groups, locale),
      productHistoryFigure(history, locale),
      productAnswersFigure(data, lines, locale)
    ].filter(isFigure),
    corrections: [],
    correctable: lines.map(({ criterion, label, steps }) => ({
      code: criterion,
      name: label,
      levels: steps.levels
    }))
  };
}

/** Of a product without a response in force in this campaign only the history can be shown. */
function writeAbsent({ history }: KnownProduct, campaign: string, locale: Locale): ProductReport {
  const { product = '', vendor = '' } = history[0] ?? {};
  return {
    name: product,
    vendor,
    headline: say(
      locale,
      `${product} n'a pas de réponse en vigueur dans ${campaign}`,
      `${product} has no response in force in ${campaign}`
    ),
    lede: [
      say(
        locale,
        `Produit ${of(vendor)}. Ses réponses aux campagnes sont listées ci-dessous.`,
        `A product of ${vendor}. Its responses to campaigns are listed below.`
      )
    ],
    keys: undefined,
    accessible: undefined,
    gaps: [],
    shares: false,
    attained: [],
    peers: undefined,
    figures: [productHistoryFigure(history, locale)],
    corrections: [],
    correctable: []
  };
}

/** The page's words and figures from its numbers alone. */
export function writeProduct(known: KnownProduct, campaign: string, locale: Locale): ProductReport {
  return known.here ? writeHere(known.here, known.history, locale) : writeAbsent(known, campaign, locale);
}

/** One product as its page shows it; undefined where no response of it was ever stored. */
export async function productReport(
  store: Store,
  asked: AskedView,
  id: string,
  compare: Compare,
  locale: Locale
): Promise<ProductReport | undefined> {
  const { key } = askedOfProducts(asked);
  return cached(store, JSON.stringify(['product report internal', id, compare, locale, key]), async () => {
    const known = await productData(store, asked, id, compare);
    if (!known) return undefined;
    const list = await store.read((db) => corrections.list(db, asked.campaign.id, id));
    return { ...writeProduct(known, asked.campaign.name, locale), corrections: list };
  });
}
