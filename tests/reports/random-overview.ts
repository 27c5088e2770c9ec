import fc from 'fast-check';
import { bandIndex, bandKey, bandsOf, type Edges } from '#lib/maturity/bands.ts';
import type { CorridorFigures, CriterionFigures, Overview, ThemeFigures } from '#lib/maturity/figures.ts';
import { rate, type Counts, type ProductFigures } from '#lib/maturity/figures.ts';
import { wilson } from '#lib/maturity/interval.ts';
import type { Criterion } from '#lib/maturity/questionnaire.ts';
import type { OverviewData, Previous } from '#lib/reports/overview-data.ts';

/** Attained, not attained, not applicable. */
type Mark = 1 | 0 | null;

interface RandomProduct {
  vendor: string;
  corridor: string;
  marks: Mark[];
}

/** An overview with the marks that it was counted from. */
export interface RandomOverview {
  data: OverviewData;
  /** Of the products to which something applies. */
  rates: Counts[];
  ratesBefore: Counts[];
}

const themeNames = [
  'Accès',
  'Chiffrement',
  'Hébergement et exploitation',
  'Journalisation',
  'Sauvegarde',
  'Vulnérabilités'
];
const corridorNames = ['Hôpital', 'Imagerie', 'Biologie médicale', ''];
const vendorNames = ['Alpha', 'Bêta', 'Gamma'];

const criterion = fc.record({
  theme: fc.constantFrom(...themeNames),
  scope: fc.constantFrom('common' as const, 'conditional' as const)
});

/** Mostly mixed; now and then alike all over, so that ties, whole bands and products without a rate come up. */
function marksOf(count: number): fc.Arbitrary<Mark[]> {
  const times = (mark: fc.Arbitrary<Mark>) => fc.array(mark, { minLength: count, maxLength: count });
  const alike = fc.constantFrom<Mark>(1, 0, null).map((mark) => Array.from({ length: count }, () => mark));
  return fc.oneof(
    { weight: 3, arbitrary: times(fc.constantFrom<Mark>(1, 1, 0, null)) },
    { weight: 2, arbitrary: alike }
  );
}

function productsOf(criteria: number): fc.Arbitrary<RandomProduct[]> {
  const product = fc.record({
    vendor: fc.constantFrom(...vendorNames),
    corridor: fc.constantFrom(...corridorNames),
    marks: marksOf(criteria)
  });
  return fc.oneof(fc.array(product, { maxLength: 30 }), fc.array(product, { maxLength: 3 }));
}

function countsOf(marks: Mark[]): Counts {
  return {
    applicable: marks.filter((mark) => mark !== null).length,
    attained: marks.filter((mark) => mark === 1).length
  };
}

function quantile(sorted: number[], p: number): number | null {
  const at = (sorted.length - 1) * p;
  const [low, high] = [sorted[Math.floor(at)], sorted[Math.ceil(at)]];
  return low === undefined || high === undefined ? null : low + (high - low) * (at - Math.floor(at));
}

function sortedRates(products: RandomProduct[]): number[] {
  return products.flatMap(({ marks }) => rate(countsOf(marks)) ?? []).sort((a, b) => a - b);
}

function bandCounts(products: RandomProduct[], edges: Edges) {
  const indices = products
    .map(({ marks }) => countsOf(marks))
    .map((c) => bandIndex(c.attained, c.applicable, edges));
  return bandsOf(edges).map((band, i) => ({
    ...band,
    products: indices.filter((index) => index === i).length
  }));
}

function overviewOf(products: RandomProduct[], criteria: { scope: string }[], edges: Edges): Overview {
  const rates = sortedRates(products);
  const common = criteria.filter(({ scope }) => scope === 'common').length;
  return {
    vendors: new Set(products.map(({ vendor }) => vendor)).size,
    products: products.length,
    rated: rates.length,
    criteria: { common, conditional: criteria.length - common },
    median: quantile(rates, 0.5),
    bands: bandCounts(products, edges)
  };
}

function criterionFigures({ code, theme, scope }: Criterion, marks: Mark[]): CriterionFigures {
  const counts = countsOf(marks);
  const { low, high } =
    counts.applicable === 0 ? { low: null, high: null } : wilson(counts.attained, counts.applicable);
  const rest = { levels: [], unanswered: 0, notApplicable: marks.length - counts.applicable };
  return { code, theme, scope, target: 2, ...counts, rate: rate(counts), low, high, ...rest };
}

function pooled(parts: Counts[]): Counts & { rate: number | null } {
  const sum = (name: keyof Counts) => parts.reduce((total, part) => total + part[name], 0);
  const counts = { applicable: sum('applicable'), attained: sum('attained') };
  return { ...counts, rate: rate(counts) };
}

function themeFigures(criteria: CriterionFigures[]): ThemeFigures[] {
  return [...new Set(criteria.map(({ theme }) => theme))].map((theme) => {
    const own = criteria.filter((one) => one.theme === theme);
    return { theme, criteria: own.length, ...pooled(own) };
  });
}

function corridorFigures(products: RandomProduct[], edges: Edges): CorridorFigures[] {
  return [...new Set(products.map(({ corridor }) => corridor))].map((corridor) => {
    const own = products.filter((product) => product.corridor === corridor);
    const rates = sortedRates(own);
    return {
      corridor,
      vendors: new Set(own.map(({ vendor }) => vendor)).size,
      products: own.length,
      rated: rates.length,
      q1: quantile(rates, 0.25),
      median: quantile(rates, 0.5),
      q3: quantile(rates, 0.75),
      ...pooled(own.map(({ marks }) => countsOf(marks))),
      bands: bandCounts(own, edges)
    };
  });
}

function productFigures(products: RandomProduct[], edges: Edges): ProductFigures[] {
  return products.map(({ vendor, corridor, marks }, i) => {
    const counts = countsOf(marks);
    const band = bandsOf(edges)[bandIndex(counts.attained, counts.applicable, edges) ?? -1];
    const id = `p${i}`;
    return {
      id,
      product: `Produit ${i}`,
      vendor,
      corridor,
      ...counts,
      rate: rate(counts),
      band: band ? bandKey(band) : null,
      effort: 0
    };
  });
}

function binsOf(rated: Counts[]): { from: number; products: number }[] {
  const froms = rated.map(({ attained, applicable }) =>
    Math.min(99, Math.floor((100 * attained) / applicable))
  );
  return [...new Set(froms)]
    .sort((a, b) => a - b)
    .map((from) => ({ from, products: froms.filter((one) => one === from).length }));
}

function campaignOf(name: string) {
  return {
    id: 1,
    code: name,
    name,
    opened: null,
    closed: '2026-04-30',
    status: 'final' as const,
    questionnaireId: 1,
    synthetic: true,
    answered: true,
    responses: 1
  };
}

const edgesOf = fc.constantFrom<Edges>([20, 60, 80], [50], [1, 99], [25, 50, 75], [10, 20, 30, 40, 50]);
const progress = fc.record({
  panel: fc.integer({ min: 1, max: 30 }),
  progress: fc.oneof(
    fc.constantFrom(0, 0.0004, -0.0004, 0.01, -0.01),
    fc.double({ min: -1, max: 1, noNaN: true })
  ),
  entrants: fc.nat(3),
  leavers: fc.nat(3)
});

/** Everything that the overview shows, counted here from random marks. */
export const randomOverview: fc.Arbitrary<RandomOverview> = fc
  .array(criterion, { minLength: 1, maxLength: 20 })
  .chain((criteria) =>
    fc.record({
      criteria: fc.constant(criteria),
      edges: edgesOf,
      now: productsOf(criteria.length),
      then: fc.option(fc.tuple(productsOf(criteria.length), progress), { nil: undefined }),
      asBins: fc.constantFrom(false, false, true)
    })
  )
  .map(({ criteria: drawn, edges, now, then, asBins }) => {
    const asked: Criterion[] = drawn.map((one, i) => ({
      ...one,
      code: `Q${i + 1}`,
      condition: '',
      appliesWhen: '',
      obligation: '',
      titleFr: `Critère n° ${i + 1}`,
      titleEn: `Criterion no. ${i + 1}`,
      labelFr: '',
      labelEn: '',
      levels: [],
      target: 2
    }));
    const criteria = asked.map((one, i) =>
      criterionFigures(
        one,
        now.map(({ marks }) => marks[i] ?? null)
      )
    );
    const isRated = ({ applicable }: Counts) => applicable > 0;
    const rates = now.map(({ marks }) => countsOf(marks)).filter(isRated);
    const ratesBefore = then?.[0].map(({ marks }) => countsOf(marks)).filter(isRated) ?? [];
    const previous: Previous | undefined = then && {
      campaign: campaignOf('Campagne 2025'),
      overview: overviewOf(then[0], drawn, edges),
      progress: then[1]
    };
    const data: OverviewData = {
      campaign: campaignOf('Campagne 2026'),
      edges,
      isFiltered: true,
      overview: overviewOf(now, drawn, edges),
      criteria,
      questionnaire: { criteria: asked },
      themes: themeFigures(criteria),
      corridors: corridorFigures(now, edges),
      previous,
      ...(asBins ? { bins: binsOf(rates) } : { products: productFigures(now, edges) })
    };
    return { data, rates, ratesBefore };
  });
