import { cellPlace } from '#lib/i18n/cell-place.ts';
import type { Locale } from '#lib/i18n/locale.ts';
import { changeWords, toldWords } from '#lib/i18n/publication-difference.ts';
import { say } from '#lib/i18n/wording.ts';
import type { CellName } from '#lib/maturity/publication/cell.ts';
import type { ChangedCell } from '#lib/maturity/publication/changed-cells.ts';
import type { FigureTable } from './figure.ts';
import { tableOf, type Cell, type Table } from './table.ts';

/** A count's name in the columns of `cells.csv`. */
export const cellColumns: Record<keyof CellName, (row: { cell: CellName }) => Cell> = {
  campaign: ({ cell }) => cell.campaign,
  measure: ({ cell }) => cell.measure,
  criterion: ({ cell }) => cell.criterion,
  theme: ({ cell }) => cell.theme,
  corridor: ({ cell }) => cell.corridor,
  band: ({ cell }) => cell.band,
  level: ({ cell }) => cell.level
};

/** One row a count that is told otherwise, as a file. */
export function changedCellsTable(cells: readonly ChangedCell[]): Table {
  return tableOf(cells, {
    ...cellColumns,
    change: ({ change }) => change,
    value_before: ({ before }) => before?.value ?? null,
    status_before: ({ before }) => before?.status ?? null,
    value: ({ after }) => after?.value ?? null,
    status: ({ after }) => after?.status ?? null
  });
}

/** The same for people. */
export function changedCellsFigure(cells: readonly ChangedCell[], locale: Locale): FigureTable {
  return {
    columns: [
      { label: say(locale, 'Chiffre', 'Figure'), kind: 'text' },
      { label: say(locale, 'Différence', 'Difference'), kind: 'text' },
      { label: say(locale, 'Dernière publication', 'Last publication'), kind: 'text' },
      { label: say(locale, 'À publier', 'To be published'), kind: 'text' }
    ],
    rows: cells.map(({ cell, change, before, after }) => [
      cellPlace(cell, locale),
      changeWords(change, locale),
      toldWords(before, locale),
      toldWords(after, locale)
    ])
  };
}
