import { cell, element, textElement } from './element.ts';
import type { ChartOptions } from './chart.ts';
import {
  barHeight,
  countSize,
  distanceInWords,
  levelColours,
  levelSegments,
  type LevelCounts,
  type LevelSegment
} from './level-bar.ts';
import { words } from './words.ts';

const rowHeight = 25;

/** A criterion's level bar, split at its target, for a table row. */
export function levelCell(row: LevelCounts, options: ChartOptions): SVGSVGElement {
  const top = (rowHeight - barHeight) / 2;
  const segments = levelSegments(row, options.width, options.locale);
  const parts = segments.flatMap((segment) => segmentElements(segment, top, options));
  return cell(rowHeight, [...parts, targetLine(-1, rowHeight + 1, options)], options);
}

/** The target's line alone, for group headings between level bars. */
export function levelGapCell(height: number, options: ChartOptions): SVGSVGElement {
  return cell(height, [targetLine(-1, height + 1, options)], options);
}

/** The key of those bars in their own geometry, for the table's head. */
export function levelKey(options: ChartOptions): SVGSVGElement {
  const { locale, width } = options;
  const { short, reached } = words(locale);
  const parts = keySegments(options).flatMap((segment) => segmentElements(segment, 22, options));
  const head = { y: 12, 'font-size': 12.5, 'font-weight': 600, fill: options.palette('ink') };
  const heads = [
    textElement(short, { ...head, x: width / 2 - 8, 'text-anchor': 'end' }, options),
    textElement(reached, { ...head, x: width / 2 + 8 }, options)
  ];
  return cell(45, [...parts, ...heads, targetLine(0, 46, options)], options);
}

/** Products to which the criterion does not apply, as a small grey bar beside their number. */
export function notApplicableCell(
  row: { products: number; total: number },
  options: ChartOptions
): SVGSVGElement {
  const width = row.total > 0 ? (row.products / row.total) * options.width : 0;
  const bar = { x: 0, y: 8.5, width, height: 8, fill: options.palette('rule-strong'), 'fill-opacity': 0.55 };
  return cell(rowHeight, width > 0 ? [element('rect', bar, options, options.label)] : [], options);
}

function segmentElements(segment: LevelSegment, top: number, options: ChartOptions): SVGElement[] {
  const bar = element('rect', rectAttributes(segment, top, options), options, segment.title);
  if (segment.count === '') return [bar];
  const place = {
    x: segment.left + segment.width / 2,
    y: top + barHeight / 2 + 4,
    'text-anchor': 'middle',
    'font-size': countSize,
    fill: options.palette(segment.ink),
    'pointer-events': 'none'
  };
  return [bar, textElement(segment.count, place, options)];
}

/** Half a pixel in on each side: neighbours are told apart by the gap, ochre ones by their outline too. */
export function rectAttributes(
  { left, width, fill, edge }: LevelSegment,
  top: number,
  { palette }: ChartOptions
) {
  const inset = edge ? 1 : 0.5;
  const box = { x: left + inset, width: Math.max(width - 2 * inset, 0.5), fill: palette(fill) };
  if (!edge) return { ...box, y: top, height: barHeight };
  return { ...box, y: top + 0.5, height: barHeight - 1, stroke: palette(edge) };
}

function targetLine(top: number, bottom: number, options: ChartOptions): SVGElement {
  const x = options.width / 2 - 0.75;
  const line = { x, y: top, width: 1.5, height: bottom - top, fill: options.palette('ink') };
  return element('rect', line, options);
}

/** The five steps of the key, placed as in a bar of the width. */
export function keySegments({ width, locale }: ChartOptions): LevelSegment[] {
  const { level, target, beyond } = words(locale);
  const lefts = width < 300 ? [-118, -90, -62, 0, 62] : [-146, -106, -66, 0, 66];
  const keys = [
    { distance: -3, count: '−3' },
    { distance: -2, count: '−2' },
    { distance: -1, count: `−1 ${level[0]}` },
    { distance: 0, count: target },
    { distance: 1, count: beyond }
  ];
  return keys.map(({ distance, count }, i) => {
    const left = lefts[i] as number;
    const right = lefts[i + 1] ?? 2 * left;
    const title = distanceInWords(distance, locale);
    return { ...levelColours(distance), left: width / 2 + left, width: right - left, count, title };
  });
}
