import * as Plot from '@observablehq/plot';
import { integer } from '#lib/i18n/format.ts';
import type { ChartOptions } from './chart.ts';

/** Where a share from 0 to 1 stands, in px. */
export type Place = (share: number) => number;

export function linear(left: number, right: number, max = 1): Place {
  return (share) => left + (share / max) * (right - left);
}

export const fifths = [0, 0.2, 0.4, 0.6, 0.8, 1];
export const halves = [0, 0.5, 1];

/** Hairlines down the drawing at these shares. */
export function guides(shares: number[], at: Place, top: number, bottom: number, { palette }: ChartOptions) {
  return Plot.ruleX(shares, {
    x: at,
    y1: top,
    y2: bottom,
    stroke: palette('rule'),
    shapeRendering: 'crispEdges'
  });
}

/** Hairlines across the drawing at these heights. */
export function lines(ys: number[], { palette, width }: ChartOptions) {
  return Plot.ruleY(ys, {
    y: (y: number) => y,
    x1: 0,
    x2: width,
    stroke: palette('rule'),
    shapeRendering: 'crispEdges'
  });
}

interface TickStyle {
  /** Writes the last tick as `100 %` where there is room for it. */
  unit?: boolean;
  size?: number;
}

/** Tick labels in per cent, centred on their places but kept inside the picture. */
export function ticks(shares: number[], at: Place, y: number, options: ChartOptions, style: TickStyle = {}) {
  const { palette, locale, width } = options;
  const last = shares.at(-1) as number;
  const sign = locale === 'fr' ? '\u00a0%' : '%';
  const text = (share: number) => integer(share * 100, locale) + (style.unit && share === last ? sign : '');
  const size = style.size ?? 12;
  const half = 10.5;
  return [false, true].map((atEdge) =>
    Plot.text(
      shares.filter((share) => at(share) + half > width === atEdge),
      {
        x: (share: number) => (atEdge ? width : at(share)),
        y,
        text,
        textAnchor: atEdge ? 'end' : 'middle',
        lineAnchor: 'bottom',
        fontSize: size,
        fill: palette('ink-3')
      }
    )
  );
}
