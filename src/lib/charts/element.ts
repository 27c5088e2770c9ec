import type { ChartOptions } from './chart.ts';
import { frameAttributes, setAttributes } from './frame.ts';

const namespace = 'http://www.w3.org/2000/svg';

type Attributes = Record<string, string | number>;

/** A picture of one table cell: many stand on a page, so they are made by hand and not by Plot. */
export function cell(height: number, children: SVGElement[], options: ChartOptions): SVGSVGElement {
  const svg = options.document.createElementNS(namespace, 'svg') as SVGSVGElement;
  setAttributes(svg, { ...frameAttributes(options, height), overflow: 'visible' });
  svg.append(...children);
  return svg;
}

/** An SVG element with its attributes; `title` becomes the child that a browser shows as a tooltip. */
export function element(name: string, attributes: Attributes, { document }: ChartOptions, title?: string) {
  const made = document.createElementNS(namespace, name) as SVGElement;
  setAttributes(made, attributes);
  if (title !== undefined) made.append(text('title', {}, title, document));
  return made;
}

/** A line of text in the picture. */
export function textElement(content: string, attributes: Attributes, { document }: ChartOptions): SVGElement {
  return text('text', attributes, content, document);
}

function text(name: string, attributes: Attributes, content: string, document: Document): SVGElement {
  const made = document.createElementNS(namespace, name) as SVGElement;
  setAttributes(made, attributes);
  made.textContent = content;
  return made;
}
