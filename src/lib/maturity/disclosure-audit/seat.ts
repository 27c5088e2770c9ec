import { bandIndex } from '#lib/maturity/bands.ts';
import { countName, type At, type Counted, type Counts } from './counts.ts';
import type { AuditedCriterion } from './questionnaire.ts';

/** One product of the vendor in whose seat the auditor sits. */
export interface OwnProduct {
  /** As cells name it. */
  corridor: string;
  /** One a criterion: the level from 1; 0 unanswered; −1 where it does not apply. */
  levels: ArrayLike<number>;
}

export type Seat = readonly OwnProduct[];

/** `20-60` → 20. */
function edgeOf(band: string): number {
  return Number(band.split('-')[0]);
}

function rising(counts: Counts): string[] {
  const bands = new Set(counts.unknowns.map(({ name }) => name.band).filter((band) => band !== ''));
  return [...bands].sort((a, b) => edgeOf(a) - edgeOf(b));
}

/** Indices of the counts to which an answer adds one. */
type Places = readonly number[];

/** What of a vendor's own answers adds to each count, by its index. */
export type Own = ReadonlyMap<number, number>;

function answerNames(
  { code, theme, target }: AuditedCriterion,
  level: number,
  corridor: string
): [Counted, At][] {
  const state: Counted = level >= target ? 'attained' : 'missed';
  const measures: Counted[] = level < 0 ? ['not_applicable'] : ['applicable', state];
  const named = measures.flatMap((measure) =>
    ['', corridor].flatMap((place): [Counted, At][] => [
      [measure, { criterion: code, corridor: place }],
      [measure, { theme, corridor: place }],
      [measure, { corridor: place }]
    ])
  );
  if (level > 0) return [...named, ['level', { criterion: code, level: String(level) }]];
  if (level < 0) return named;
  return [...named, ['unanswered', { criterion: code }], ['unanswered', { theme }], ['unanswered', {}]];
}

/** Where a product with these applicable answers is counted; `band` is undefined where no bands are printed. */
function bandNames(
  theme: string,
  isRated: boolean,
  band: string | undefined,
  corridor: string
): [Counted, At][] {
  return ['', corridor].flatMap((place): [Counted, At][] => {
    const at = { theme, corridor: place };
    const rated: [Counted, At] = [isRated ? 'rated' : 'unrated', at];
    return band === undefined ? [rated] : [rated, ['products', { ...at, band }]];
  });
}

/** The band of a product on some criteria, by their places. */
function bandOf(product: OwnProduct, criteria: AuditedCriterion[], own: number[], edges: number[]) {
  let [applicable, attained] = [0, 0];
  for (const i of own) {
    const level = product.levels[i] ?? 0;
    if (level >= 0) applicable += 1;
    if (level >= (criteria[i]?.target ?? 0)) attained += 1;
  }
  return bandIndex(attained, applicable, edges);
}

/**
 * Tells what vendors' own answers add to the counts of which `isAsked` holds. Very many vendors are asked about, so what
 * an answer adds to is looked up by names once.
 */
export function ownCounter(
  counts: Counts,
  criteria: AuditedCriterion[],
  isAsked: (unknown: number) => boolean = () => true
): (seat: Seat) => Own {
  const known = new Map<string, Places>();
  const bands = rising(counts);
  const edges = bands.slice(1).map(edgeOf);
  const themes = ['', ...new Set(criteria.map((c) => c.theme))].map((theme) => ({
    theme,
    own: [...criteria.keys()].filter((i) => theme === '' || criteria[i]?.theme === theme)
  }));
  const placesOf = (key: string, names: () => [Counted, At][]): Places => {
    const places =
      known.get(key) ??
      names()
        .flatMap(([measure, at]) => counts.indexOf(countName(measure, at)) ?? [])
        .filter(isAsked);
    known.set(key, places);
    return places;
  };
  return (seat) => {
    const own = new Map<number, number>();
    const add = (places: Places) => {
      for (const place of places) own.set(place, (own.get(place) ?? 0) + 1);
    };
    for (const product of seat) {
      const { corridor, levels } = product;
      criteria.forEach((criterion, i) => {
        const level = levels[i] ?? 0;
        add(placesOf(`${i} ${level} ${corridor}`, () => answerNames(criterion, level, corridor)));
      });
      themes.forEach(({ theme, own: criteriaOfTheme }, i) => {
        const index = bandOf(product, criteria, criteriaOfTheme, edges);
        const band = bands[index ?? -1];
        const names = () => bandNames(theme, index !== undefined, band, corridor);
        add(placesOf(`theme ${i} ${index} ${corridor}`, names));
      });
      add(placesOf(`of ${corridor}`, () => ['', corridor].map((place) => ['products', { corridor: place }])));
    }
    return own;
  };
}

/** No count is less than what the vendor adds to it; undefined where the printed counts deny that. */
export function seatedCounts(counts: Counts, own: Own): Counts | undefined {
  const unknowns = counts.unknowns.map((unknown, i) => {
    const least = own.get(i) ?? 0;
    return least > unknown.lower ? { ...unknown, lower: least } : unknown;
  });
  return unknowns.some(({ lower, upper }) => lower > upper) ? undefined : { ...counts, unknowns };
}
