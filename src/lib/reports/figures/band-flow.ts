import type { BandFlowRows, FlowKind, FlowNode, Ribbon } from '#lib/charts/band-flow.ts';
import { bandName } from '#lib/i18n/bands.ts';
import { integer } from '#lib/i18n/format.ts';
import type { Locale } from '#lib/i18n/locale.ts';
import { count, isSingular, say } from '#lib/i18n/wording.ts';
import { countFlows, isAbsent, isBand, isUnrated, type Flow, type Place } from '#lib/maturity/flows.ts';
import { inSentence, inYear } from '../campaign-pair.ts';
import type { EvolutionData } from '../evolution-data.ts';
import type { Figure } from '../figure.ts';

const isAny = () => true;

/** Where a product can stand, from the highest band down; those without a rate only where there are any. */
function placesOf({ evolution: { bands, flows } }: EvolutionData, side: 'from' | 'to'): Place[] {
  const drawn = flows.filter(isDrawn);
  const outside = (['unrated', 'absent'] as const).filter((place) =>
    drawn.some((flow) => flow[side] === place)
  );
  return [...bands.map((_, i) => i).reverse(), ...outside];
}

/** Products that have a rate in neither campaign are said, not drawn. */
function isDrawn({ from, to }: Flow): boolean {
  return isBand(from) || isBand(to);
}

export function kindOf({ from, to }: Pick<Flow, 'from' | 'to'>): FlowKind {
  if (typeof from !== 'number' || typeof to !== 'number') return 'outside';
  if (from === to) return 'same';
  return to > from ? 'up' : 'down';
}

/** A band's name, or where products come from or go to. */
export function placeName(
  place: Place,
  side: 'from' | 'to',
  { evolution, names }: EvolutionData,
  locale: Locale
): string {
  const band = typeof place === 'number' ? evolution.bands[place] : undefined;
  if (band) return bandName(band, locale);
  if (place === 'unrated') return say(locale, 'Sans taux', 'Without a rate');
  return side === 'from'
    ? say(locale, `Entrés${inYear(names.after, 'fr')}`, `Entered${inYear(names.after, 'en')}`)
    : say(locale, 'Sortis', 'Left');
}

function nodesOf(data: EvolutionData, side: 'from' | 'to', locale: Locale): FlowNode[] {
  const { bands, flows } = data.evolution;
  return placesOf(data, side).map((place) => ({
    name: placeName(place, side, data, locale),
    products: flows
      .filter(isDrawn)
      .reduce((sum, flow) => sum + (flow[side] === place ? flow.products : 0), 0),
    ...(typeof place === 'number' ? { band: { index: place, count: bands.length } } : {})
  }));
}

function ribbonsOf(data: EvolutionData, locale: Locale): Ribbon[] {
  const [left, right] = [placesOf(data, 'from'), placesOf(data, 'to')];
  return data.evolution.flows.filter(isDrawn).map((flow) => {
    const [from, to] = [placeName(flow.from, 'from', data, locale), placeName(flow.to, 'to', data, locale)];
    return {
      from: left.indexOf(flow.from),
      to: right.indexOf(flow.to),
      products: flow.products,
      kind: kindOf(flow),
      arrives: typeof flow.from !== 'number',
      title: `${from} → ${to}${say(locale, ' : ', ': ')}${count(flow.products, 'product', locale)}`
    };
  });
}

function rowsOf(data: EvolutionData, locale: Locale): BandFlowRows {
  const { evolution, names } = data;
  return {
    before: nodesOf(data, 'from', locale),
    after: nodesOf(data, 'to', locale),
    ribbons: ribbonsOf(data, locale),
    heads: [
      { name: names.before, products: evolution.before.rated },
      { name: names.after, products: evolution.after.rated }
    ],
    key: {
      up: say(locale, 'monte de tranche', 'moves up a band'),
      same: say(locale, 'même tranche', 'same band'),
      down: say(locale, 'descend', 'moves down'),
      outside: say(locale, 'entre ou sort', 'enters or leaves')
    }
  };
}

function number(n: number, one: string, many: string, none: string, locale: Locale): string {
  if (n === 0) return none;
  return `${integer(n, locale)} ${isSingular(n, locale) ? one : many}`;
}

function title({ evolution: { moves } }: EvolutionData, locale: Locale): string {
  const N = moves.up + moves.same + moves.down;
  if (N === 0)
    return say(
      locale,
      'Aucun produit n’a de taux aux deux campagnes',
      'No product has a rate in both campaigns'
    );
  const up = {
    fr: number(moves.up, 'monte de tranche', 'montent de tranche', 'aucun ne monte de tranche', 'fr'),
    en: number(moves.up, 'moves up a band', 'move up a band', 'none moves up a band', 'en')
  };
  const same = {
    fr: number(moves.same, 'n’en change pas', 'n’en changent pas', 'aucun ne reste dans la sienne', 'fr'),
    en: number(moves.same, 'stays in its own', 'stay in theirs', 'none stays in its own', 'en')
  };
  const down = {
    fr: number(moves.down, 'descend', 'descendent', 'aucun ne descend', 'fr'),
    en: number(moves.down, 'moves down', 'move down', 'none moves down', 'en')
  };
  return say(
    locale,
    `Sur ${count(N, 'product', 'fr')} ${isSingular(N, 'fr') ? 'suivi' : 'suivis'}, ${up.fr}, ${same.fr}, ${down.fr}`,
    `Of ${count(N, 'product', 'en')} followed, ${up.en}, ${same.en}, ${down.en}`
  );
}

/** Who has no rate, and where: they are in no band. */
export function unratedNote({ evolution: { flows } }: EvolutionData, locale: Locale): string {
  const never =
    countFlows(flows, isUnrated, isUnrated) +
    countFlows(flows, isUnrated, isAbsent) +
    countFlows(flows, isAbsent, isUnrated);
  const once = countFlows(flows, isUnrated, isBand) + countFlows(flows, isBand, isUnrated);
  if (never + once === 0) return '';
  return say(
    locale,
    ` Sans taux, aucun critère ne s'appliquant : ${count(never + once, 'product', 'fr')}, à part.`,
    ` Without a rate, no criterion applying: ${count(never + once, 'product', 'en')}, apart.`
  );
}

function caption(data: EvolutionData, locale: Locale): string {
  const { before, after, flows } = data.evolution;
  const [first, second] = [inSentence(data.names.before, locale), inSentence(data.names.after, locale)];
  const N = countFlows(flows, isBand, isBand);
  const [left, entered] = [countFlows(flows, isBand, isAbsent), countFlows(flows, isAbsent, isBand)];
  const out = {
    fr: isSingular(left, 'fr') ? 'sorti' : 'sortis',
    in: isSingular(entered, 'fr') ? 'entré' : 'entrés'
  };
  return (
    say(
      locale,
      `Panel : ${count(N, 'product', 'fr')} avec un taux aux deux campagnes. ${first} : ${count(before.rated, 'product', 'fr')}, dont ${integer(left, 'fr')} ${out.fr} ; ${second} : ${integer(after.rated, 'fr')}, dont ${integer(entered, 'fr')} ${out.in}. Chaque campagne à ses propres cibles. Les flux d'un seul produit ne sont pas chiffrés : voir le tableau.`,
      `Panel: ${count(N, 'product', 'en')} with a rate in both campaigns. ${first}: ${count(before.rated, 'product', 'en')}, of which ${integer(left, 'en')} left; ${second}: ${integer(after.rated, 'en')}, of which ${integer(entered, 'en')} entered. Each campaign at its own targets. Flows of a single product have no number: see the table.`
    ) + unratedNote(data, locale)
  );
}

/** Products by band in the earlier campaign and in the later one; nothing is drawn where no product has a rate. */
export function bandFlowFigure(data: EvolutionData, locale: Locale): Figure {
  const { flows } = data.evolution;
  const [first, second] = [inSentence(data.names.before, locale), inSentence(data.names.after, locale)];
  const order = (place: Place) => (typeof place === 'number' ? -place : 1);
  const sorted = [...flows].sort((a, b) => order(a.from) - order(b.from) || order(a.to) - order(b.to));
  return {
    id: 'band-flow',
    title: title(data, locale),
    subline: say(
      locale,
      `Chaque ruban relie la tranche de ${first} à celle de ${second} ; son épaisseur est le nombre de produits`,
      `Each ribbon leads from the band of ${first} to that of ${second}; its thickness is the number of products`
    ),
    caption: caption(data, locale),
    drawing:
      countFlows(flows, isAny, isBand) + countFlows(flows, isBand, isAny) === 0
        ? undefined
        : { chart: 'bandFlow', rows: rowsOf(data, locale) },
    table: {
      columns: [
        { label: say(locale, `Tranche, ${data.names.before}`, `Band, ${data.names.before}`), kind: 'text' },
        { label: say(locale, `Tranche, ${data.names.after}`, `Band, ${data.names.after}`), kind: 'text' },
        { label: say(locale, 'Produits', 'Products'), kind: 'count' }
      ],
      rows: sorted.map(({ from, to, products }) => [
        placeName(from, 'from', data, locale),
        placeName(to, 'to', data, locale),
        products
      ])
    }
  };
}
