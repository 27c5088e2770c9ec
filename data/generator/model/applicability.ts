import type { Criterion } from '../questionnaire/criterion.ts';
import { key, type Product } from '../products/product.ts';
import { between, sampleWeighted, type Random } from '../random.ts';
import type { Applies, Grid } from './grid.ts';

interface Concerned {
  /** Out of the 71 products of 2025. */
  products: number;
  weight?: (product: Product) => number;
}

const evenly = (): number => 1;
const installed = (product: Product): number => (product.hosting === 'SaaS' ? 1 : 6);
const online = (product: Product): number => (product.hosting === 'Sur site' ? 1 : 4);
const hospital = (product: Product): number => (product.corridor === 'Hôpital' ? 4 : 1);
const clinical = (product: Product): number => (product.corridor === 'Officine' ? 1 : 3);

/** Conditions that only the vendor can judge; all others follow from hosting or from another answer. */
const judged: Record<string, Concerned> = {
  Q05: { products: 44 },
  Q09: { products: 42, weight: online },
  Q10: { products: 48, weight: clinical },
  Q11: { products: 38, weight: hospital },
  Q17: { products: 40, weight: hospital },
  Q21: { products: 47 },
  Q25: { products: 39, weight: hospital },
  Q30: { products: 43, weight: clinical },
  Q42: { products: 37 },
  Q43: { products: 45, weight: installed },
  Q47: { products: 46, weight: installed },
  Q48: { products: 41, weight: installed },
  Q50: { products: 49, weight: clinical },
  Q51: { products: 45, weight: clinical },
  Q52: { products: 43, weight: clinical },
  Q53: { products: 39, weight: online },
  Q54: { products: 46 },
  Q56: { products: 38 }
};

/** The level of a criterion that opens another one, and how many products reach it in 2025. */
interface Gate {
  code: string;
  opens: string;
  level: number;
  products: number;
  among: (product: Product) => boolean;
}

const always = (): boolean => true;
const isSaas = (product: Product): boolean => product.hosting === 'SaaS';

export const gates: Gate[] = [
  { code: 'Q19', opens: 'Q20', level: 2, products: 42, among: always },
  { code: 'Q22', opens: 'Q26', level: 2, products: 37, among: isSaas },
  { code: 'Q36', opens: 'Q37', level: 2, products: 39, among: always }
];

/** For each criterion that does not follow from hosting, the keys of the products to which it applies. */
export type Concern = Map<string, Set<string>>;

/** @param abilities by product key: the able pass a gate more often than others. */
export function drawConcern(random: Random, products: Product[], abilities: Map<string, number>): Concern {
  const concern: Concern = new Map();
  for (const [code, { products: size, weight }] of Object.entries(judged)) {
    concern.set(code, keys(sampleWeighted(random, products, size, weight ?? evenly)));
  }
  const able = (product: Product): number => Math.exp(1.6 * (abilities.get(key(product)) ?? 0));
  for (const { opens, products: size, among } of gates) {
    concern.set(opens, keys(sampleWeighted(random, products.filter(among), size, able)));
  }
  return concern;
}

/** A year later: the panel's concern, a little changed, and that of the products that have come in. */
export function renewConcern(
  random: Random,
  earlier: Concern,
  panel: Product[],
  entrants: Product[]
): Concern {
  const judgedAnew = Object.entries(judged).map(([code, { products }]): [string, Set<string>] => {
    const came = entrants.filter(() => random.uniform() < products / 71);
    const kept = panel.filter((product) => has(earlier, code, product) !== random.uniform() < 0.015);
    return [code, keys([...kept, ...came])];
  });
  const opened = gates.map(({ opens, among }): [string, Set<string>] => {
    const passes = (product: Product): boolean =>
      has(earlier, opens, product) || between(random, 0, 1) < (entrants.includes(product) ? 0.65 : 0.12);
    return [opens, keys([...panel, ...entrants].filter(among).filter(passes))];
  });
  return new Map([...judgedAnew, ...opened]);
}

export function appliesUnder(concern: Concern): Applies {
  return (product, criterion) => {
    if (criterion.scope === 'common') return true;
    if (criterion.code === 'Q44') return product.hosting !== 'Sur site';
    if (criterion.appliesWhen === 'hosting = SaaS') return isSaas(product);
    return has(concern, criterion.code, product);
  };
}

/** Binds the answers on which a condition rests to what was decided about the condition. */
export function bindGates(grid: Grid, concern: Concern): void {
  for (const { code, opens, level, among } of gates) {
    for (const row of grid.rows.filter(({ product }) => among(product))) {
      const cell = row.cells.get(code);
      if (cell === undefined) continue;
      if (has(concern, opens, row.product)) cell.floor = level;
      else cell.ceiling = level - 1;
    }
  }
}

export function isGate(criterion: Criterion): boolean {
  return gates.some(({ code }) => code === criterion.code);
}

function has(concern: Concern, code: string, product: Product): boolean {
  return concern.get(code)?.has(key(product)) ?? false;
}

function keys(products: Product[]): Set<string> {
  return new Set(products.map(key));
}
