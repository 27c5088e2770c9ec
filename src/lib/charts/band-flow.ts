import * as Plot from '@observablehq/plot';
import { integer } from '#lib/i18n/format.ts';
import { bandToken } from './band-token.ts';
import type { ChartOptions } from './chart.ts';
import { flowLayout, nodeWidth, type FlowLayout, type PlacedNode, type PlacedRibbon } from './flow-layout.ts';
import { draw } from './frame.ts';
import { hatching, type Point } from './hatching.ts';
import { flowKey, kindFill, kindOpacity } from './flow-key.ts';
import { literal } from './literal.ts';
import { clip } from './text-width.ts';
import { products } from './words.ts';

/** A band in one campaign; without `band`, where products come from or go to. */
export interface FlowNode {
  name: string;
  products: number;
  band?: { index: number; count: number };
}

export type FlowKind = 'up' | 'same' | 'down' | 'outside';

/** Products on their way from one node to another, by their places in the lists. */
export interface Ribbon {
  from: number;
  to: number;
  products: number;
  kind: FlowKind;
  /** Whether the products come from outside: their count then stands where they arrive. */
  arrives?: boolean;
  /** What the ribbon says of itself. */
  title: string;
}

export interface BandFlowRows {
  /** From the top down, those outside last. */
  before: FlowNode[];
  after: FlowNode[];
  ribbons: Ribbon[];
  /** The campaigns' names, and how many products each had in its bands. */
  heads: [before: { name: string; products: number }, after: { name: string; products: number }];
  /** What each kind of ribbon means. */
  key: Record<FlowKind, string>;
}

/** Products from their band in one campaign to their band in the other, for a desk: phones have the cross-table. */
export function bandFlow(rows: BandFlowRows, options: ChartOptions): SVGSVGElement {
  const layout = flowLayout(rows, options.width);
  const { ribbons } = layout;
  const ofKind = (kind: FlowKind) => ribbons.filter((ribbon) => ribbon.kind === kind);
  return draw(
    layout.bottom + 8,
    [
      flowKey(rows, options),
      heads(rows, layout, options),
      areas(ofKind('same'), 'same', options),
      areas(ofKind('outside'), 'outside', options),
      hatched(ofKind('outside'), options),
      areas(ofKind('up'), 'up', options),
      areas(ofKind('down'), 'down', options),
      nodes([...layout.before, ...layout.after], options),
      nodeLabels(layout.before, 'before', layout, options),
      nodeLabels(layout.after, 'after', layout, options),
      counts(ribbons, options)
    ],
    options
  );
}

function heads(
  { heads: [before, after] }: BandFlowRows,
  { before: left, after: right }: FlowLayout,
  options: ChartOptions
) {
  const { palette, locale } = options;
  const leftEdge = (left[0]?.x ?? 148) + nodeWidth;
  const rightEdge = right[0]?.x ?? 0;
  const y = 45;
  const title = { y, fontSize: 15.5, fontWeight: 700, fill: palette('ink') } as const;
  const note = { y, fontSize: 13, fill: palette('ink-2') } as const;
  const name = (text: string) => clip(text, 155, 15.5, 700);
  return [
    Plot.text([name(before.name)], { ...title, x: leftEdge, textAnchor: 'end' }),
    Plot.text([products(before.products, locale)], { ...note, x: leftEdge + 8, textAnchor: 'start' }),
    Plot.text([products(after.products, locale)], { ...note, x: rightEdge - 8, textAnchor: 'end' }),
    Plot.text([name(after.name)], { ...title, x: rightEdge, textAnchor: 'start' })
  ];
}

interface AreaPoint {
  id: number;
  x: number;
  y1: number;
  y2: number;
  title: string;
}

function areas(ribbons: PlacedRibbon[], kind: FlowKind, { palette }: ChartOptions) {
  const points = ribbons.flatMap(({ id, x1, x2, y1, y2, thickness, title }): AreaPoint[] => [
    { id, x: x1, y1, y2: y1 + thickness, title },
    { id, x: x2, y1: y2, y2: y2 + thickness, title }
  ]);
  return Plot.areaY(points, {
    x: 'x',
    y1: 'y1',
    y2: 'y2',
    z: 'id',
    curve: 'bump-x',
    fill: palette(kindFill[kind]),
    fillOpacity: kindOpacity[kind],
    title: 'title'
  });
}

function hatched(ribbons: PlacedRibbon[], { palette }: ChartOptions) {
  return Plot.line(ribbons.flatMap(hatching), {
    x: 'x',
    y: 'y',
    z: ({ id }: Point) => id,
    stroke: palette('rule-strong'),
    strokeWidth: 1.2,
    strokeOpacity: 0.7,
    pointerEvents: 'none'
  });
}

function nodes(placed: PlacedNode[], { palette }: ChartOptions) {
  const box = {
    x1: ({ x }: PlacedNode) => x + 0.5,
    x2: ({ x }: PlacedNode) => x + nodeWidth - 0.5,
    y1: ({ top }: PlacedNode) => top,
    y2: ({ top, height }: PlacedNode) => top + Math.max(height, 1)
  };
  const token = (node: PlacedNode, kind: 'band' | 'edge') =>
    palette(bandToken(node.band?.index ?? 0, node.band?.count ?? 1, kind));
  return [
    Plot.rect(
      placed.filter(({ band }) => band),
      {
        ...box,
        fill: literal((node: PlacedNode) => token(node, 'band')),
        stroke: literal((node: PlacedNode) => token(node, 'edge'))
      }
    ),
    Plot.rect(
      placed.filter(({ band }) => !band),
      {
        ...box,
        fill: palette('ground'),
        stroke: palette('rule-strong'),
        strokeDasharray: '3,2'
      }
    )
  ];
}

/** The band's name over its count; on one line where there are many. */
function nodeLabels(
  placed: PlacedNode[],
  side: 'before' | 'after',
  { dense }: FlowLayout,
  options: ChartOptions
) {
  const { palette, locale } = options;
  const isLeft = side === 'before';
  const x = ({ x }: PlacedNode) => (isLeft ? x - 12 : x + nodeWidth + 12);
  const common = { x, textAnchor: isLeft ? 'end' : 'start' } as const;
  const room = 134;
  const count = (node: PlacedNode) => products(node.products, locale);
  if (dense) {
    const text = (node: PlacedNode) =>
      `${clip(node.name, room - 30, 12)} · ${integer(node.products, locale)}`;
    return [Plot.text(placed, { ...common, y: 'yLabel', text, fontSize: 12, fill: palette('ink') })];
  }
  return [
    Plot.text(placed, {
      ...common,
      y: ({ yLabel }: PlacedNode) => yLabel - 8,
      text: ({ name }: PlacedNode) => clip(name, room, 13.5, 650),
      fontSize: 13.5,
      fontWeight: 650,
      fill: palette('ink')
    }),
    Plot.text(placed, {
      ...common,
      y: ({ yLabel }: PlacedNode) => yLabel + 9,
      text: count,
      fontSize: 13,
      fill: palette('ink-2')
    })
  ];
}

/** At departure, of entrants at arrival; left out where one product goes alone or the ribbon is too thin to read on. */
function counts(ribbons: PlacedRibbon[], { palette, locale }: ChartOptions) {
  const shown = ribbons.filter(({ products, thickness }) => products > 1 && thickness >= 8);
  return [true, false].flatMap((arrives) =>
    [11, 13.5].map((size) =>
      Plot.text(
        shown.filter((r) => (r.arrives ?? false) === arrives && (r.thickness >= 15 ? 13.5 : 11) === size),
        {
          x: ({ x1, x2 }: PlacedRibbon) => (arrives ? x2 - 9 : x1 + 9),
          y: ({ y1, y2, thickness }: PlacedRibbon) => (arrives ? y2 : y1) + thickness / 2,
          text: ({ products }: PlacedRibbon) => integer(products, locale),
          textAnchor: arrives ? 'end' : 'start',
          fontSize: size,
          fontWeight: 650,
          fill: palette('ink'),
          stroke: arrives ? palette('ground') : 'none',
          strokeWidth: 3,
          pointerEvents: 'none'
        }
      )
    )
  );
}
