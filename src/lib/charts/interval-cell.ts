import { linear, type Place } from './axis.ts';
import { cell, element, textElement } from './element.ts';
import type { ChartOptions } from './chart.ts';
import { criterionTitle, type CriterionRate } from './ranked-criteria.ts';

const rowHeight = 25;
const headingHeight = 36;
const quarters = [0, 0.25, 0.5, 0.75, 1];

/** A criterion's share with its interval on 0–100, for a table row. */
export function intervalCell(row: CriterionRate, options: ChartOptions): SVGSVGElement {
  const { palette, locale } = options;
  const at = place(options);
  const [x, y, half] = [at(row.low), rowHeight / 2, 2.5];
  const title = criterionTitle(row, locale);
  const bar = { x, y: y - half, width: at(row.high) - x, height: 2 * half, fill: palette('interval') };
  const dot = { cx: at(row.rate), cy: y, r: 4.5, fill: palette('attained') };
  const marks = [element('rect', bar, options, title), element('circle', dot, options, title)];
  return cell(rowHeight, [verticals(at, rowHeight, options), ...marks], options);
}

/** A theme's pooled share as a black tick, for a group heading. */
export function themeTickCell({ rate }: { rate: number }, options: ChartOptions): SVGSVGElement {
  const at = place(options);
  const tick = { x: at(rate) - 1.25, y: 10, width: 2.5, height: 16, fill: options.palette('ink') };
  const marks = [element('rect', tick, options, options.label)];
  return cell(headingHeight, [verticals(at, headingHeight, options), ...marks], options);
}

/** The axis of those cells, for the table's head. */
export function intervalKey(options: ChartOptions): SVGSVGElement {
  const at = place(options);
  const labels = [0, 0.5, 1].map((share) =>
    textElement(
      String(share * 100),
      { x: at(share), y: 11, 'text-anchor': 'middle', 'font-size': 12, fill: options.palette('ink-3') },
      options
    )
  );
  return cell(16, labels, options);
}

/** In by half a tick label, so that none is cut. */
function place({ width }: ChartOptions): Place {
  return linear(10, width - 10);
}

/** A row's part of the guides; it overlaps the next row's by a pixel, so that they run unbroken. */
function verticals(at: Place, height: number, options: ChartOptions): SVGElement {
  const lines = quarters.map((share) => `M${Math.round(at(share)) + 0.5},-1V${height + 1}`);
  return element('path', { d: lines.join(''), stroke: options.palette('rule') }, options);
}
