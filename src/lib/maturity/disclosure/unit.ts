import { cellName, type CellName, type Measure } from '#lib/maturity/publication/cell.ts';

/** Counts that are withheld together, and what is lost with them. */
export interface Unit {
  cells: CellName[];
  loss: number;
  /** Never withheld for another count's sake: it says how many there are. */
  isSize: boolean;
}

type Place = Pick<CellName, 'campaign' | 'criterion' | 'theme' | 'corridor'>;

/** A segment's cell of answers is withheld with all its counts. */
export function answersUnit(place: Place, loss: number): Unit {
  const measures = ['applicable', 'attained'] as const;
  return { cells: measures.map((measure) => at(place, measure)), loss, isSize: false };
}

/** So are its bands, with the products rated there. */
export function bandsUnit(place: Place, bands: readonly string[], loss: number): Unit {
  return {
    cells: [at(place, 'rated'), ...bands.map((band) => ({ ...at(place, 'products'), band }))],
    loss,
    isSize: false
  };
}

/** Of the whole campaign each count is a unit by itself, but for the sizes, of which one tells the other. */
export function wholeUnits(place: Place, levels: number, loss: number): Unit[] {
  const alone = (cell: CellName, weight: number): Unit => ({
    cells: [cell],
    loss: loss * weight,
    isSize: false
  });
  return [
    alone(at(place, 'attained'), 3),
    alone(at(place, 'unanswered'), 1),
    ...Array.from({ length: levels }, (_, i) => alone({ ...at(place, 'level'), level: String(i + 1) }, 1)),
    { cells: [at(place, 'applicable'), at(place, 'not_applicable')], loss, isSize: true }
  ];
}

export function at({ campaign, criterion, theme, corridor }: Place, measure: Measure): CellName {
  return cellName(campaign, measure, { criterion, theme, corridor });
}
