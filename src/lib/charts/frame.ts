import * as Plot from '@observablehq/plot';
import type { ChartOptions } from './chart.ts';

export const fontFamily = 'Public Sans, Arial, sans-serif';

/** Below this width in px a chart takes its phone layout. */
export const phoneBelow = 500;

/**
 * Draws marks placed in px of the picture: charts lay out their own columns, since the server can't measure text and
 * Plot's margins don't follow labels.
 */
export function draw(height: number, marks: Plot.Markish[], options: ChartOptions): SVGSVGElement {
  const svg = Plot.plot({
    document: options.document,
    width: options.width,
    height,
    margin: 0,
    x: { type: 'identity', axis: null },
    y: { type: 'identity', axis: null },
    marks
  });
  return finish(svg as SVGSVGElement, height, options);
}

/** Takes out what a strict content policy refuses and what screen readers stumble over. */
function finish(svg: SVGSVGElement, height: number, options: ChartOptions): SVGSVGElement {
  for (const style of [...svg.children].filter(({ localName }) => localName === 'style')) style.remove();
  tidy(svg);
  setAttributes(svg, frameAttributes(options, height));
  return svg;
}

const unwanted = new Set(['style', 'class', 'aria-label', 'aria-hidden']);
const longNumber = /\.\d{3}/;
const longNumbers = /\d+\.\d{3,}(?!e)/g;

/** A hundredth of a pixel is more than one sees, and the page is a third lighter. */
function toHundredth(number: string | number): string {
  return String(Math.round(Number(number) * 100) / 100);
}

function tidy(element: Element): void {
  const isGroup = element.localName === 'g';
  for (const name of element.getAttributeNames()) {
    const value = element.getAttribute(name) ?? '';
    const isHalfPixel = isGroup && name === 'transform'; // Plot's, in browsers
    if (unwanted.has(name) || isHalfPixel) element.removeAttribute(name);
    else if (name === 'font-variant') element.setAttribute('letter-spacing', '-0.03em');
    else if (longNumber.test(value)) element.setAttribute(name, value.replace(longNumbers, toHundredth));
  }
  for (const child of element.children) tidy(child);
}

/** What every picture of ours says of itself, charts and table cells alike. */
export function frameAttributes({ width, label, palette }: ChartOptions, height: number) {
  return {
    xmlns: 'http://www.w3.org/2000/svg',
    role: 'img',
    'aria-label': label,
    width,
    height,
    viewBox: `0 0 ${width} ${height}`,
    fill: palette('ink'),
    'font-family': fontFamily,
    'font-size': 12
  };
}

export function setAttributes(element: Element, attributes: Record<string, string | number>): void {
  for (const [name, value] of Object.entries(attributes))
    element.setAttribute(name, typeof value === 'number' ? toHundredth(value) : value);
}
