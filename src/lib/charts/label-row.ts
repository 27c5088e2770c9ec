/** A label that would like to begin at `x`; the less important give way. */
export interface RowLabel {
  x: number;
  width: number;
  importance: number;
}

const gap = 8;

/**
 * Left ends of labels set on one line from 0 to `width`, in their order and 8 px apart: each as near its own place as
 * the others let it. Undefined for those left out because the line can't hold them all.
 */
export function labelRow(labels: readonly RowLabel[], width: number): (number | undefined)[] {
  const shown = fitting(labels, width);
  const lefts = pushedLeft(pushedRight(shown), shown, width);
  return labels.map((label) => lefts[shown.indexOf(label)]);
}

function fitting(labels: readonly RowLabel[], width: number): RowLabel[] {
  const kept = [...labels];
  while (kept.length > 0 && total(kept) > width) kept.splice(kept.indexOf(leastImportant(kept)), 1);
  return kept;
}

function total(labels: RowLabel[]): number {
  return labels.reduce((sum, label) => sum + label.width + gap, -gap);
}

function leastImportant(labels: RowLabel[]): RowLabel {
  return labels.reduce((least, label) => (label.importance < least.importance ? label : least));
}

function pushedRight(labels: RowLabel[]): number[] {
  let free = 0;
  return labels.map((label) => {
    const left = Math.max(label.x, free);
    free = left + label.width + gap;
    return left;
  });
}

function pushedLeft(lefts: number[], labels: RowLabel[], width: number): number[] {
  let limit = width + gap;
  return lefts
    .map((left, i) => ({ left, width: (labels[i] as RowLabel).width }))
    .reverse()
    .map((label) => (limit = Math.min(label.left, limit - gap - label.width)))
    .reverse();
}
