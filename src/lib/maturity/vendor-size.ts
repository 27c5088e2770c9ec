/** Sizes of vendors by their products in the campaign (domain definition 14); `to` is absent where there is no end. */
export const sizeClasses: readonly { from: number; to?: number }[] = [
  { from: 1, to: 1 },
  { from: 2, to: 3 },
  { from: 4 }
];

/** Index of the class of a vendor of this many products. */
export function sizeClass(products: number): number {
  return sizeClasses.filter(({ from }) => products >= from).length - 1;
}
