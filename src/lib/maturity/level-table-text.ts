import { notConcerned, type LevelCriterion, type LevelProduct, type LevelTable } from './level-table.ts';

/** A table of levels as it travels to a browser: a product's levels as one text. */
export interface LevelTableText {
  criteria: LevelCriterion[];
  products: (Omit<LevelProduct, 'levels'> & { levels: string })[];
}

const none = '-';
const zero = 48;

/** « - » does not apply, « 0 » unanswered, « 1 » … « : » (for 10) its level. */
export function toText({ criteria, products }: LevelTable): LevelTableText {
  return {
    criteria,
    products: products.map(({ levels, ...product }) => ({
      ...product,
      levels: [...levels]
        .map((level) => (level === notConcerned ? none : String.fromCharCode(zero + level)))
        .join('')
    }))
  };
}

export function fromText({ criteria, products }: LevelTableText): LevelTable {
  return {
    criteria,
    products: products.map(({ levels, ...product }) => ({
      ...product,
      levels: Int8Array.from(levels, (letter) =>
        letter === none ? notConcerned : letter.charCodeAt(0) - zero
      )
    }))
  };
}
