import * as Plot from '@observablehq/plot';
import { integer } from '#lib/i18n/format.ts';
import type { BandFlowRows, FlowKind } from './band-flow.ts';
import type { ChartOptions } from './chart.ts';
import { textWidth } from './text-width.ts';
import type { Token } from './tokens.ts';
import { words } from './words.ts';

export const kindFill: Record<FlowKind, Token> = {
  up: 'attained',
  same: 'none',
  down: 'short',
  outside: 'ground'
};
export const kindOpacity: Record<FlowKind, number> = { up: 0.5, same: 1, down: 0.55, outside: 0.75 };

interface Entry {
  kind: FlowKind;
  x: number;
  text: string;
  /** Where the count stands. */
  xCount: number;
  count: string;
}

const swatch = 22;
const y = 8;

/** One line above the drawing: each kind of ribbon, with its products. */
export function flowKey(rows: BandFlowRows, options: ChartOptions) {
  const { palette } = options;
  const entries = entriesOf(rows, options);
  const box = { x1: ({ x }: Entry) => x, x2: ({ x }: Entry) => x + swatch, y1: y - 5, y2: y + 6 };
  const filled = (kind: FlowKind) =>
    Plot.rect(
      entries.filter((entry) => entry.kind === kind),
      { ...box, fill: palette(kindFill[kind]), fillOpacity: kindOpacity[kind] }
    );
  const style = { y, fontSize: 13, textAnchor: 'start' } as const;
  return [
    filled('up'),
    filled('same'),
    filled('down'),
    strokes(entries, options),
    Plot.text(entries, {
      ...style,
      x: ({ x }: Entry) => x + swatch + 8,
      text: 'text',
      fill: palette('ink-2')
    }),
    Plot.text(entries, { ...style, x: 'xCount', text: 'count', fontWeight: 700, fill: palette('ink') })
  ];
}

function entriesOf({ ribbons, key }: BandFlowRows, { locale }: ChartOptions): Entry[] {
  let x = 0;
  return (['up', 'same', 'down', 'outside'] as const).map((kind) => {
    const products = ribbons.reduce((sum, ribbon) => sum + (ribbon.kind === kind ? ribbon.products : 0), 0);
    const text = key[kind] + words(locale).colon.trimEnd();
    const entry = {
      kind,
      x,
      text,
      xCount: x + swatch + 14 + textWidth(text, 13),
      count: integer(products, locale)
    };
    x = entry.xCount + textWidth(entry.count, 13, 700) + 22;
    return entry;
  });
}

function strokes(entries: Entry[], { palette }: ChartOptions) {
  const lines = entries
    .filter(({ kind }) => kind === 'outside')
    .flatMap(({ x }) => [3, 8, 13, 18].map((dx) => ({ x: x + dx })));
  return Plot.link(lines, {
    x1: ({ x }: { x: number }) => x - 3,
    x2: ({ x }: { x: number }) => x + 4,
    y1: y + 6,
    y2: y - 5,
    stroke: palette('rule-strong')
  });
}
