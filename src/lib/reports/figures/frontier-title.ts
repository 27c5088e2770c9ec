import { decimal, integer } from '#lib/i18n/format.ts';
import type { Locale } from '#lib/i18n/locale.ts';
import { count, say } from '#lib/i18n/wording.ts';
import type { Frontier } from '#lib/maturity/frontier/frontier.ts';
import type { FrontierPoint } from '#lib/maturity/frontier/points.ts';
import {
  bestFor,
  requirements,
  scenarioName,
  type FrontierFigureData,
  type FrontierScenario
} from '../frontier-data.ts';

/** What one reads first: the scenario against the best of its size, else how many requirements half can meet. */
export function frontierTitle(data: FrontierFigureData, locale: Locale): string {
  const { products } = data.answer.found;
  if (products === 0) return say(locale, 'Aucun produit pour ces filtres', 'No product for these filters');
  const [scenario] = data.scenarios;
  const best = scenario && bestFor(data, scenario);
  if (scenario && scenario.size > 0 && best && best.admitted !== null)
    return scenarioTitle(data, scenario, best, locale);
  return halfTitle(data.answer.found, products, locale);
}

function scenarioTitle(
  { answer }: FrontierFigureData,
  scenario: FrontierScenario,
  best: FrontierPoint,
  locale: Locale
): string {
  const { letter, size, firmness, admitted } = scenario;
  const name = scenarioName(scenario, locale);
  const isCount = answer.query.measure === 'count';
  const place = isCount
    ? say(locale, `À ${requirements(size, 'fr')}`, `At ${requirements(size, 'en')}`)
    : say(
        locale,
        `À une fermeté de ${decimal(firmness, 'fr')}`,
        `At a firmness of ${decimal(firmness, 'en')}`
      );
  const most = best.proven
    ? say(
        locale,
        `${count(best.admitted ?? 0, 'product', 'fr')} au mieux`,
        `${count(best.admitted ?? 0, 'product', 'en')} at best`
      )
    : say(
        locale,
        `entre ${integer(best.admitted ?? 0, 'fr')} et ${integer(best.bound ?? 0, 'fr')} produits au mieux`,
        `between ${integer(best.admitted ?? 0, 'en')} and ${integer(best.bound ?? 0, 'en')} products at best`
      );
  return say(
    locale,
    `${place}, ${most} ; ${integer(admitted, 'fr')} avec ${letter === null ? '' : 'le '}${name}`,
    `${place}, ${most}; ${integer(admitted, 'en')} with ${name}`
  );
}

/** The largest set that half of the products or more can meet. */
function halfTitle({ points, measure }: Frontier, products: number, locale: Locale): string {
  const at = points.findLastIndex(({ admitted }) => admitted !== null && 2 * admitted >= products);
  const met = points[at];
  if (!met)
    return say(
      locale,
      'Aucun ensemble connu n’est respecté par la moitié des produits',
      'No known set is met by half of the products'
    );
  const bound = points[at + 1]?.bound ?? 0;
  const set =
    measure === 'count'
      ? requirements(met.size, locale)
      : say(
          locale,
          `des exigences d'une fermeté de ${decimal(met.firmness, 'fr')}`,
          `requirements of a firmness of ${decimal(met.firmness, 'en')}`
        );
  const end = 2 * bound < products ? say(locale, ', pas davantage', ', no more') : '';
  return say(
    locale,
    `La moitié des produits peut respecter ${set} à la fois${end}`,
    `Half of the products can meet ${set} at once${end}`
  );
}
