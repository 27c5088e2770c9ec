import type pptxgen from 'pptxgenjs';
import type { NativeChart } from '../../dossier/dossier.ts';
import { alternative } from '../../native-chart/alternative.ts';
import { chartData, layoutOf, placedRows } from '../../native-chart/chart-data.ts';
import { plotArea } from '../../native-chart/chart-xml.ts';
import { fitted } from './slide-text.ts';
import { themePlace } from '../../native-chart/theme-colour.ts';
import { ink, left, softInk, width } from './slide-frame.ts';

type Slide = ReturnType<InstanceType<typeof pptxgen>['addSlide']>;

const top = 2.25;
const height = 4.5;

/** Of a row in inches: one thickness for most charts, a little more for a few rows, so that three are no posters. */
const [rowHeight, rowHeightOfFew, few] = [0.64, 0.8, 4];

function heightOf(native: NativeChart): number {
  if (native.chart === 'columns') return native.rows.brackets.length > 0 ? 3.75 : height;
  const rows = placedRows(native).length;
  return Math.min(height, (rows <= few ? rowHeightOfFew : rowHeight) * rows);
}

function addBrackets(slide: Slide, native: Extract<NativeChart, { chart: 'columns' }>): void {
  const { columns, brackets } = native.rows;
  const step = width / columns.length;
  const y = top + heightOf(native) + 0.08;
  for (const { from, to, text, strong } of brackets) {
    const x = left + (from + 0.13) * step;
    const w = (to - from + 0.74) * step;
    slide.addShape('line', { x, y, w, h: 0, line: { color: strong ? ink : softInk, width: 1.5 } });
    const box = { w, h: 0.45 };
    const fit = fitted(text, {
      width: w,
      height: box.h,
      sizes: [22, 20, 18, 16, 14],
      bold: strong,
      lines: 1
    });
    slide.addText(fit.text, {
      ...box,
      x,
      y: y + 0.04,
      margin: 0,
      align: 'center',
      fontSize: fit.fontSize,
      bold: strong,
      color: strong ? ink : softInk,
      valign: 'middle'
    });
  }
}

type Rows = Extract<NativeChart, { chart: 'shareRows' }>;

/** Between a colour's name and the next one. */
const apart = '     ';

/** What each colour stands for; bounds and what is left beside them are explained in the source. */
function namesOf(native: Rows): { name: string; color: string }[] {
  return chartData(native).series.flatMap(({ name, series }) =>
    series && !series.hatched && name.trim() !== '' ? [{ name, color: themePlace(series.fill) }] : []
  );
}

/** Names of the colours in the first blank row, above the bars. */
function addNames(slide: Slide, native: Rows, row: { y: number; h: number }): void {
  const x = left + width * plotArea(native).x;
  const w = left + width - x;
  const names = namesOf(native);
  const words = names.map(({ name }) => `■ ${name}`).join(apart);
  const { fontSize } = fitted(words, {
    width: w,
    height: row.h,
    sizes: [16, 14, 12, 10],
    bold: true,
    lines: 1
  });
  const runs = names.flatMap(({ name, color }) => [
    { text: '■ ', options: { color } },
    { text: name + apart, options: { color: softInk } }
  ]);
  if (runs.length > 0)
    slide.addText(runs, { x, w, y: row.y, h: row.h, margin: 0, fontSize, bold: true, valign: 'middle' });
}

/** Titles of the groups in the blank row above theirs, where labels end. */
function addTitles(slide: Slide, native: Rows, rowAt: (i: number) => { y: number; h: number }): void {
  const starts = placedRows(native).flatMap((row, i) => (row ? [] : [i]));
  native.rows.groups.forEach(({ title }, i) => {
    const w = width * layoutOf(native).left - 0.1;
    const box = { ...rowAt(starts[i] ?? 0), x: left, w, margin: 0, valign: 'middle' as const };
    if (title !== '') slide.addText(title, { ...box, fontSize: 18, bold: true, color: ink, align: 'right' });
  });
}

function addWords(slide: Slide, native: Rows): void {
  const { y, h } = plotArea(native);
  const each = (heightOf(native) * h) / placedRows(native).length;
  const rowAt = (i: number) => ({ y: top + heightOf(native) * y + i * each, h: each });
  addNames(slide, native, rowAt(0));
  addTitles(slide, native, rowAt);
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
  else addWords(slide, native);
}
