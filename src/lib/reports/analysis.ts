import { integer, percent } from '#lib/i18n/format.ts';
import type { Locale } from '#lib/i18n/locale.ts';
import { count, say } from '#lib/i18n/wording.ts';
import { usualReproducibility } from '#lib/maturity/scalogram.ts';
import type { AskedView } from '#lib/server/asked-view.ts';
import { cached } from '#lib/server/cache.ts';
import type { Store } from '#lib/server/store.ts';
import { analysisData, type AnalysisData } from './analysis-data.ts';
import type { Figure } from './figure.ts';
import { criteriaIntervalsFigure } from './figures/criteria-intervals.ts';
import { criterionPairsFigure } from './figures/criterion-pairs.ts';
import { intervalsFigure } from './figures/intervals.ts';
import { itemRestFigure } from './figures/item-rest.ts';
import { ladderFigure } from './figures/ladder.ts';
import { matrixFigure } from './figures/matrix.ts';
import { coefficientWords, isScale, reproducibilityFigure } from './figures/reproducibility.ts';
import { scalogramFigure } from './figures/scalogram.ts';
import { stagingFigure } from './figures/staging.ts';
import { stressFigure } from './figures/stress.ts';
import { tornadoFigure } from './figures/tornado.ts';
import { unexpectedProductsFigure } from './figures/unexpected-products.ts';
import { unusedLevelsFigure } from './figures/unused-levels.ts';
import { productsBySizeFigure } from './figures/products-by-size.ts';
import { noProduct } from './no-product.ts';

export interface AnalysisReport {
  headline: string;
  /** Every second piece is stressed. */
  lede: string[];
  figures: Figure[];
  isEmpty: boolean;
}

/** Longer tables stand in the files alone. */
const mostRows = 100;
const mostProducts = 12;

export function headline(data: AnalysisData, locale: Locale): string {
  const { coefficient, minimal, errors } = data.analysis.reproducibility;
  if (data.overview.products === 0) return noProduct(data.isFiltered, locale);
  if (coefficient === null || minimal === null)
    return say(
      locale,
      'Aucun critère ne s’applique à ces produits',
      'No criterion applies to these products'
    );
  const found = coefficientWords(coefficient, locale);
  if (minimal >= usualReproducibility || errors === 0)
    return say(
      locale,
      `Les réponses se devinent à ${percent(coefficient, 'fr')}, mais elles varient trop peu pour parler d'une échelle`,
      `Answers can be guessed at ${percent(coefficient, 'en')}, but vary too little to speak of a scale`
    );
  return isScale(data)
    ? say(
        locale,
        `Les critères se rangent sur une même échelle : reproductibilité de ${found}`,
        `The criteria fall into one scale: reproducibility of ${found}`
      )
    : say(
        locale,
        `Les critères ne forment pas une seule échelle : reproductibilité de ${found}`,
        `The criteria don’t form a single scale: reproducibility of ${found}`
      );
}

function lede({ analysis, overview, criteria }: AnalysisData, locale: Locale): string[] {
  const { answers, errors } = analysis.reproducibility;
  if (answers === 0) return [];
  return [
    say(locale, 'Ce que les éditeurs déclarent de ', 'What vendors declare of '),
    count(overview.products, 'product', locale),
    say(
      locale,
      ` sur ${count(criteria.length, 'criterion', 'fr')}, lu comme un tout : ${integer(errors, 'fr')} réponses applicables sur ${integer(answers, 'fr')} contredisent l'ordre de difficulté. Pour qui veut savoir ce que vaut le questionnaire, avant de comparer les produits.`,
      ` on ${count(criteria.length, 'criterion', 'en')}, read as a whole: ${integer(errors, 'en')} of ${integer(answers, 'en')} applicable answers contradict the order of difficulty. For those who want to know what the questionnaire is worth before comparing products.`
    )
  ];
}

/** The page's words and figures from its numbers alone. */
export function writeAnalysis(data: AnalysisData, locale: Locale): AnalysisReport {
  return {
    headline: headline(data, locale),
    lede: lede(data, locale),
    figures: [
      scalogramFigure(data, locale),
      reproducibilityFigure(data, locale),
      ladderFigure(data, locale),
      itemRestFigure(data, locale),
      criterionPairsFigure(data, locale),
      tornadoFigure(data, locale),
      stressFigure(data, locale),
      stagingFigure(data, locale),
      productsBySizeFigure(data, locale),
      intervalsFigure(data, locale),
      criteriaIntervalsFigure(data, locale),
      unusedLevelsFigure(data, locale),
      unexpectedProductsFigure(data, locale)
    ],
    isEmpty: data.overview.products === 0
  };
}

/** The analysis of what was asked, cached with its drawings. */
export function analysisReport(store: Store, asked: AskedView, locale: Locale): Promise<AnalysisReport> {
  const write = async () => writeAnalysis(await analysisData(store, asked), locale);
  return cached(store, `analysis report internal ${locale} ${asked.key}`, write, [asked.campaign.id]);
}

/** The report as a page can carry it: of long tables the first rows. */
export async function analysisPage(store: Store, asked: AskedView, locale: Locale): Promise<AnalysisReport> {
  const report = await analysisReport(store, asked, locale);
  return { ...report, figures: report.figures.map(shortened) };
}

function shortened(figure: Figure): Figure {
  const most = figure.id === 'unexpected-products' ? mostProducts : mostRows;
  const { columns, rows } = figure.table;
  return rows.length <= most ? figure : { ...figure, table: { columns, rows: rows.slice(0, most) } };
}

/** All that can be taken away: the figures and, as a file only, the matrix whole. */
export async function analysisFiles(
  store: Store,
  asked: AskedView,
  locale: Locale
): Promise<{ figures: Figure[] }> {
  const { figures } = await analysisReport(store, asked, locale);
  return { figures: [...figures, matrixFigure(await analysisData(store, asked), locale)] };
}
