/** Lower edges of the bands above the lowest, whole per cent, rising, from 1 to 99. */
export type Edges = readonly number[];

/** `to` is exclusive, except 100. */
export interface Band {
  from: number;
  to: number;
}

export const defaultEdges: Edges = [20, 60, 80];

/** Throws a RangeError naming the value unless the edges are whole numbers from 1 to 99, rising. */
export function parseEdges(text: string): Edges {
  const edges = text.split(',').map((part) => (/^\s*\d{1,2}\s*$/.test(part) ? Number(part) : NaN));
  const rising = edges.every((edge, i) => edge >= 1 && edge <= 99 && edge > (edges[i - 1] ?? 0));
  if (!rising) throw new RangeError(`invalid bands: ${text}`);
  return edges;
}

export function bandsOf(edges: Edges): Band[] {
  return [0, ...edges].map((from, i) => ({ from, to: edges[i] ?? 100 }));
}

/** `80-100`: the band's name in the API and in addresses. */
export function bandKey(band: Band): string {
  return `${band.from}-${band.to}`;
}

/**
 * Index of the band that `attained` of `applicable` criteria fall in, decided in whole numbers: as a
 * floating-point percentage 29 of 50 is less than 58. Undefined where nothing applies.
 */
export function bandIndex(attained: number, applicable: number, edges: Edges): number | undefined {
  if (applicable === 0) return undefined;
  return edges.filter((edge) => 100 * attained >= edge * applicable).length;
}

/** The index of the band of this name; undefined where there is no name or no such band. */
export function bandOfKey(key: string | null, edges: Edges): number | undefined {
  const index = bandsOf(edges).findIndex((band) => bandKey(band) === key);
  return index < 0 ? undefined : index;
}
