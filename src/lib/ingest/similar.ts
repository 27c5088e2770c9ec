import { fold } from '#lib/i18n/fold.ts';

/** A text prepared for comparison. */
export interface Shape {
  /** Folded words, each with a blank before and after. */
  words: string;
  /** How often each pair of neighbouring letters comes. */
  pairs: Map<string, number>;
  size: number;
}

const longest = 300;
/** A whole word of this length within the other text is likeness enough. */
const shortestWord = 4;

export function shapeOf(text: string): Shape {
  const plain = fold(text.slice(0, longest)).replace(/[^\p{L}\p{N}]+/gu, ' ');
  const words = ` ${plain.trim()} `;
  const pairs = new Map<string, number>();
  for (let i = 0; i + 1 < words.length; i++) {
    const pair = words.slice(i, i + 2);
    pairs.set(pair, (pairs.get(pair) ?? 0) + 1);
  }
  return { words, pairs, size: Math.max(0, words.length - 1) };
}

/** From 0 to 1: Dice's coefficient over pairs of letters, at least 0.9 where one text holds the other as words. */
export function likeness(a: Shape, b: Shape): number {
  if (a.words.trim() === '' || b.words.trim() === '') return 0;
  const [short, long] = a.size <= b.size ? [a, b] : [b, a];
  let shared = 0;
  for (const [pair, count] of short.pairs) shared += Math.min(count, long.pairs.get(pair) ?? 0);
  const dice = (2 * shared) / (a.size + b.size);
  const held = short.words.length - 2 >= shortestWord && long.words.includes(short.words);
  return held ? Math.max(0.9, dice) : dice;
}

/** The candidate most like a text; undefined where none is alike enough to be suggested. */
export function closest(text: string, candidates: string[], least = 0.5): string | undefined {
  const shape = shapeOf(text);
  let best: { candidate: string; score: number } | undefined;
  for (const candidate of candidates) {
    const score = likeness(shape, shapeOf(candidate));
    if (score >= least && score > (best?.score ?? 0)) best = { candidate, score };
  }
  return best?.candidate;
}
