import type { ChartOptions } from './chart.ts';
import { element, textElement } from './element.ts';
import type { Block } from './plate.ts';
import { textWidth, wrap } from './text-width.ts';
import type { Token } from './tokens.ts';

/** Sizes in px; `line` from one baseline to the next. */
export interface TextStyle {
  size: number;
  line: number;
  weight: number;
  fill: Token;
}

/** What text-width.ts may err by. */
const allowance = 0.97;

/** The whole text, broken between words; no line is left out. */
export function paragraph(text: string, style: TextStyle, options: ChartOptions): Block {
  const { size, line, weight } = style;
  const lines = text === '' ? [] : wrap(text, options.width * allowance, size, Infinity, weight);
  return {
    height: lines.length * line,
    draw: (top) =>
      lines.flatMap((content, i) => textLine(content, top + (i + 0.5) * line + 0.35 * size, style, options))
  };
}

const marks = /([○●])/;

/** The marks of a key are drawn, because the typeface as shipped has none. */
function textLine(content: string, y: number, style: TextStyle, options: ChartOptions): SVGElement[] {
  let x = 0;
  return content.split(marks).flatMap((piece) => {
    const left = x;
    x += textWidth(piece, style.size, style.weight);
    if (piece === '') return [];
    return marks.test(piece)
      ? keyMark(piece, left, y, style, options)
      : textPiece(piece, left, y, style, options);
  });
}

function textPiece(piece: string, left: number, y: number, style: TextStyle, options: ChartOptions) {
  // spaces at the ends of a text element are dropped, and would shift what is left
  const x = left + textWidth(/^ */.exec(piece)?.[0] ?? '', style.size, style.weight);
  const attributes = {
    'font-size': style.size,
    'font-weight': style.weight,
    fill: options.palette(style.fill)
  };
  return textElement(piece.trim(), { x, y, ...attributes }, options);
}

function keyMark(
  mark: string,
  left: number,
  y: number,
  { size, weight, fill }: TextStyle,
  options: ChartOptions
) {
  const colour = options.palette(fill);
  const place = { cx: left + textWidth(mark, size, weight) / 2, cy: y - 0.33 * size, r: 0.28 * size };
  const attributes =
    mark === '●'
      ? { ...place, fill: colour }
      : { ...place, fill: 'none', stroke: colour, 'stroke-width': 1.3 };
  return element('circle', attributes, options);
}
