import { tokens, type Token } from './tokens.ts';

/** Gives a token's colour as a chart writes it: a variable in pages, a literal in files that know no `var()`. */
export type Palette = (token: Token) => string;

/** For pages: dark mode then needs no other drawing. */
export const pagePalette: Palette = (token) => `var(--${token})`;

/** For files and print, always light. */
export const lightPalette: Palette = (token) => tokens[token][0];

/** The tokens as CSS custom properties, with their dark values. */
export function tokensCss(): string {
  const block = (side: 0 | 1) =>
    Object.entries(tokens)
      .map(([name, pair]) => `--${name}:${pair[side]}`)
      .join(';');
  return [
    `:root{color-scheme:light dark;${block(0)}}`,
    `@media screen and (prefers-color-scheme:dark){:root{${block(1)}}}`
  ].join('\n');
}
