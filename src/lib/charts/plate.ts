import type { ChartOptions } from './chart.ts';
import { drawDrawing } from './draw-drawing.ts';
import type { Drawing, DrawingName } from './drawings.ts';
import { element } from './element.ts';
import { frameAttributes } from './frame.ts';
import { paragraph, type TextStyle } from './plate-text.ts';
import { tagRows, type Tag } from './plate-tags.ts';

/** A figure as it leaves the application: what stands around it on its page goes with it. */
export interface Plate {
  title: string;
  subline: string;
  drawing: Drawing;
  caption: string;
  /** Campaign and filters in force. */
  state: string;
  tags: Tag[];
}

/** A piece of the plate, in px, and how it is drawn from its top down. */
export interface Block {
  height: number;
  draw: (top: number) => SVGElement[];
}

/** Around everything, in px. */
export const plateMargin = 24;

/** The width in px that each chart has on a desk's page, a little more where that is less than a plate's title needs. */
export const plateWidths: Record<DrawingName, number> = {
  bandBar: 778,
  bandChange: 576,
  bandFlow: 778,
  corridorRates: 576,
  criteriaLevels: 1184,
  decomposition: 576,
  frontier: 678,
  heatMap: 1184,
  ladder: 678,
  levelsBy: 1184,
  productHistogram: 1184,
  productPosition: 1184,
  productStrip: 1184,
  rankedCriteria: 576,
  rankedValues: 576,
  scalogram: 1184,
  shareRows: 778,
  slopes: 678,
  stackedBars: 778,
  themeProfile: 576,
  themeRates: 576
};

const styles = {
  title: { size: 19, line: 24, weight: 690, fill: 'ink' },
  subline: { size: 14, line: 20, weight: 400, fill: 'ink-2' },
  caption: { size: 12.5, line: 18, weight: 400, fill: 'ink-3' },
  state: { size: 12.5, line: 18, weight: 600, fill: 'ink-2' }
} satisfies Record<string, TextStyle>;

/**
 * The figure with its title, caption and origin as one picture that needs nothing else. `options.width` is the
 * chart's own: the picture is wider by its margins.
 */
export function plate(rows: Plate, options: ChartOptions): SVGSVGElement {
  const blocks = [
    rule(options),
    space(13),
    paragraph(rows.title, styles.title, options),
    space(2),
    paragraph(rows.subline, styles.subline, options),
    space(16),
    chart(rows.drawing, options),
    space(12),
    paragraph(rows.caption, styles.caption, options),
    space(8),
    paragraph(rows.state, styles.state, options),
    space(6),
    tagRows(rows.tags, options)
  ];
  const height = blocks.reduce((sum, block) => sum + block.height, 2 * plateMargin);
  const size = { ...options, width: options.width + 2 * plateMargin };
  const svg = element('svg', frameAttributes(size, height), options) as SVGSVGElement;
  const content = element('g', { transform: `translate(${plateMargin},${plateMargin})` }, options);
  content.append(...stacked(blocks));
  roundWeights(content);
  svg.append(ground(size.width, height, options), content);
  return svg;
}

/** The pages' typeface has every weight; what opens files, resvg among them, knows hundreds, and reads others as 400. */
function roundWeights(element: Element): void {
  const weight = element.getAttribute('font-weight');
  if (weight !== null)
    element.setAttribute('font-weight', String(Math.ceil(Number(weight) / 100 - 0.5) * 100));
  for (const child of element.children) roundWeights(child);
}

function stacked(blocks: Block[]): SVGElement[] {
  let top = 0;
  return blocks.flatMap((block) => {
    const drawn = block.draw(top);
    top += block.height;
    return drawn;
  });
}

function space(height: number): Block {
  return { height, draw: () => [] };
}

function rule(options: ChartOptions): Block {
  const { palette, width } = options;
  return {
    height: 1,
    draw: (top) => [element('rect', { x: 0, y: top, width, height: 1, fill: palette('ink') }, options)]
  };
}

function ground(width: number, height: number, options: ChartOptions): SVGElement {
  return element('rect', { width, height, fill: options.palette('ground') }, options);
}

const inherited = ['fill', 'font-family', 'font-size', 'text-anchor'];

/** The chart as a group: nested pictures are cut at their edges, and some readers draw none. */
function chart(drawing: Drawing, options: ChartOptions): Block {
  const svg = drawDrawing(drawing, options);
  return {
    height: Number(svg.getAttribute('height')),
    draw: (top) => {
      const kept = inherited.flatMap((name) => {
        const value = svg.getAttribute(name);
        return value === null ? [] : [[name, value]];
      });
      const group = element('g', { ...Object.fromEntries(kept), transform: `translate(0,${top})` }, options);
      group.append(...svg.childNodes);
      return [group];
    }
  };
}
