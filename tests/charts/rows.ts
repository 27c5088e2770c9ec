import type { BandCount } from '#lib/maturity/figures.ts';
import type { ThemeProfileRow } from '#lib/charts/theme-profile.ts';
import { bandsOf, defaultEdges, type Edges } from '#lib/maturity/bands.ts';
import { wilson } from '#lib/maturity/interval.ts';

/** Rows of the test cases: the figures of the design's pictures, and awkward ones. */

/** Rates in per mille of the 71 products in the pictures, by band. */
const sampleRates = [
  [64, 82, 104, 106, 111, 127, 139, 140, 144, 160, 174],
  [
    250, 255, 259, 268, 283, 286, 295, 298, 301, 314, 319, 333, 372, 388, 391, 396, 397, 405, 413, 428, 431,
    438, 440, 441, 479, 489, 500, 500, 510, 530, 557, 571, 574, 583
  ],
  [653, 654, 654, 660, 667, 667, 680, 707, 709, 717, 725, 730, 774, 782, 783, 784],
  [853, 865, 866, 866, 877, 895, 898, 918, 934, 942]
];

const long = 'Mise en œuvre d’une authentification à deux facteurs pour tous les comptes d’administration';

export const sampleBands = bandCounts([11, 34, 16, 10]);

export const sampleDots = sampleRates.flatMap((rates, band) => rates.map((rate) => dot(rate / 1000, band)));

export function bandCounts(products: number[], edges: Edges = defaultEdges): BandCount[] {
  return bandsOf(edges).map((band, i) => ({ ...band, products: products[i] ?? 0 }));
}

export function dot(rate: number, band: number) {
  return { rate, band, title: `Produit à ${Math.round(rate * 1000) / 10} % de ses critères` };
}

/** Dots of any rates, in the default bands. */
export function dotsOf(rates: number[]) {
  return rates.map((rate) => dot(rate, defaultEdges.filter((edge) => rate * 100 >= edge).length));
}

export function bandsOfDots(dots: { band: number }[]): BandCount[] {
  return bandCounts([0, 1, 2, 3].map((band) => dots.filter((one) => one.band === band).length));
}

export function criterion(code: string, label: string, n: number, N: number) {
  return { code, label, n, N, rate: n / N, ...wilson(n, N) };
}

export const worst = [
  criterion('Q07', 'Authentification à deux facteurs', 1, 35),
  criterion('Q14', 'Moindre privilège', 3, 71),
  criterion('Q17', 'Bris de glace tracé', 2, 44),
  criterion('Q20', 'Gestion des clés', 2, 43),
  criterion('Q44', 'Hébergeur certifié HDS', 4, 45)
];

export const best = [
  criterion('Q40', 'Secrets hors du code', 68, 71),
  criterion('Q30', 'Mode dégradé documenté', 67, 71),
  criterion('Q47', 'Télémaintenance maîtrisée', 66, 71),
  criterion('Q29', 'Plan de continuité', 65, 71),
  criterion('Q18', 'Chiffrement des flux', 64, 71)
];

export const awkwardCriteria = [
  criterion('Q101-b', long, 0, 1),
  criterion('Q2', long.slice(0, 62), 1, 1),
  criterion('Q3', 'Court', 4021, 12480),
  criterion('Q4', 'Aucun produit à la cible', 0, 71),
  criterion('Q5', 'Tous les produits à la cible', 71, 71)
];

export const sampleChange = [
  { from: 0, to: 20, before: 14, after: 11 },
  { from: 20, to: 60, before: 33, after: 34 },
  { from: 60, to: 80, before: 14, after: 16 },
  { from: 80, to: 100, before: 7, after: 10 }
].map((band) => ({
  ...band,
  before: { products: band.before, rated: 68 },
  after: { products: band.after, rated: 71 }
}));

function corridor(name: string, perMille: number[], quartiles: [q1: number, median: number, q3: number]) {
  const [q1, median, q3] = quartiles.map((share) => share / 1000) as [number, number, number];
  const rates = dotsOf(perMille.map((rate) => rate / 1000));
  return { corridor: name, products: rates.length, q1, median, q3, bandCount: 4, rates };
}

export const sampleCorridors = [
  corridor('Médico-social', [82, 160, 396, 653, 774, 782, 783, 942], [338, 713, 782]),
  corridor('Biologie médicale', [266, 404, 440, 479, 489, 530, 571, 680, 877], [440, 489, 571]),
  corridor('Imagerie', [64, 104, 333, 372, 583, 667, 709, 918], [277, 478, 677]),
  corridor('Officine', [140, 140, 388, 413, 440, 500, 717, 744, 898], [388, 440, 717]),
  corridor(
    'Médecine de ville',
    [174, 250, 255, 283, 298, 314, 428, 438, 510, 557, 667, 723, 855, 870, 894],
    [291, 438, 695]
  ),
  corridor(
    'Hôpital',
    [
      106, 111, 127, 149, 260, 286, 295, 298, 319, 391, 397, 431, 500, 574, 653, 654, 660, 709, 730, 866, 866,
      934
    ],
    [297, 414, 654]
  )
];

export const longCorridors = Array.from({ length: 8 }, (_, i) =>
  corridor(
    i % 2 ? long : `Logiciels du couloir n° ${i + 1}`,
    i === 0 ? [0] : [0, 0, 1000, 1000],
    [0, 500, 1000]
  )
);

/** One product, all at one rate, and more at one rate than a row can hold apart. */
export const crowdedCorridors = [
  corridor('Un seul produit', [412], [412, 412, 412]),
  corridor('Tous à 0 %', new Array<number>(9).fill(0), [0, 0, 0]),
  corridor('Soixante à 50 %', new Array<number>(60).fill(500), [500, 500, 500])
];

type ThemeTriple = [theme: string, attained: number, applicable: number, rates: number[]];

const themes: ThemeTriple[] = [
  ['Sauvegarde et continuité', 212, 295, [447, 507, 657, 915, 944]],
  ['Chiffrement', 153, 234, [47, 653, 775, 901]],
  ['Développement sécurisé', 221, 367, [141, 394, 436, 818, 873, 958]],
  ['Gouvernance', 217, 373, [352, 437, 493, 643, 831, 851]],
  ['Hébergement et exploitation', 180, 351, [89, 222, 225, 667, 732, 930]],
  ['Gestion des accès', 163, 352, [42, 45, 489, 563, 792, 803]],
  ['Données personnelles', 118, 266, [282, 292, 324, 595, 676]],
  ['Journalisation', 125, 304, [113, 366, 477, 577, 617]],
  ['Identification électronique', 99, 264, [29, 268, 273, 535, 620]],
  ['Interopérabilité', 108, 297, [113, 171, 183, 581, 775]],
  ['Vulnérabilités', 129, 372, [127, 239, 254, 408, 510, 795]]
];

export const sampleThemes = themes.map(themeRow);

export const awkwardThemes = [
  themeRow([long, 0, 71, [0]]),
  themeRow(['Tous à la cible', 142, 142, [1000, 1000]]),
  themeRow(['De 0 à 100 %', 71, 142, [0, 1000]]),
  themeRow(['Thème au nom long mais pas démesurément long', 40, 80, [500, 500, 500]])
];

function themeRow([theme, attained, applicable, rates]: ThemeTriple) {
  const criteria = rates.map((rate, i) => ({
    code: `Q${i + 1}`,
    label: `Critère ${i + 1}`,
    rate: rate / 1000,
    n: Math.round((rate * 71) / 1000),
    N: 71
  }));
  return { theme, rate: attained / applicable, attained, applicable, criteria };
}

/** `counts` from level 0 up; the products without an answer are those that `applicable` has above their sum. */
export function levels(counts: number[], target: number, applicable: number) {
  const answered = counts.reduce((a, b) => a + b, 0);
  return {
    levels: counts.map((products, level) => ({ level, products })),
    target,
    applicable,
    unanswered: applicable - answered
  };
}

function levelRow(code: string, label: string, counts: number[], target: number, N: number) {
  const n = counts.slice(target).reduce((a, b) => a + b, 0);
  return { ...criterion(code, label, n, N), ...levels(counts, target, N), notApplicable: 71 - N };
}

export const sampleLevels = [
  levelRow('Q04', 'Sensibilisation des équipes', [7, 40], 1, 47),
  levelRow('Q05', 'Cartographie des composants', [5, 6, 28, 31], 2, 71),
  levelRow('Q02', 'Responsable sécurité désigné', [11, 27], 1, 42),
  levelRow('Q01', 'Politique de sécurité du produit', [34, 35], 1, 71),
  levelRow('Q03', 'Analyse de risques tenue à jour', [20, 18, 31], 2, 71),
  levelRow('Q06', 'Clauses de sécurité des sous-traitants', [14, 15, 15, 25], 3, 71),
  levelRow('Q08', 'Moyens d’identification au bon niveau de garantie', [27, 17, 27], 1, 71),
  levelRow('Q07', 'Authentification à deux facteurs', [33, 1], 1, 35),
  levelRow('Q11', long, [2, 3, 2, 4, 5, 6, 7, 2, 9, 30], 6, 71)
];

/** `n` criteria of many sizes. */
export function manyCriteria(n: number) {
  return Array.from({ length: n }, (_, i) =>
    criterion(
      `Q${String(i + 1).padStart(2, '0')}`,
      i % 7 ? `Critère numéro ${i + 1}` : long,
      (i * 37) % 72,
      71
    )
  );
}

/** A thousand-odd products in bins of one point. */
export const manyBins = Array.from({ length: 100 }, (_, from) => ({
  from,
  products: Math.round(30 * Math.exp(-(((from - 45) / 22) ** 2)) * (1 + 0.4 * Math.sin(from * 1.7)))
}));

export const sampleProfile: ThemeProfileRow[] = [
  profile('Données personnelles', 1, 4, [0.25, 0.5, 0.71]),
  profile('Chiffrement', 2, 3, [0.66, 0.75, 1]),
  profile('Identification électronique', 2, 4, [0.2, 0.4, 0.62]),
  profile('Sauvegarde et continuité', 4, 4, [0.5, 0.8, 1])
];

/** A theme without quartiles, one where all are alike, long names, a single criterion, both ends. */
export const awkwardProfile: ThemeProfileRow[] = [
  profile(long, 0, 1, [0, 0, 0]),
  profile('Un<&>"\'mot-très-long-qui-ne-se-coupe-pas-et-dépasse-toute-colonne', 1, 1, [1, 1, 1]),
  profile('Sans quartiles', 3, 120, null)
];

function profile(
  theme: string,
  n: number,
  N: number,
  quartiles: [number, number, number] | null
): ThemeProfileRow {
  if (!quartiles) return { theme, n, N, below: false, box: null };
  const [q1, median, q3] = quartiles;
  return { theme, n, N, below: n / N < median, box: { q1, median, q3, products: 15 } };
}
