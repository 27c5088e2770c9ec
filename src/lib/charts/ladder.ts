import { integer } from '#lib/i18n/format.ts';
import type { ChartOptions } from './chart.ts';
import { cell, element, textElement } from './element.ts';
import { phoneBelow } from './frame.ts';
import { textWidth } from './text-width.ts';

/** One criterion's attainment with its interval, from 0 to 1. */
export interface Step {
  rate: number;
  low: number;
  high: number;
  title: string;
}

export interface LadderRows {
  /** From the most attained down. */
  steps: Step[];
  /** What stands under the first and under the last. */
  first: string;
  last: string;
}

const top = 10;
const left = 44;

/** Criteria side by side from the most to the least attained: the steps of a stair, each with its interval. */
export function ladder({ steps, first, last }: LadderRows, options: ChartOptions): SVGSVGElement {
  const height = options.width < phoneBelow ? 180 : 210;
  const bottom = top + height;
  const at = (share: number) => Math.round((bottom - share * height) * 10) / 10;
  const step = (options.width - left) / Math.max(1, steps.length);
  return cell(
    bottom + 24,
    [...grid(at, options), ...stairs(steps, step, at, options), ...ends({ first, last }, bottom, options)],
    options
  );
}

type Height = (share: number) => number;

function grid(at: Height, options: ChartOptions): SVGElement[] {
  const { palette, width, locale } = options;
  const sign = locale === 'fr' ? '\u00a0%' : '%';
  return [0, 0.25, 0.5, 0.75, 1].flatMap((share) => [
    element(
      'line',
      {
        x1: left,
        x2: width,
        y1: at(share),
        y2: at(share),
        stroke: palette(share === 0 ? 'rule-strong' : 'rule')
      },
      options
    ),
    textElement(
      integer(share * 100, locale) + (share === 1 ? sign : ''),
      { x: left - 8, y: at(share), dy: '0.32em', 'text-anchor': 'end', fill: palette('ink-3') },
      options
    )
  ]);
}

function stairs(steps: Step[], width: number, at: Height, options: ChartOptions): SVGElement[] {
  const { palette } = options;
  const round = (value: number) => Math.round(value * 10) / 10;
  return steps.map(({ rate, low, high, title }, i) => {
    const x = left + i * width;
    const gap = width > 5 ? 1 : 0;
    const group = element('g', {}, options, title);
    const place = { x: round(x), width: round(width - gap) };
    group.append(
      element('rect', { ...place, y: at(1), height: at(0) - at(1), 'fill-opacity': 0 }, options),
      element(
        'rect',
        { ...place, y: at(high), height: round(at(low) - at(high)), fill: palette('interval') },
        options
      ),
      element('rect', { ...place, y: round(at(rate) - 1.5), height: 3, fill: palette('attained-2') }, options)
    );
    return group;
  });
}

function ends({ first, last }: { first: string; last: string }, bottom: number, options: ChartOptions) {
  const look = { y: bottom + 17, fill: options.palette('ink-3') };
  const room = options.width - left - textWidth(first, 12) - 16;
  return [
    textElement(first, { x: left, ...look }, options),
    ...(textWidth(last, 12) > room
      ? []
      : [textElement(last, { x: options.width, 'text-anchor': 'end', ...look }, options)])
  ];
}
