import type { Figure } from '#lib/reports/figure.ts';
import type { MethodPart } from '#lib/reports/method-anchors.ts';

/** Columns of twelve. */
export type Span = 4 | 5 | 6 | 7 | 8 | 12;

/** Drawn widths in px, one a window; the style sheet shows the one that fits. */
export type Widths = Partial<Record<'phone' | 'tablet' | 'desk', number>>;

/** A drawing as SVG text in bytes, by window. */
export type Pictures = Partial<Record<keyof Widths, Uint8Array>>;

/** A figure in its place on a page. */
export interface PlacedFigure extends Figure {
  span: Span;
  /** Where the page of methods explains it. */
  rule: MethodPart;
  /** Whether phones show something else, such as a table of what is named. */
  isForDesksAlone?: boolean;
  /** In an answer for scripts, in place of the drawing: the browser has only to show them. */
  pictures?: Pictures;
}

const phone = 358;

const widthsBySpan: Record<Span, Widths> = {
  4: { phone, desk: 374 },
  5: { phone, desk: 474 },
  6: { phone, desk: 576 },
  7: { phone, desk: 678 },
  8: { phone, desk: 778 },
  12: { phone, tablet: 700, desk: 1184 }
};

/** What is sent to a window: one for desks prints what it shows, others print what is drawn for desks. */
export function sentWidths(widths: Widths, isDesk: boolean): Widths {
  return isDesk && widths.desk !== undefined ? { desk: widths.desk } : widths;
}

export function widthsOf({ span, isForDesksAlone = false }: PlacedFigure): Widths {
  const { phone, ...others } = widthsBySpan[span];
  return isForDesksAlone ? others : { phone, ...others };
}
