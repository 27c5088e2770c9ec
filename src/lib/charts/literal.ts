/** A channel whose values are colours already: keeps Plot from making a scale of them. */
export function literal<Row>(colour: (row: Row) => string) {
  return { value: colour, scale: null };
}
