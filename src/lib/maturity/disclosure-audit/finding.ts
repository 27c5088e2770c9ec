import type { CellName } from '#lib/maturity/publication/cell.ts';

/** One way in which a publication tells too much. */
export type Finding = { cell: CellName } & (
  | {
      /** From outside, fewer whole numbers are possible than must be. */
      kind: 'narrow';
      low: number;
      high: number;
      /** How many must stay possible. */
      needed: number;
      /** Printed counts from which it follows. */
      from: CellName[];
    }
  | {
      /** A vendor, its own answers taken away, can prove that none of the others attains (bands: where they all are). */
      kind: 'seat';
      seat: number;
      from: CellName[];
    }
  /** A count that is printed though it rests on too few by the sizes printed beside it. */
  | { kind: 'thin' }
  /** An attained count of the whole campaign, 0, 1 or 2, that is printed as it is. */
  | { kind: 'small' }
  /** A count that is not on the closed list. */
  | { kind: 'unlisted' }
  /** Since an earlier publication, a segment printed in both changed by so few products that the difference is theirs. */
  | { kind: 'difference'; products: number }
  /** The printed counts contradict each other. */
  | { kind: 'contradiction' }
);
