import { roundSteps } from '#lib/charts/round-steps.ts';
import type { FrontierDot, FrontierMark, FrontierRows } from '#lib/charts/frontier.ts';
import { decimal, integer } from '#lib/i18n/format.ts';
import { constraintWords } from '#lib/i18n/frontier-words.ts';
import type { Locale } from '#lib/i18n/locale.ts';
import { count, say } from '#lib/i18n/wording.ts';
import type { FrontierPoint } from '#lib/maturity/frontier/points.ts';
import type { Figure } from '../figure.ts';
import {
  axisValue,
  bestFor,
  requirements,
  type FrontierFigureData,
  scenarioName,
  type FrontierScenario
} from '../frontier-data.ts';
import { frontierTitle } from './frontier-title.ts';

function conditionalWords({ size, conditional }: FrontierPoint, locale: Locale): string {
  if (conditional === 0) return say(locale, 'aucune conditionnelle', 'none conditional');
  if (conditional === size) return say(locale, 'toutes conditionnelles', 'all conditional');
  return say(
    locale,
    `dont ${integer(conditional, 'fr')} ${conditional === 1 ? 'conditionnelle' : 'conditionnelles'}`,
    `${integer(conditional, 'en')} conditional`
  );
}

const mostCodes = 12;

function codesOf({ criteria }: FrontierPoint): string {
  const shown = criteria.slice(0, mostCodes).join(', ');
  return criteria.length > mostCodes ? `${shown}…` : shown;
}

function dotTitle(point: FrontierPoint, products: number, locale: Locale): string {
  const { size, firmness, admitted, bound, proven } = point;
  const set = `${requirements(size, locale)}, ${conditionalWords(point, locale)}`;
  const open = proven
    ? ''
    : say(
        locale,
        ` ; meilleur trouvé, au plus ${integer(bound ?? 0, 'fr')}`,
        `; best found, at most ${integer(bound ?? 0, 'en')}`
      );
  return say(
    locale,
    `${set}, fermeté ${decimal(firmness, 'fr')} : ${count(admitted ?? 0, 'product', 'fr')} sur ${integer(products, 'fr')}${open}. ${codesOf(point)}`,
    `${set}, firmness ${decimal(firmness, 'en')}: ${integer(admitted ?? 0, 'en')} of ${count(products, 'product', 'en')}${open}. ${codesOf(point)}`
  );
}

function nearTitle(
  { size, withinOne, withinOneBound, withinOneProven }: FrontierPoint,
  locale: Locale
): string {
  const open = withinOneProven
    ? ''
    : say(locale, ` (au plus ${withinOneBound ?? ''})`, ` (at most ${withinOneBound ?? ''})`);
  return say(
    locale,
    `${requirements(size, 'fr')} : à un niveau près, ${count(withinOne ?? 0, 'product', 'fr')}${open}`,
    `${requirements(size, 'en')}: within one level, ${count(withinOne ?? 0, 'product', 'en')}${open}`
  );
}

function markOf(
  data: FrontierFigureData,
  scenario: FrontierScenario,
  i: number,
  locale: Locale
): FrontierMark {
  const best = bestFor(data, scenario)?.admitted;
  const less = best === undefined || best === null ? 0 : best - scenario.admitted;
  const label = say(
    locale,
    `${scenarioName(scenario, 'fr')} : ${integer(scenario.admitted, 'fr')}`,
    `${scenarioName(scenario, 'en')}: ${integer(scenario.admitted, 'en')}`
  );
  const note =
    i > 0 || less <= 0
      ? ''
      : say(
          locale,
          `${integer(less, 'fr')} de moins que le mieux`,
          `${integer(less, 'en')} fewer than the best`
        );
  return {
    x: axisValue(data, scenario),
    products: scenario.admitted,
    isMain: i === 0,
    label,
    note,
    title: `${label}, ${requirements(scenario.size, locale)}`
  };
}

function sizeTicks(most: number): number[] {
  const steps = roundSteps(most, 7);
  return [1, ...steps.filter((step) => step > 1 && step - 1 >= (steps[0] ?? 1) / 2)];
}

function rowsOf(data: FrontierFigureData, points: readonly FrontierPoint[], locale: Locale): FrontierRows {
  const { answer, scenarios } = data;
  const isCount = answer.query.measure === 'count';
  const xs = [...points, ...scenarios].map((one) => axisValue(data, one));
  const to = Math.max(1, ...xs);
  const ticks = isCount ? sizeTicks(Math.floor(to)) : [0, ...roundSteps(to, 7)];
  const dot = (point: FrontierPoint): FrontierDot => ({
    x: axisValue(data, point),
    products: point.admitted ?? 0,
    ...(point.proven ? {} : { bound: point.bound ?? 0 }),
    title: dotTitle(point, answer.found.products, locale)
  });
  const near = (point: FrontierPoint): FrontierDot => ({
    x: axisValue(data, point),
    products: point.withinOne ?? 0,
    title: nearTitle(point, locale)
  });
  return {
    products: answer.found.products,
    from: isCount ? 1 : 0,
    to,
    ticks: ticks.map((value) => ({ value, text: integer(value, locale) })),
    admitted: points.filter(({ admitted }) => admitted !== null).map(dot),
    withinOne: points.filter(({ withinOne }) => withinOne !== null).map(near),
    marks: scenarios.map((scenario, i) => markOf(data, scenario, i, locale)),
    names: {
      admitted: say(locale, 'mieux possible,|toutes respectées', 'best possible,|all met').split('|'),
      withinOne: [say(locale, 'mieux possible, à un niveau près', 'best possible, within one level')]
    },
    head: say(
      locale,
      `produits, sur ${integer(answer.found.products, 'fr')}`,
      `products, of ${integer(answer.found.products, 'en')}`
    ),
    foot: isCount
      ? say(locale, 'nombre d’exigences obligatoires', 'number of mandatory requirements')
      : say(locale, 'fermeté', 'firmness')
  };
}

function captionOf({ answer }: FrontierFigureData, points: readonly FrontierPoint[], locale: Locale): string {
  const { table, candidates, found, query } = answer;
  const open = points.filter(({ proven }) => !proven).length;
  const constraints = constraintWords(query, locale);
  const N = integer(found.products, locale);
  const exact =
    open === 0
      ? say(locale, 'La courbe est exacte.', 'The curve is exact.')
      : say(
          locale,
          `Sur ${integer(open, 'fr')} points, meilleur trouvé dans le temps donné : le trait clair monte jusqu'à la borne prouvée.`,
          `At ${integer(open, 'en')} points, best found in the time given: the pale line rises to the proven bound.`
        );
  const under =
    constraints.length === 0
      ? ''
      : say(locale, ` Contraintes : ${constraints.join(', ')}.`, ` Constraints: ${constraints.join(', ')}.`);
  const largest = points.at(-1)?.size ?? 0;
  const isCut = found.measure === 'count' && largest > 0 && largest < candidates.length;
  const end = isCut
    ? say(
        locale,
        ` Au-delà de ${integer(largest, 'fr')}, aucun ensemble connu ne respecte les contraintes.`,
        ` Beyond ${integer(largest, 'en')} no known set meets the constraints.`
      )
    : '';
  return say(
    locale,
    `${count(candidates.length, 'criterion', 'fr')} sur ${integer(table.criteria.length, 'fr')} examinés, N = ${N}. Un produit est compté s'il ne manque à aucune des exigences ; celles qui ne s'appliquent pas à lui ne l'écartent pas. « À un niveau près » : il manque au plus un niveau, toutes exigences réunies. ${exact}${under}${end} Le mieux possible est une borne, pas une recommandation : il préfère les critères déjà atteints.`,
    `${count(candidates.length, 'criterion', 'en')} of ${integer(table.criteria.length, 'en')} examined, N = ${N}. A product counts if it fails none of the requirements; those that don’t apply to it don’t keep it out. Within one level: one level lacks at most, all requirements taken together. ${exact}${under}${end} The best possible is a bound, no recommendation: it prefers criteria that are attained already.`
  );
}

function yesOrNo(isSo: boolean, locale: Locale): string {
  return isSo ? say(locale, 'oui', 'yes') : say(locale, 'non', 'no');
}

function tableOf(points: readonly FrontierPoint[], locale: Locale): Figure['table'] {
  const proven = say(locale, 'prouvé', 'proven');
  const bound = say(locale, 'borne', 'bound');
  return {
    columns: [
      { label: say(locale, 'Exigences', 'Requirements'), kind: 'count' },
      { label: say(locale, 'dont conditionnelles', 'conditional'), kind: 'count' },
      { label: say(locale, 'Fermeté', 'Firmness'), kind: 'coefficient' },
      { label: say(locale, 'Produits, toutes respectées', 'Products, all met'), kind: 'count' },
      { label: bound, kind: 'count' },
      { label: proven, kind: 'text' },
      { label: say(locale, 'À un niveau près', 'Within one level'), kind: 'count' },
      { label: bound, kind: 'count' },
      { label: proven, kind: 'text' },
      { label: say(locale, 'Critères', 'Criteria'), kind: 'text' }
    ],
    rows: points.map((p) => [
      p.size,
      p.admitted === null ? null : p.conditional,
      p.admitted === null ? null : p.firmness,
      p.admitted,
      p.bound,
      yesOrNo(p.proven, locale),
      p.withinOne,
      p.withinOneBound,
      yesOrNo(p.withinOneProven, locale),
      p.criteria.join(' ')
    ])
  };
}

/** The most products that some set of requirements admits, by its size or its firmness, with the scenarios. */
export function frontierFigure(data: FrontierFigureData, locale: Locale): Figure {
  const { points, measure } = data.answer.found;
  const known = points.filter(({ admitted }) => admitted !== null);
  return {
    id: 'frontier',
    title: frontierTitle(data, locale),
    subline:
      measure === 'count'
        ? say(
            locale,
            'Plus grand nombre de produits qui respectent à la fois un nombre donné d’exigences',
            'The most products that meet a given number of requirements at once'
          )
        : say(
            locale,
            'Plus grand nombre de produits qui respectent à la fois des exigences d’une fermeté donnée',
            'The most products that meet requirements of a given firmness at once'
          ),
    caption: captionOf(data, known, locale),
    ...(known.length > 0
      ? { drawing: { chart: 'frontier', rows: rowsOf(data, known, locale) } as const }
      : {}),
    table: tableOf(points, locale)
  };
}
