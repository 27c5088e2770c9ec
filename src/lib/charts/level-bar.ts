import { integer } from '#lib/i18n/format.ts';
import type { Locale } from '#lib/i18n/locale.ts';
import { textWidth } from './text-width.ts';
import type { Token } from './tokens.ts';
import { counted, productsOf, words } from './words.ts';

/** How many products declared each level of a criterion, against its target. */
export interface LevelCounts {
  levels: { level: number; products: number }[];
  target: number;
  applicable: number;
  unanswered: number;
}

/** One level's part of the bar, in px from the bar's left end. */
export interface LevelSegment {
  left: number;
  width: number;
  fill: Token;
  ink: Token;
  edge: Token | null;
  /** What is written inside: empty where it would not fit. */
  count: string;
  title: string;
}

export const barHeight = 15;
export const countSize = 11.5;

/**
 * The bar of a criterion, split at the middle of `width` by its target: lengths are shares of the products that it
 * applies to, on the same scale for both sides; the level next to the target lies next to the line.
 */
export function levelSegments(row: LevelCounts, width: number, locale: Locale): LevelSegment[] {
  const scale = row.applicable > 0 ? width / 2 / row.applicable : 0;
  const filled = row.levels.filter(({ products }) => products > 0).sort((a, b) => a.level - b.level);
  const short = filled.filter(({ level }) => level < row.target).reverse();
  const reached = filled.filter(({ level }) => level >= row.target);
  return [...laid(short, row, -scale, width, locale).reverse(), ...laid(reached, row, scale, width, locale)];
}

/** Segments outwards from the target line; a negative scale goes left. */
function laid(levels: LevelCounts['levels'], row: LevelCounts, scale: number, width: number, locale: Locale) {
  let from = width / 2;
  return levels.map(({ level, products }): LevelSegment => {
    const to = from + products * scale;
    const [left, length] = [Math.min(from, to), Math.abs(to - from)];
    from = to;
    return {
      left,
      width: length,
      ...levelColours(level - row.target),
      count: fits(products, integer(products, locale), length) ? integer(products, locale) : '',
      title: levelTitle(level, products, row, locale)
    };
  });
}

/** By distance to the target, so that a colour means the same on each row. */
export function levelColours(distance: number): { fill: Token; ink: Token; edge: Token | null } {
  if (distance > 0) return { fill: 'attained-2', ink: 'on-band-4', edge: null };
  if (distance === 0) return { fill: 'attained', ink: 'on-band-4', edge: null };
  if (distance === -1) return { fill: 'short-2', ink: 'on-band-2', edge: 'edge-1' };
  return { fill: distance === -2 ? 'short-mid' : 'short', ink: 'on-band-1', edge: 'edge-1' };
}

function fits(count: number, text: string, width: number): boolean {
  return width >= (count < 10 ? 11 : Math.max(17, textWidth(text, countSize) + 4));
}

function levelTitle(level: number, count: number, row: LevelCounts, locale: Locale): string {
  const { level: names, colon } = words(locale);
  const [one] = names;
  const name = `${one[0]?.toUpperCase()}${one.slice(1)} ${level}`;
  return `${name}, ${distanceInWords(level - row.target, locale)}${colon}${productsOf(count, row.applicable, locale)}`;
}

/** `2 niveaux sous la cible`. */
export function distanceInWords(distance: number, locale: Locale): string {
  const { level, short, atTarget, aboveTarget } = words(locale);
  if (distance === 0) return atTarget;
  return `${counted(Math.abs(distance), level, locale)} ${distance < 0 ? short : aboveTarget}`;
}
