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

/** The band of a product on some criteria, by their places; undefined where none applies. */
function bandOf(product: OwnProduct, criteria: AuditedCriterion[], own: number[], edges: number[]) {
  let [applicable, attained] = [0, 0];
  for (const i of own) {
    const level = product.levels[i] ?? 0;
    if (level >= 0) applicable += 1;
    if (level >= (criteria[i]?.target ?? 0)) attained += 1;
  }
  return bandIndex(attained, applicable, edges);
}

/** What products of one corridor add to: by criterion and level from −1, by theme and band from « none ». */
interface CorridorPlaces {
  answers: { criterion: number; ofLevel: Places[] }[];
  bands: { criteria: number[]; ofBand: Places[] }[];
  products: Places;
}

type PlacesOf = (names: [Counted, At][]) => Places;

function isAny(all: Places[]): boolean {
  return all.some(({ length }) => length > 0);
}

function placesIn(
  corridor: string,
  criteria: AuditedCriterion[],
  bands: string[],
  placesOf: PlacesOf
): CorridorPlaces {
  const answers = criteria.map((criterion, i) => ({
    criterion: i,
    ofLevel: Array.from({ length: criterion.levels + 2 }, (_, step) =>
      placesOf(answerNames(criterion, step - 1, corridor))
    )
  }));
  const themes = ['', ...new Set(criteria.map(({ theme }) => theme))].map((theme) => ({
    criteria: [...criteria.keys()].filter((i) => theme === '' || criteria[i]?.theme === theme),
    ofBand: Array.from({ length: Math.max(1, bands.length) + 1 }, (_, step) =>
      placesOf(bandNames(theme, step > 0, bands[step - 1], corridor))
    )
  }));
  return {
    answers: answers.filter(({ ofLevel }) => isAny(ofLevel)),
    bands: themes.filter(({ ofBand }) => isAny(ofBand)),
    products: placesOf(['', corridor].map((place) => ['products', { corridor: place }]))
  };
}

/**
 * Tells what vendors' own answers add to the counts of which `isAsked` holds. Very many vendors are asked about, so what
 * an answer adds to is looked up by names once a corridor.
 */
export function ownCounter(
  counts: Counts,
  criteria: AuditedCriterion[],
  isAsked: (unknown: number) => boolean = () => true
): (seat: Seat) => Own {
  const bands = rising(counts);
  const edges = bands.slice(1).map(edgeOf);
  const known = new Map<string, CorridorPlaces>();
  const placesOf: PlacesOf = (names) =>
    names.flatMap(([measure, at]) => counts.indexOf(countName(measure, at)) ?? []).filter(isAsked);
  const placesOfCorridor = (corridor: string) => {
    const places = known.get(corridor) ?? placesIn(corridor, criteria, bands, placesOf);
    known.set(corridor, places);
    return places;
  };
  return (seat) => {
    const own = new Map<number, number>();
    const add = (places: Places = []) => {
      for (const place of places) own.set(place, (own.get(place) ?? 0) + 1);
    };
    for (const product of seat) {
      const places = placesOfCorridor(product.corridor);
      for (const { criterion, ofLevel } of places.answers) add(ofLevel[(product.levels[criterion] ?? 0) + 1]);
      for (const { criteria: of, ofBand } of places.bands)
        add(ofBand[(bandOf(product, criteria, of, edges) ?? -1) + 1]);
      add(places.products);
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
