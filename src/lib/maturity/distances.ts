import type { Demand } from './demands.ts';
import { notConcerned, type LevelProduct } from './level-table.ts';
import { requirementThemes } from './requirements.ts';

/** How far every product is from a set of demands: one place a product, in their order. */
export interface Distances {
  /** Demands that apply to the product. */
  applicable: Uint16Array;
  /** Those of them that it does not attain. */
  lacking: Uint16Array;
  /** Missing levels, summed; no answer lacks every level. */
  missing: Uint16Array;
  /** Index of the last demand not attained, and of the last one that applies; −1 where there is none. */
  blocker: Int16Array;
  last: Int16Array;
  /** Bits of the themes with a demand that applies, and with one not attained (`themeBit`). */
  themesConcerned: Uint8Array;
  themesFailed: Uint8Array;
}

/** Demands without a theme have a bit of their own. */
export function themeBit(theme: Demand['theme']): number {
  return 1 << (theme === null ? requirementThemes.length : requirementThemes.indexOf(theme));
}

/** Missing levels of an answer to a demand that applies. */
export function gapTo(level: number, declared: number): number {
  return Math.max(0, level - declared);
}

function empty(products: number): Distances {
  return {
    applicable: new Uint16Array(products),
    lacking: new Uint16Array(products),
    missing: new Uint16Array(products),
    blocker: new Int16Array(products).fill(-1),
    last: new Int16Array(products).fill(-1),
    themesConcerned: new Uint8Array(products),
    themesFailed: new Uint8Array(products)
  };
}

/** Cost: products × demands. */
export function distancesFrom(products: readonly LevelProduct[], demands: readonly Demand[]): Distances {
  const found = empty(products.length);
  const bits = demands.map(({ theme }) => themeBit(theme));
  products.forEach(({ levels }, p) => {
    let [applicable, lacking, missing, blocker, last, concerned, failed] = [0, 0, 0, -1, -1, 0, 0];
    demands.forEach(({ column, level }, d) => {
      const declared = levels[column] ?? notConcerned;
      if (declared === notConcerned) return;
      const bit = bits[d] ?? 0;
      applicable++;
      last = d;
      concerned |= bit;
      if (declared >= level) return;
      lacking++;
      missing += gapTo(level, declared);
      blocker = d;
      failed |= bit;
    });
    found.applicable[p] = applicable;
    found.lacking[p] = lacking;
    found.missing[p] = missing;
    found.blocker[p] = blocker;
    found.last[p] = last;
    found.themesConcerned[p] = concerned;
    found.themesFailed[p] = failed;
  });
  return found;
}

/** Definition 11: of those to which at least one demand applies, the product attains all that do. */
export function passes({ applicable, lacking }: Distances, product: number): boolean {
  return applicable[product] !== 0 && lacking[product] === 0;
}
