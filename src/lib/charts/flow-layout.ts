import type { BandFlowRows, FlowNode, Ribbon } from './band-flow.ts';
import { labelColumn } from './label-column.ts';

/** A node with its place in px. */
export interface PlacedNode extends FlowNode {
  x: number;
  top: number;
  height: number;
  /** Middle of its label, beside it. */
  yLabel: number;
}

/** A ribbon with its tops at departure and arrival. */
export interface PlacedRibbon extends Ribbon {
  id: number;
  x1: number;
  x2: number;
  y1: number;
  y2: number;
  thickness: number;
}

export interface FlowLayout {
  before: PlacedNode[];
  after: PlacedNode[];
  ribbons: PlacedRibbon[];
  /** Many bands have their labels on one line. */
  dense: boolean;
  top: number;
  bottom: number;
}

export const nodeWidth = 14;

const top = 75;
const heightOfAll = 338;
const outsideGap = 34;
const labelHeight = { two: 36, dense: 16 };

/** Nodes from the highest band down, those outside last, and the ribbons between them. */
export function flowLayout({ before, after, ribbons }: BandFlowRows, width: number): FlowLayout {
  const dense = Math.max(before.length, after.length) > 8;
  const most = Math.max(1, total(before), total(after));
  const unit = heightOfAll / most;
  const left = placeNodes(before, 148, unit, dense);
  const right = placeNodes(after, width - 150 - nodeWidth, unit, dense);
  const labels = dense ? labelHeight.dense : labelHeight.two;
  const needed = top + labels * Math.max(before.length, after.length);
  const bottom = Math.max(needed, ...[...left, ...right].map((node) => node.top + node.height));
  return {
    before: withLabels(left, labels, bottom),
    after: withLabels(right, labels, bottom),
    ribbons: placeRibbons(ribbons, left, right, unit),
    dense,
    top,
    bottom
  };
}

function total(nodes: FlowNode[]): number {
  return nodes.reduce((sum, { products }) => sum + products, 0);
}

/** One under the other, each with room for its label. */
function placeNodes(nodes: FlowNode[], x: number, unit: number, dense: boolean): PlacedNode[] {
  const [gap, label] = dense ? [6, labelHeight.dense] : [18, labelHeight.two];
  let free = top;
  return nodes.map((node, i) => {
    if (!node.band && nodes[i - 1]?.band) free += outsideGap - gap;
    const placed = { ...node, x, top: free, height: node.products * unit, yLabel: 0 };
    free += Math.max(placed.height + gap, label);
    return placed;
  });
}

function withLabels(nodes: PlacedNode[], gap: number, bottom: number): PlacedNode[] {
  const middles = nodes.map((node) => node.top + node.height / 2);
  const ys = labelColumn(middles, gap, top + gap / 4, bottom - gap / 4);
  return nodes.map((node, i) => ({ ...node, yLabel: ys[i] ?? node.top }));
}

/** At either end ribbons lie in the order of the nodes at their other end, so that they cross no more than they must. */
function placeRibbons(
  ribbons: Ribbon[],
  left: PlacedNode[],
  right: PlacedNode[],
  unit: number
): PlacedRibbon[] {
  const leave = left.map(({ top }) => top);
  const arrive = right.map(({ top }) => top);
  const placed = [...ribbons]
    .sort((a, b) => a.from - b.from || a.to - b.to)
    .map((ribbon, id) => {
      const y1 = leave[ribbon.from] ?? top;
      const thickness = ribbon.products * unit;
      leave[ribbon.from] = y1 + thickness;
      return { ...ribbon, id, x1: 148 + nodeWidth, x2: right[0]?.x ?? 0, y1, y2: 0, thickness };
    });
  for (const ribbon of [...placed].sort((a, b) => a.to - b.to || a.from - b.from)) {
    ribbon.y2 = arrive[ribbon.to] ?? top;
    arrive[ribbon.to] = ribbon.y2 + ribbon.thickness;
  }
  return placed;
}
