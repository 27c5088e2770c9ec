import type { Token } from '#lib/charts/tokens.ts';

/**
 * The place of each colour in a file's theme, so that another theme recolours everything: text and ground, attained,
 * short of the target, then the bands from lowest to highest.
 */
const places: Partial<Record<Token, string>> = {
  ink: 'tx1',
  'ink-2': 'tx2',
  'ink-3': 'tx2',
  'rule-strong': 'tx2',
  ground: 'bg1',
  rule: 'bg2',
  none: 'bg2',
  attained: 'accent1',
  'short-2': 'accent2',
  'band-1': 'accent3',
  'band-2': 'accent4',
  'band-3': 'accent5',
  'band-4': 'accent6'
};

export function themePlace(token: Token): string {
  return places[token] ?? 'tx2';
}

export function solid(token: Token): string {
  return `<a:solidFill><a:schemeClr val="${themePlace(token)}"/></a:solidFill>`;
}
