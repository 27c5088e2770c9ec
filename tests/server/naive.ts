/**
 * The statistics of domain.md recomputed in plain loops, from what a test put in: no SQL, no code of `src/lib/server`,
 * and whole numbers wherever a band is decided.
 */

/** Null is a blank cell. */
export type Cell = number | 'not_applicable' | 'unanswered' | null;

export interface NaiveCriterion {
  code: string;
  theme: string;
  scope: 'common' | 'conditional';
  levels: number;
  /** What its levels are called; « niveau » by default. */
  levelWord?: string;
  target: number;
}

export interface NaiveProduct {
  id: string;
  product: string;
  vendor: string;
  corridor: string;
  attributes: Record<string, string>;
  /** In the order of the criteria. */
  cells: Cell[];
}

export interface NaiveFilters {
  theme?: string[];
  scope?: string[];
  corridor?: string[];
  vendor?: string[];
  attributes?: Record<string, string[]>;
  q?: string[];
  band?: string[];
  edges?: number[];
  unanswered?: 'count' | 'exclude';
}

export type State = number | 'unanswered' | 'not_applicable';

/** Definition 1. */
export function stateOf(cell: Cell, scope: NaiveCriterion['scope']): State {
  if (typeof cell === 'number') return cell;
  if (scope === 'common') return 'unanswered';
  return cell === 'unanswered' ? 'unanswered' : 'not_applicable';
}

function isCounted(state: State, unanswered: 'count' | 'exclude'): boolean {
  if (state === 'not_applicable') return false;
  return state !== 'unanswered' || unanswered === 'count';
}

export interface NaiveView {
  criteria: NaiveCriterion[];
  products: {
    product: NaiveProduct;
    states: State[];
    applicable: number;
    attained: number;
    effort: number;
    band: string | null;
  }[];
  edges: number[];
  unanswered: 'count' | 'exclude';
  /** In view or not. */
  all: NaiveProduct[];
}

/** Lower case and without accents: enough for the names that the tests make up. */
export function plain(text: string): string {
  return text.toLowerCase().normalize('NFD').replace(/\p{M}/gu, '');
}

function bandNames(edges: number[]): string[] {
  const all = [0, ...edges, 100];
  return all.slice(1).map((to, i) => `${all[i]}-${to}`);
}

/** Definition 3, by counting up the edges that are reached. */
export function bandOf(attained: number, applicable: number, edges: number[]): string | null {
  if (applicable === 0) return null;
  let index = 0;
  for (const edge of edges) if (BigInt(100 * attained) >= BigInt(edge * applicable)) index++;
  return bandNames(edges)[index] ?? null;
}

function isChosen(product: NaiveProduct, filters: NaiveFilters): boolean {
  const { corridor = [], vendor = [], q = [], attributes = {} } = filters;
  if (corridor.length > 0 && !corridor.includes(product.corridor)) return false;
  if (vendor.length > 0 && !vendor.some((name) => plain(name) === plain(product.vendor))) return false;
  const texts = [plain(product.product), plain(product.vendor)];
  if (q.length > 0 && !q.some((text) => texts.some((name) => name.includes(plain(text))))) return false;
  for (const [name, values] of Object.entries(attributes)) {
    if (!values.includes(product.attributes[name] ?? '')) return false;
  }
  return true;
}

/** Definition 13. */
export function viewOf(
  criteria: NaiveCriterion[],
  products: NaiveProduct[],
  filters: NaiveFilters
): NaiveView {
  const { theme = [], scope = [], band = [], edges = [20, 60, 80], unanswered = 'count' } = filters;
  const positions: number[] = [];
  criteria.forEach((criterion, i) => {
    const inTheme = theme.length === 0 || theme.includes(criterion.theme);
    if (inTheme && (scope.length === 0 || scope.includes(criterion.scope))) positions.push(i);
  });
  const chosen = positions.map((i) => criteria[i] as NaiveCriterion);
  const rows: NaiveView['products'] = [];
  for (const product of products) {
    if (!isChosen(product, filters)) continue;
    const states: State[] = [];
    let [applicable, attained, effort] = [0, 0, 0];
    for (const i of positions) {
      const criterion = criteria[i] as NaiveCriterion;
      const state = stateOf(product.cells[i] ?? null, criterion.scope);
      states.push(state);
      if (!isCounted(state, unanswered)) continue;
      applicable++;
      const level = typeof state === 'number' ? state : 0;
      if (level >= criterion.target) attained++;
      else effort += criterion.target - level;
    }
    const row = { product, states, applicable, attained, effort, band: bandOf(attained, applicable, edges) };
    if (band.length === 0 || (row.band !== null && band.includes(row.band))) rows.push(row);
  }
  return { criteria: chosen, products: rows, edges, unanswered, all: products };
}

/** Linear interpolation between the two nearest of the sorted values. */
export function quantile(values: number[], p: number): number | null {
  if (values.length === 0) return null;
  const sorted = [...values].sort((a, b) => a - b);
  const at = (sorted.length - 1) * p;
  const low = sorted[Math.floor(at)] ?? NaN;
  const high = sorted[Math.ceil(at)] ?? NaN;
  return low + (high - low) * (at - Math.floor(at));
}

export function rate(attained: number, applicable: number): number | null {
  return applicable === 0 ? null : attained / applicable;
}

type Rows = NaiveView['products'];

export function sum(rows: Rows, what: 'applicable' | 'attained'): number {
  return rows.reduce((total, row) => total + row[what], 0);
}

function vendors(rows: Rows): number {
  return new Set(rows.map(({ product }) => plain(product.vendor))).size;
}

function ratesOf(rows: Rows): number[] {
  return rows.flatMap(({ attained, applicable }) => (applicable === 0 ? [] : [attained / applicable]));
}

export function bands({ edges }: NaiveView, rows: Rows) {
  return bandNames(edges).map((name) => {
    const [from, to] = name.split('-').map(Number);
    return { from, to, products: rows.filter(({ band }) => band === name).length };
  });
}

export function overview(view: NaiveView) {
  const { criteria, products } = view;
  return {
    vendors: vendors(products),
    products: products.length,
    rated: products.filter(({ applicable }) => applicable > 0).length,
    criteria: {
      common: criteria.filter(({ scope }) => scope === 'common').length,
      conditional: criteria.filter(({ scope }) => scope === 'conditional').length
    },
    median: quantile(ratesOf(products), 0.5),
    bands: bands(view, products)
  };
}

/** Definition 4, with Wilson's bounds as the roots of (p − share)² = z² p (1 − p) ÷ N. */
function interval(attained: number, applicable: number) {
  if (applicable === 0) return { low: null, high: null };
  const z = 1.959964;
  const share = attained / applicable;
  const [a, b, c] = [1 + (z * z) / applicable, 2 * share + (z * z) / applicable, share * share];
  const root = Math.sqrt(b * b - 4 * a * c);
  return {
    low: attained === 0 ? 0 : (b - root) / (2 * a),
    high: attained === applicable ? 1 : (b + root) / (2 * a)
  };
}

export function byCriterion({ criteria, products, unanswered }: NaiveView) {
  return criteria.map(({ code, theme, scope, target, levels }, i) => {
    const states = products.map((row) => row.states[i] as State);
    const applicable = states.filter((state) => isCounted(state, unanswered)).length;
    const attained = states.filter((state) => typeof state === 'number' && state >= target).length;
    return {
      code,
      theme,
      scope,
      target,
      applicable,
      attained,
      rate: rate(attained, applicable),
      ...interval(attained, applicable),
      levels: Array.from({ length: levels }, (_, l) => ({
        level: l + 1,
        products: states.filter((state) => state === l + 1).length
      })),
      unanswered: states.filter((state) => state === 'unanswered').length,
      notApplicable: states.filter((state) => state === 'not_applicable').length
    };
  });
}

/** In the order of the products given. */
export function byProduct({ products }: NaiveView) {
  return products.map(({ product, applicable, attained, effort, band }) => ({
    id: product.id,
    product: product.product,
    vendor: product.vendor,
    corridor: product.corridor,
    applicable,
    attained,
    rate: rate(attained, applicable),
    band,
    effort
  }));
}

export function byTheme(view: NaiveView) {
  const criteria = byCriterion(view);
  const themes = [...new Set(criteria.map(({ theme }) => theme))];
  return themes.map((theme) => {
    const own = criteria.filter((criterion) => criterion.theme === theme);
    const applicable = own.reduce((total, criterion) => total + criterion.applicable, 0);
    const attained = own.reduce((total, criterion) => total + criterion.attained, 0);
    return { theme, criteria: own.length, applicable, attained, rate: rate(attained, applicable) };
  });
}

/** In no particular order. */
export function byCorridor(view: NaiveView) {
  const corridors = [...new Set(view.products.map(({ product }) => product.corridor))];
  return corridors.map((corridor) => {
    const own = view.products.filter(({ product }) => product.corridor === corridor);
    const rates = ratesOf(own);
    const [applicable, attained] = [sum(own, 'applicable'), sum(own, 'attained')];
    return {
      corridor,
      vendors: vendors(own),
      products: own.length,
      rated: rates.length,
      q1: quantile(rates, 0.25),
      median: quantile(rates, 0.5),
      q3: quantile(rates, 0.75),
      applicable,
      attained,
      rate: rate(attained, applicable),
      bands: bands(view, own)
    };
  });
}

/** One product's answers, by its place in the view. */
export function answers({ criteria, products, unanswered }: NaiveView, index: number) {
  const { states = [], product } = products[index] ?? {};
  return criteria.map(({ code, target }, i) => {
    const state = states[i] as State;
    const level = typeof state === 'number' ? state : null;
    return {
      criterion: code,
      level,
      target,
      gap: isCounted(state, unanswered) ? Math.max(0, target - (level ?? 0)) : null,
      state: typeof state === 'number' ? 'level' : state,
      blank: product?.cells[Number(code.replace(/\D/g, ''))] === null,
      corrected: false,
      declared: state,
      contested: false
    };
  });
}
