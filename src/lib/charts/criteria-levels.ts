import * as Plot from '@observablehq/plot';
import { integer, percent } from '#lib/i18n/format.ts';
import { guides, lines, linear, ticks, type Place } from './axis.ts';
import type { ChartOptions } from './chart.ts';
import { levelsLayout, type LevelsLayout as Layout } from './criteria-levels-layout.ts';
import { fractionOf, fractionWidth, numberSize } from './fraction.ts';
import { draw } from './frame.ts';
import {
  barHeight,
  countSize,
  levelAndCount,
  levelSegments,
  type LevelCounts,
  type LevelSegment
} from './level-bar.ts';
import { keySegments } from './level-cell.ts';
import { literal } from './literal.ts';
import { criterionTitle, type CriterionRate } from './ranked-criteria.ts';
import { clip, textWidth } from './text-width.ts';
import { counted, words } from './words.ts';

export type CriteriaLevelsRow = CriterionRate & LevelCounts & { notApplicable: number };

export type CriteriaLevelsRows = CriteriaLevelsRow[];

type Placed = LevelSegment & { y: number };

/** The criteria table as one drawing, for files: label, share, n/N and level bar, a row a criterion. */
export function criteriaLevels(rows: CriteriaLevelsRows, options: ChartOptions): SVGSVGElement {
  return drawLevels(rows, words(options.locale).criterion, options);
}

/** The same of one criterion, a row a corridor or a campaign; `head` says which. Codes are empty. */
export function levelsBy({ head, rows }: { head: string; rows: CriteriaLevelsRows }, options: ChartOptions) {
  return drawLevels(rows, head, options);
}

function drawLevels(rows: CriteriaLevelsRows, head: string, options: ChartOptions): SVGSVGElement {
  const layout = levelsLayout(options, fractionWidth(rows, options.locale));
  const bottom = layout.head + rows.length * layout.rowHeight;
  const tops = rows.map((_, i) => layout.head + i * layout.rowHeight);
  return draw(
    bottom + 2,
    [
      lines(tops.slice(1), options),
      headLine(layout, options),
      layout.place !== 'desk' ? [] : intervals(rows, layout, bottom, options),
      labels(rows, layout, options),
      numbers(rows, layout, options),
      bars(rows, layout, options),
      layout.place === 'phone'
        ? missingInWords(rows, layout, options)
        : missingColumns(rows, layout, options),
      heads(layout, head, options),
      key(layout, options),
      targetLine(rows, layout, bottom, options)
    ],
    options
  );
}

function headLine({ head }: Layout, { palette, width }: ChartOptions) {
  const stroke = palette('rule-strong');
  return Plot.ruleY([head], { x1: 0, x2: width, stroke, shapeRendering: 'crispEdges' });
}

function rowTop(i: number, { head, rowHeight }: Layout): number {
  return head + i * rowHeight;
}

function labels(rows: CriteriaLevelsRows, layout: Layout, { palette }: ChartOptions) {
  const coded = rows.filter(({ code }) => code !== '');
  const left = coded.length === 0 ? 0 : 9 + Math.max(25, ...coded.map(({ code }) => textWidth(code, 13)));
  const common = { y: middle(layout), textAnchor: 'start', fontSize: 13.5 } as const;
  const label = ({ label }: CriteriaLevelsRow) => clip(label, layout.labelRight - left, 13.5);
  return [
    Plot.text(rows, { ...common, x: 0, text: 'code', fontSize: 13, fill: palette('ink-3') }),
    Plot.text(rows, { ...common, x: left, text: label, fill: palette('ink') })
  ];
}

function middle(layout: Layout): (row: CriteriaLevelsRow, i: number) => number {
  return (_, i) => rowTop(i, layout) + layout.text;
}

function numbers(rows: CriteriaLevelsRows, layout: Layout, { palette, locale }: ChartOptions) {
  const common = {
    y: middle(layout),
    textAnchor: 'end',
    fontSize: numberSize,
    fontVariant: 'tabular-nums'
  } as const;
  const fraction = (row: CriteriaLevelsRow) => fractionOf(row, locale);
  const share = ({ n, N }: CriteriaLevelsRow) => percent(N > 0 ? n / N : null, locale);
  return [
    Plot.text(rows, { ...common, x: layout.rateRight, text: share, fontWeight: 700, fill: palette('ink') }),
    Plot.text(rows, { ...common, x: layout.countRight, text: fraction, fill: palette('ink-2') })
  ];
}

function intervals(rows: CriteriaLevelsRows, layout: Layout, bottom: number, options: ChartOptions) {
  const { palette, locale } = options;
  const at = intervalPlace(layout);
  const known = rows
    .map((row, i) => ({ row, y: rowTop(i, layout) + layout.bar }))
    .filter(({ row }) => row.N > 0);
  const title = ({ row }: (typeof known)[number]) => criterionTitle(row, locale);
  return [
    guides([0, 0.25, 0.5, 0.75, 1], at, layout.head, bottom, options),
    Plot.link(known, {
      x1: ({ row }) => at(row.low),
      x2: ({ row }) => at(row.high),
      y1: 'y',
      y2: 'y',
      stroke: palette('interval'),
      strokeWidth: 5,
      strokeLinecap: 'butt',
      title
    }),
    Plot.dot(known, { x: ({ row }) => at(row.rate), y: 'y', r: 4.5, fill: palette('attained'), title })
  ];
}

function intervalPlace({ labelRight }: Layout): Place {
  return linear(labelRight + 8, labelRight + 156);
}

function bars(rows: CriteriaLevelsRows, layout: Layout, options: ChartOptions) {
  const written = layout.place === 'paper' ? levelAndCount : undefined;
  const placed = rows.flatMap((row, i) =>
    levelSegments(row, layout.barWidth, options.locale, written).map((segment) => ({
      ...segment,
      left: segment.left + layout.barLeft,
      y: rowTop(i, layout) + layout.bar - barHeight / 2
    }))
  );
  return segmentMarks(placed, countSize, options);
}

function segmentMarks(segments: Placed[], fontSize: number, { palette }: ChartOptions) {
  const inset = ({ edge }: Placed) => (edge ? 1 : 0.5);
  return [
    Plot.rect(segments, {
      x1: (segment: Placed) => segment.left + inset(segment),
      x2: (segment: Placed) => segment.left + Math.max(segment.width - inset(segment), inset(segment) + 0.5),
      y1: ({ y, edge }: Placed) => (edge ? y + 0.5 : y),
      y2: ({ y, edge }: Placed) => y + barHeight - (edge ? 0.5 : 0),
      fill: literal(({ fill }: Placed) => palette(fill)),
      stroke: literal(({ edge }: Placed) => (edge ? palette(edge) : 'none')),
      title: 'title'
    }),
    Plot.text(
      segments.filter(({ count }) => count !== ''),
      {
        x: ({ left, width }: Placed) => left + width / 2,
        y: ({ y }: Placed) => y + barHeight / 2,
        text: 'count',
        fontSize,
        fill: literal(({ ink }: Placed) => palette(ink))
      }
    )
  ];
}

/** Without an answer and not applicable stand beside the bar, never in it; 0 is written, pale. */
function missingColumns(rows: CriteriaLevelsRows, layout: Layout, options: ChartOptions) {
  const { palette, locale, width } = options;
  const column = (x: number, value: (row: CriteriaLevelsRow) => number) =>
    Plot.text(rows, {
      x,
      y: middle(layout),
      text: (row: CriteriaLevelsRow) => integer(value(row), locale),
      textAnchor: 'end',
      fontSize: 13.5,
      fontVariant: 'tabular-nums',
      fill: literal((row: CriteriaLevelsRow) => palette(value(row) > 0 ? 'ink-2' : 'ink-3'))
    });
  if (layout.place === 'paper') return column(width, ({ unanswered }) => unanswered);
  return [
    column(width - 84, ({ unanswered }) => unanswered),
    column(width, ({ notApplicable }) => notApplicable)
  ];
}

function missingInWords(rows: CriteriaLevelsRows, layout: Layout, { palette, locale, width }: ChartOptions) {
  const { unanswered, notApplicable } = words(locale);
  const text = (row: CriteriaLevelsRow) =>
    [
      row.unanswered > 0 ? counted(row.unanswered, unanswered, locale) : '',
      row.notApplicable > 0 ? counted(row.notApplicable, notApplicable, locale) : ''
    ]
      .filter(Boolean)
      .join('\n');
  return Plot.text(rows, {
    x: width,
    y: (_: CriteriaLevelsRow, i: number) => rowTop(i, layout) + layout.bar,
    text,
    textAnchor: 'end',
    fontSize: 11,
    lineHeight: 1.1,
    fill: palette('ink-3')
  });
}

function heads(layout: Layout, head: string, options: ChartOptions) {
  if (layout.place === 'phone') return [];
  const { palette, locale, width } = options;
  const { share, attainedBy, unanswered, notApplicable } = words(locale);
  const at = intervalPlace(layout);
  const style = {
    y: layout.head - 8,
    lineAnchor: 'bottom',
    fontSize: 12.5,
    fontWeight: 600,
    fill: palette('ink')
  } as const;
  const end = (text: string, x: number) =>
    Plot.text([text.split(' ').join('\n')], { ...style, x, textAnchor: 'end', lineHeight: 1.15 });
  const isPaper = layout.place === 'paper';
  const scale = [
    Plot.text([attainedBy], { ...style, x: at(0) - 5, y: 16, textAnchor: 'start' }),
    ticks([0, 0.5, 1], at, layout.head - 8, options)
  ];
  return [
    Plot.text([head], { ...style, x: 0, textAnchor: 'start' }),
    isPaper ? [] : scale,
    end(share, layout.rateRight),
    end('n/N', layout.countRight),
    end(capital(unanswered[0]), isPaper ? width : width - 84),
    isPaper ? [] : end(capital(notApplicable[0]), width)
  ];
}

function capital(text: string): string {
  return text.charAt(0).toUpperCase() + text.slice(1);
}

function key({ barLeft, barWidth }: Layout, options: ChartOptions) {
  const { palette, locale } = options;
  const { short, reached } = words(locale);
  const segments = keySegments({ ...options, width: barWidth });
  const centre = barLeft + barWidth / 2;
  const style = {
    y: 16,
    lineAnchor: 'bottom',
    fontSize: 12.5,
    fontWeight: 600,
    fill: palette('ink')
  } as const;
  return [
    segmentMarks(
      segments.map((segment) => ({ ...segment, left: segment.left + barLeft, y: 24 })),
      11,
      options
    ),
    Plot.text([short], { ...style, x: centre - 8, textAnchor: 'end' }),
    Plot.text([reached], { ...style, x: centre + 8, textAnchor: 'start' })
  ];
}

/** One line down the drawing; on a phone, where labels stand between the bars, a piece beside each. */
function targetLine(rows: CriteriaLevelsRows, layout: Layout, bottom: number, { palette }: ChartOptions) {
  const { barLeft, barWidth, head, bar, place } = layout;
  const phone = place === 'phone';
  const middles = rows.map((_, i) => rowTop(i, layout) + bar);
  const pieces = phone ? [[2, head - 12], ...middles.map((y) => [y - 12, y + 12])] : [[2, bottom + 2]];
  return Plot.ruleX(pieces, {
    x: () => barLeft + barWidth / 2,
    y1: '0',
    y2: '1',
    stroke: palette('ink'),
    strokeWidth: 1.5
  });
}
