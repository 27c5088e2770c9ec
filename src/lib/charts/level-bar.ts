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
export function levelSegments(
  row: LevelCounts,
  width: number,
  locale: Locale,
  written: Written = countAlone
): LevelSegment[] {
  const scale = row.applicable > 0 ? width / 2 / row.applicable : 0;
  const filled = row.levels.filter(({ products }) => products > 0).sort((a, b) => a.level - b.level);
  const short = filled.filter(({ level }) => level < row.target).reverse();
  const reached = filled.filter(({ level }) => level >= row.target);
  const side = { row, width, locale, written };
  return [...laid(short, -scale, side).reverse(), ...laid(reached, scale, side)];
}

/** What may be written inside a segment, the fullest first. */
type Written = (level: number, products: number, locale: Locale) => string[];

const countAlone: Written = (_, products, locale) => [integer(products, locale)];

/** « niv. 2 : 17 », where nothing tells more when it is pointed at, as on paper. */
export const levelAndCount: Written = (level, products, locale) => {
  const { levelShort, colon } = words(locale);
  const count = integer(products, locale);
  return [`${levelShort}\u00a0${level}${colon}${count}`, count];
};

interface Side {
  row: LevelCounts;
  width: number;
  locale: Locale;
  written: Written;
}

/** Segments outwards from the target line; a negative scale goes left. */
function laid(levels: LevelCounts['levels'], scale: number, { row, width, locale, written }: Side) {
  let from = width / 2;
  return levels.map(({ level, products }): LevelSegment => {
    const to = from + products * scale;
    const [left, length] = [Math.min(from, to), Math.abs(to - from)];
    from = to;
    return {
      left,
      width: length,
      ...levelColours(level - row.target),
      count: written(level, products, locale).find((text) => fits(text, length)) ?? '',
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

function fits(text: string, width: number): boolean {
  const margins = /^\d/.test(text) ? 4 : 12;
  return width >= (text.length === 1 ? 11 : Math.max(17, textWidth(text, countSize) + margins));
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
