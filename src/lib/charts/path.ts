/** A tenth of a pixel is more than one sees, and the page stays light. */
function tenth(value: number): string {
  return String(Math.round(value * 10) / 10);
}

/** A filled rectangle as a piece of a path: thousands of cells are then a few elements. */
export function box(x: number, y: number, width: number, height: number): string {
  return `M${tenth(x)} ${tenth(y)}h${tenth(width)}v${tenth(height)}h${tenth(-width)}z`;
}

/** A circle as a piece of a path. */
export function ring(x: number, y: number, r: number): string {
  const [radius, across] = [tenth(r), tenth(2 * r)];
  return `M${tenth(x - r)} ${tenth(y)}a${radius} ${radius} 0 1 0 ${across} 0a${radius} ${radius} 0 1 0 -${across} 0z`;
}

/** A diamond as a piece of a path. */
export function diamond(x: number, y: number, r: number): string {
  const by = tenth(r);
  return `M${tenth(x - r)} ${tenth(y)}l${by} -${by}l${by} ${by}l-${by} ${by}z`;
}

/** A level line as a piece of a path. */
export function level(x: number, y: number, width: number): string {
  return `M${tenth(x)} ${tenth(y)}h${tenth(width)}`;
}

/** An upright line as a piece of a path. */
export function upright(x: number, y: number, height: number): string {
  return `M${tenth(x)} ${tenth(y)}v${tenth(height)}`;
}

/** Bars side by side on one base, as one outline: half the length of so many rectangles. */
export function bars(x: number, base: number, width: number, heights: readonly number[]): string {
  let [path, last, right] = [`M${tenth(x)} ${tenth(base)}`, 0, 0];
  for (const height of heights) {
    const [top, end] = [Math.round(height * 10) / 10, Math.round((right + width) * 10) / 10];
    path += (top === last ? '' : `v${tenth(last - top)}`) + `h${tenth(end - Math.round(right * 10) / 10)}`;
    [last, right] = [top, right + width];
  }
  return `${path}V${tenth(base)}z`;
}
