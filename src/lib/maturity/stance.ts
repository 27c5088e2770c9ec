/** How somebody stands to a requirement put out to consultation, from the most to the least in favour. */
export const stances = ['favourable', 'reserved', 'opposed'] as const;
export type Stance = (typeof stances)[number];
