import type { Table } from '../table.ts';

/** A criterion and its answer as a row of some table gives them. */
export interface CriterionRow {
  criterion: string;
  answer: string;
  line: number;
}

/** The long table of one product's answers; the headings are those of the columns that the cells are from. */
export function criterionTable(table: Table, headings: [string, string], rows: CriterionRow[]): Table {
  return {
    ...table,
    headings,
    aliases: [['criterion'], ['answer']],
    headingRows: [headings],
    rows: rows.map(({ criterion, answer }) => [criterion, answer]),
    lines: rows.map(({ line }) => line)
  };
}
