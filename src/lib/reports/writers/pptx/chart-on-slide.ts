import type pptxgen from 'pptxgenjs';
import type { NativeChart } from '../../dossier/dossier.ts';
import { alternative } from '../../native-chart/alternative.ts';
import { chartData, labelLines, labelWidths, placedRows } from '../../native-chart/chart-data.ts';
import { mostOfRows, plotArea } from '../../native-chart/chart-xml.ts';
import { themePlace } from '../../native-chart/theme-colour.ts';
import { ink, left, softInk, width } from './slide-frame.ts';

type Slide = ReturnType<InstanceType<typeof pptxgen>['addSlide']>;

const top = 2.25;
const height = 4.5;

const rowHeights = { 1: 0.5, 2: 0.64 };

/** The chart's height: rows of one thickness, so that three are no posters. */
function heightOf(native: NativeChart): number {
  if (native.chart === 'columns') return native.rows.brackets.length > 0 ? 3.75 : height;
  const rows = placedRows(native).length;
  return Math.min(height, rowHeights[labelLines(rows)] * rows);
}

function addBrackets(slide: Slide, native: Extract<NativeChart, { chart: 'columns' }>): void {
  const { columns, brackets } = native.rows;
  const step = width / columns.length;
  const y = top + heightOf(native) + 0.08;
  for (const { from, to, text, strong } of brackets) {
    const x = left + (from + 0.13) * step;
    const w = (to - from + 0.74) * step;
    slide.addShape('line', { x, y, w, h: 0, line: { color: strong ? ink : softInk, width: 1.5 } });
    slide.addText(text, {
      x,
      y: y + 0.04,
      w,
      h: 0.45,
      margin: 0,
      align: 'center',
      fontSize: 22,
      bold: strong,
      color: strong ? ink : softInk,
      valign: 'middle'
    });
  }
}

/** Names of the colours in the first blank row, titles of the groups left of theirs. */
function addNames(slide: Slide, native: Extract<NativeChart, { chart: 'shareRows' }>): void {
  const placed = placedRows(native);
  const rowHeight = (heightOf(native) * plotArea.shareRows.h) / placed.length;
  const first = top + heightOf(native) * plotArea.shareRows.y;
  const barLeft = left + width * plotArea.shareRows.x;
  const barWidth = (width * plotArea.shareRows.w) / mostOfRows;
  const runs = chartData(native).series.flatMap(({ series }) =>
    series
      ? [
          { text: '■ ', options: { color: themePlace(series.hatched ? 'attained' : series.fill) } },
          { text: `${series.name}    `, options: { color: softInk } }
        ]
      : []
  );
  const box = { h: rowHeight, margin: 0, fontSize: 14, valign: 'middle' as const };
  slide.addText(runs, {
    ...box,
    x: barLeft,
    y: first,
    w: barWidth * (1 + labelWidths.share + labelWidths.count),
    bold: true,
    ...(runs.length > 8 ? { fontSize: 12 } : {})
  });
  const starts = placed.flatMap((row, i) => (row ? [] : [i]));
  native.rows.groups.forEach(({ title }, i) => {
    const y = first + (starts[i] ?? 0) * rowHeight;
    if (title !== '')
      slide.addText(title, {
        ...box,
        x: left,
        y,
        w: width * plotArea.shareRows.x - 0.1,
        fontSize: 18,
        bold: true,
        color: ink,
        align: 'right'
      });
  });
}

/** Puts a chart of the right size on the slide; what it draws is written into the package afterwards. */
export function addChart(slide: Slide, native: NativeChart, title: string): void {
  const { categories, series } = chartData(native);
  const data = series.map(({ name, values }) => ({ name, labels: categories, values }));
  slide.addChart('bar' as never, data, {
    x: left,
    y: top,
    w: width,
    h: heightOf(native),
    altText: alternative(native, title)
  });
  if (native.chart === 'columns') addBrackets(slide, native);
  else addNames(slide, native);
}
