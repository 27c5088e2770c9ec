/** Where a chart stands: in which sheet are its data, and how large are its texts. */
export interface ChartPlace {
  /** Quoted as addresses want it. */
  sheet: string;
  /** The row, from 1, that holds the names of the series. */
  headRow: number;
  /** Of the texts, beside those of a slide. */
  scale: number;
  /** On a slide the names of the colours are texts beside the chart, and its workbook stands in the file. */
  isOnSlide: boolean;
}

export const onSlide: ChartPlace = { sheet: 'Data', headRow: 1, scale: 1, isOnSlide: true };
