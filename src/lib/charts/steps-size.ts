/** Sizes of the stairs, apart from their drawing, so that a page can take a width without the drawing's code. */
interface Size {
  /** From one stair's left side to the next one's in px, with at most four levels. */
  pitch: number;
  lowest: number;
  highest: number;
  /** Half the width and the height of the target's triangle. */
  triangle: [half: number, height: number];
}

export const stepsGap = 2;

export const stepsSizes: Record<'large' | 'small', Size> = {
  large: { pitch: 16, lowest: 7.5, highest: 17.5, triangle: [4, 4.5] },
  small: { pitch: 13, lowest: 5, highest: 13, triangle: [3, 3.5] }
};

/** What the drawing takes in px, for at most four levels; more are made narrower. */
export const stepsWidth = {
  large: 4 * stepsSizes.large.pitch - stepsGap,
  small: 4 * stepsSizes.small.pitch - stepsGap
};
