import type { ChartOptions } from './chart.ts';
import { phoneBelow } from './frame.ts';

/** Where the columns and bars of a level drawing stand, in px. */
export interface LevelsLayout {
  /** Paper is too narrow for intervals and « not applicable », which stand in its annex. */
  place: 'desk' | 'paper' | 'phone';
  head: number;
  rowHeight: number;
  labelRight: number;
  rateRight: number;
  countRight: number;
  barLeft: number;
  barWidth: number;
  /** From a row's top to the middle of its text and of its bar. */
  text: number;
  bar: number;
}

const paperBelow = 900;

/** `fraction` is what the longest « n/N » takes, gap included: counts of tens of thousands need more than usual. */
export function levelsLayout({ width }: ChartOptions, fraction: number): LevelsLayout {
  if (width < phoneBelow) return phoneLayout(width, Math.max(54, fraction));
  return width < paperBelow
    ? paperLayout(width, Math.max(62, fraction))
    : deskLayout(width, Math.max(84, fraction));
}

function deskLayout(width: number, fraction: number): LevelsLayout {
  const barWidth = Math.min(344, Math.round(width * 0.29));
  const barLeft = width - 176 - barWidth;
  const countRight = barLeft - 20;
  const rateRight = countRight - fraction;
  const labelRight = rateRight - 214;
  return {
    place: 'desk',
    head: 60,
    rowHeight: 25,
    labelRight,
    rateRight,
    countRight,
    barLeft,
    barWidth,
    text: 12.5,
    bar: 12.5
  };
}

function paperLayout(width: number, fraction: number): LevelsLayout {
  const barWidth = Math.round(width * 0.37);
  const barLeft = width - 84 - barWidth;
  const countRight = barLeft - 16;
  const rateRight = countRight - fraction;
  const columns = { rateRight, countRight, labelRight: rateRight - 52, barLeft, barWidth };
  return { place: 'paper', head: 60, rowHeight: 25, ...columns, text: 12.5, bar: 12.5 };
}

function phoneLayout(width: number, fraction: number): LevelsLayout {
  const right = { rateRight: width - fraction, countRight: width, labelRight: width - fraction - 50 };
  return {
    place: 'phone',
    head: 60,
    rowHeight: 50,
    ...right,
    barLeft: 0,
    barWidth: 262,
    text: 14,
    bar: 35
  };
}
