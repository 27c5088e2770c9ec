import { encode } from 'uqr';

/** Black squares of one unit, in a square of `size` units that holds its white margin too. */
export interface QrCode {
  size: number;
  /** The black ones, as the `d` of an SVG path. */
  path: string;
}

/** ISO/IEC 18004: readers find a code by the white around it, four squares wide. */
const margin = 4;

/** What a telephone's camera reads as this text; a seventh of it may be spoilt. */
export function qrCode(text: string): QrCode {
  const { data, size } = encode(text, { ecc: 'M', border: margin });
  const rows = data.map((row, y) =>
    runsOf(row).map(({ from, length }) => `M${from} ${y}h${length}v1h-${length}z`)
  );
  return { size, path: rows.flat().join('') };
}

/** Black squares side by side are one shape, so that no hairline shows between them. */
function runsOf(row: readonly boolean[]): { from: number; length: number }[] {
  const starts = row.flatMap((isBlack, x) => (isBlack && !row[x - 1] ? [x] : []));
  return starts.map((from) => ({ from, length: row.indexOf(false, from) - from }));
}
