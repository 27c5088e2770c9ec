import type { Locale } from '#lib/i18n/locale.ts';
import { say } from '#lib/i18n/wording.ts';
import type { DossierFigure, NativeChart } from '../../dossier/dossier.ts';
import { chartData, placedRows } from '../../native-chart/chart-data.ts';
import { chartSheet } from '../../native-chart/chart-sheet.ts';
import { alternative } from '../../native-chart/alternative.ts';
import { onSlide, type ChartPlace } from '../../native-chart/chart-place.ts';
import { chartXml, seriesName } from '../../native-chart/chart-xml.ts';
import type { Cell } from '../../table.ts';
import { headerRow, type Sheet, type SheetChart } from '../../xlsx/sheet.ts';

/** Charts of the figures, and the sheet whose cells they draw. */
export interface FigureCharts {
  chartOf(figure: DossierFigure): Pick<Sheet, 'chart'>;
  /** None where no figure has a chart. */
  sheets: Sheet[];
}

const scale = 0.55;

function sizeOf(native: NativeChart): Pick<SheetChart, 'width' | 'height'> {
  return native.chart === 'columns'
    ? { width: 17, height: 9 }
    : { width: 24, height: 1.5 + 0.75 * placedRows(native).length };
}

/** Where the chart's block begins; the names of the series stand in its first row. */
function placeAt(sheet: Sheet): ChartPlace {
  const headRow = headerRow(sheet) + sheet.rows.length + 1;
  return { sheet: sheet.name, headRow, scale, isOnSlide: false };
}

/** The series' names, then a row a category, as a sheet behind a chart holds them. */
function blockOf(native: NativeChart, id: string): Cell[][] {
  const data = chartData(native);
  const { columns, rows } = chartSheet(data);
  const names = data.series.map((series) => seriesName(series, { ...onSlide, isOnSlide: false }));
  const labels = columns.slice(1 + names.length).map(({ label }) => label.trim());
  return [[id, ...names, ...labels], ...rows];
}

function emptySheet(width: number, locale: Locale): Sheet {
  const number = say(locale, 'Série', 'Series');
  return {
    name: say(locale, 'Graphiques', 'Charts'),
    heading: [
      say(locale, 'Ce que dessinent les graphiques', 'What the charts draw'),
      say(
        locale,
        'Parts de la barre entière ; changer une cellule change le graphique. « moins de 3 » est dessiné comme 3.',
        'Parts of the whole bar; changing a cell changes the chart. “Fewer than 3” is drawn as 3.'
      )
    ],
    columns: [
      { label: say(locale, 'Figure, catégorie', 'Figure, category'), kind: 'text' },
      ...Array.from({ length: width - 1 }, (_, i) => ({
        label: `${number} ${i + 1}`,
        kind: 'coefficient' as const
      }))
    ],
    rows: []
  };
}

/** All charts draw cells of one sheet, so that no data are hidden behind any. */
export function figureCharts(figures: readonly DossierFigure[], locale: Locale): FigureCharts {
  const drawn = figures.flatMap(({ id, title, native }) =>
    native ? [{ id, title, native, block: blockOf(native, id) }] : []
  );
  const widths = drawn.flatMap(({ block }) => block.map(({ length }) => length));
  const sheet = emptySheet(Math.max(1, ...widths), locale);
  const charts = new Map<string, SheetChart>();
  for (const { id, title, native, block } of drawn) {
    charts.set(id, {
      xml: chartXml(native, placeAt(sheet)),
      alternative: alternative(native, title),
      ...sizeOf(native)
    });
    sheet.rows.push(...block, []);
  }
  return {
    chartOf({ id }) {
      const chart = charts.get(id);
      return chart ? { chart } : {};
    },
    sheets: drawn.length === 0 ? [] : [sheet]
  };
}
