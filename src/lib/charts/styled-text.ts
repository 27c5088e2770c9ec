import type { ChartOptions } from './chart.ts';
import { textElement } from './element.ts';
import type { Token } from './tokens.ts';

export interface TextStyle {
  size?: number;
  weight?: number;
  fill?: Token;
  /** Whether `x` is the text's right end. */
  end?: boolean;
}

/** A line of text on its baseline, in the palette's ink unless styled. */
export function styledText(
  content: string,
  x: number,
  y: number,
  style: TextStyle,
  options: ChartOptions
): SVGElement {
  const { size = 13, weight = 400, fill = 'ink', end = false } = style;
  const attributes = { x, y, 'font-size': size, 'font-weight': weight, fill: options.palette(fill) };
  return textElement(content, end ? { ...attributes, 'text-anchor': 'end' } : attributes, options);
}
