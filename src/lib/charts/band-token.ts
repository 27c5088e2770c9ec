import type { Token } from './tokens.ts';

type Kind = 'band' | 'edge' | 'on-band';

/**
 * The token of a band's fill, outline or text, by its place among `count` bands: the lowest is always ochre and the
 * highest the deepest blue; those between share the two blues.
 */
export function bandToken(index: number, count: number, kind: Kind = 'band'): Token {
  return `${kind}-${shade(index, count)}`;
}

function shade(index: number, count: number): 1 | 2 | 3 | 4 {
  if (index <= 0) return 1;
  if (index >= count - 1) return 4;
  const between = count - 2;
  return index <= Math.ceil(between / 2) ? 2 : 3;
}
