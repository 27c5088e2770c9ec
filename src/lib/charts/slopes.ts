import * as Plot from '@observablehq/plot';
import { decimal, integer, signed } from '#lib/i18n/format.ts';
import type { ChartOptions } from './chart.ts';
import { draw } from './frame.ts';
import { labelColumn } from './label-column.ts';
import { clip, textWidth } from './text-width.ts';

/** One criterion's share attained before and after, 0 to 1; those named have a label. */
export interface Slope {
  label: string;
  before: number;
  after: number;
  named: boolean;
  /** What the line says of itself. */
  title: string;
}

export interface SlopesRows {
  lines: Slope[];
  /** The campaigns' names, over the two axes. */
  heads: [before: string, after: string];
  /** What a label holds, over the labels. */
  key: string;
}

interface Placed extends Slope {
  y1: number;
  y2: number;
  yLabel: number;
}

interface Layout {
  lines: Placed[];
  left: number;
  right: number;
}

const top = 52;
const height = 438;
const bottom = top + height;
const labelGap = 17.5;
const labelSize = 13;
const sharesSize = 12;

/** Every criterion as a line from its share before to its share after; the named ones in colour, with labels. */
export function slopes(rows: SlopesRows, options: ChartOptions): SVGSVGElement {
  const layout = layoutOf(rows, options);
  const named = layout.lines.filter((line) => line.named);
  return draw(
    bottom + 12,
    [
      axes(layout, options),
      heads(rows, layout, options),
      plainLines(layout, options),
      namedLines(named, layout, options),
      ends(named, layout, options),
      leaders(named, layout, options),
      labels(named, layout, options)
    ],
    options
  );
}

function yOf(share: number): number {
  return bottom - share * height;
}

function layoutOf({ lines }: SlopesRows, { width }: ChartOptions): Layout {
  const left = 56;
  const hasLabels = lines.some((line) => line.named);
  const right = Math.max(left + 60, hasLabels ? Math.min(294, width - 384) : width - 56);
  const named = lines.filter((line) => line.named);
  const ys = labelColumn(
    named.map(({ after }) => yOf(after)),
    labelGap,
    top,
    bottom
  );
  const placed = lines.map((line) => ({
    ...line,
    y1: yOf(line.before),
    y2: yOf(line.after),
    yLabel: ys[named.indexOf(line)] ?? 0
  }));
  return { lines: placed, left, right };
}

function axes({ left, right }: Layout, { palette, locale }: ChartOptions) {
  const shares = [0, 0.25, 0.5, 0.75, 1];
  const text = (share: number) =>
    integer(share * 100, locale) + (share < 1 ? '' : locale === 'fr' ? '\u00a0%' : '%');
  return [
    Plot.ruleX([left, right], { x: (x: number) => x, y1: top, y2: bottom, stroke: palette('rule-strong') }),
    Plot.text(shares, { x: left - 10, y: yOf, text, textAnchor: 'end', fontSize: 12, fill: palette('ink-3') })
  ];
}

function heads(
  { heads: [before, after], key }: SlopesRows,
  { left, right }: Layout,
  { palette, width }: ChartOptions
) {
  const style = { y: 27, fontSize: 15, fontWeight: 700, fill: palette('ink') } as const;
  const room = right - left;
  const end = right + 34;
  return [
    Plot.text([clip(before, room / 2 + left - 8, 15, 700)], {
      ...style,
      x: headStart(before, left),
      textAnchor: 'start'
    }),
    Plot.text([clip(after, room / 2 - 4, 15, 700)], { ...style, x: end - 16, textAnchor: 'end' }),
    Plot.text([clip(key, width - end - 2, 12)], {
      x: end + 2,
      y: 28,
      textAnchor: 'start',
      fontSize: 12,
      fill: palette('ink-3')
    })
  ];
}

/** Centred on the axis where there is room to its left. */
function headStart(text: string, left: number): number {
  return Math.max(0, left - textWidth(text, 15, 700) / 2);
}

function plainLines({ lines, left, right }: Layout, { palette }: ChartOptions) {
  return Plot.link(
    lines.filter((line) => !line.named),
    {
      x1: left,
      x2: right,
      y1: 'y1',
      y2: 'y2',
      stroke: palette('rule-strong'),
      strokeOpacity: 0.6,
      title: 'title'
    }
  );
}

function rises({ before, after }: Slope): boolean {
  return after > before;
}

function namedLines(named: Placed[], { left, right }: Layout, { palette }: ChartOptions) {
  return [true, false].map((up) =>
    Plot.link(
      named.filter((line) => rises(line) === up),
      {
        x1: left,
        x2: right,
        y1: 'y1',
        y2: 'y2',
        stroke: palette(up ? 'attained' : 'short'),
        strokeWidth: 2.2,
        title: 'title'
      }
    )
  );
}

/** Round for a rise, square for a fall: not by colour alone. */
function ends(named: Placed[], { left, right }: Layout, { palette }: ChartOptions) {
  return [true, false].flatMap((up) =>
    [left, right].map((x) =>
      Plot.dot(
        named.filter((line) => rises(line) === up),
        {
          x,
          y: x === left ? 'y1' : 'y2',
          symbol: up ? 'circle' : 'square',
          r: 3.8,
          fill: palette(up ? 'attained' : 'short'),
          stroke: palette('ground'),
          strokeWidth: 1,
          title: 'title'
        }
      )
    )
  );
}

function leaders(named: Placed[], { right }: Layout, { palette }: ChartOptions) {
  return Plot.link(named, {
    x1: right + 8,
    x2: right + 27,
    y1: 'y2',
    y2: 'yLabel',
    stroke: palette('rule-strong')
  });
}

interface Label extends Placed {
  text: string;
  xShares: number;
}

function labels(named: Placed[], { right }: Layout, options: ChartOptions) {
  const { palette, locale } = options;
  const start = right + 84;
  const placed = named.map((line) => labelOf(line, start, options));
  const before = ({ before }: Label) => decimal(before * 100, locale);
  const after = ({ after }: Label) => decimal(after * 100, locale);
  const arrow = (label: Label) => label.xShares + textWidth(before(label), sharesSize) + 4;
  const row = { y: 'yLabel', textAnchor: 'start' } as const;
  const shares = { ...row, fontSize: sharesSize, fill: palette('ink-3') };
  return [
    Plot.text(placed, {
      ...row,
      x: start - 8,
      text: (line: Label) => signed((line.after - line.before) * 100, locale),
      textAnchor: 'end',
      fontSize: labelSize,
      fontWeight: 700,
      fill: palette('ink')
    }),
    Plot.text(placed, { ...row, x: start, text: 'text', fontSize: labelSize, fill: palette('ink') }),
    Plot.text(placed, { ...shares, x: 'xShares', text: before }),
    Plot.arrow(placed, {
      x1: arrow,
      x2: (label: Label) => arrow(label) + 10,
      y1: 'yLabel',
      y2: 'yLabel',
      stroke: palette('ink-3'),
      strokeWidth: 1.1,
      headAngle: 80,
      headLength: 5
    }),
    Plot.text(placed, { ...shares, x: (label: Label) => arrow(label) + 14, text: after })
  ];
}

/** The name, cut so that both shares stand behind it. */
function labelOf(line: Placed, start: number, { width, locale }: ChartOptions): Label {
  const both = [line.before, line.after].map((share) => textWidth(decimal(share * 100, locale), sharesSize));
  const behind = both.reduce((sum, one) => sum + one, 0) + 25;
  const text = clip(line.label, Math.max(width - start - behind, 24), labelSize);
  return { ...line, text, xShares: start + textWidth(text, labelSize) + 7 };
}
