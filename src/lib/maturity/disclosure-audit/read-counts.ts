import type { Cell } from '#lib/maturity/publication/cell.ts';
import { countKey, countName, type At, type Counted, type Counts, type Sum, type Unknown } from './counts.ts';
import type { AuditedCriterion } from './questionnaire.ts';

/** The counts of one campaign while they are being written down. */
interface Draft {
  printed: Map<string, Cell>;
  unknowns: Unknown[];
  sums: Sum[];
  indices: Map<string, number>;
  most: number;
}

/** What a cell says of its count. */
function told(cell: Cell | undefined, most: number): { lower: number; upper: number } {
  if (cell?.status === 'published' && cell.value !== null) return { lower: cell.value, upper: cell.value };
  return { lower: 0, upper: cell?.status === 'under_3' ? 2 : most };
}

function count(draft: Draft, measure: Counted, at: At = {}): number {
  const name = countName(measure, at);
  const key = countKey(name);
  const known = draft.indices.get(key);
  if (known !== undefined) return known;
  const cell = draft.printed.get(key);
  const index = draft.unknowns.length;
  draft.unknowns.push({ name, ...told(cell, draft.most), ...(cell ? { cell } : {}) });
  draft.indices.set(key, index);
  return index;
}

function sum(draft: Draft, total: number, parts: number[]): void {
  if (parts.length > 0) draft.sums.push({ total, parts });
}

function fixedAtZero(draft: Draft, index: number): void {
  const unknown = draft.unknowns[index];
  if (unknown) unknown.upper = 0;
}

/** Products of a part by whether the criterion applies and is attained; a common criterion applies to all. */
function split(draft: Draft, { scope }: AuditedCriterion, at: At): void {
  const applicable = count(draft, 'applicable', at);
  const not = count(draft, 'not_applicable', at);
  if (scope === 'common') fixedAtZero(draft, not);
  sum(draft, count(draft, 'products', { corridor: at.corridor ?? '' }), [applicable, not]);
  sum(draft, applicable, [count(draft, 'attained', at), count(draft, 'missed', at)]);
}

function ofCriterion(draft: Draft, criterion: AuditedCriterion, corridors: string[]): void {
  const at = { criterion: criterion.code };
  split(draft, criterion, at);
  const levels = Array.from({ length: criterion.levels }, (_, i) =>
    count(draft, 'level', { ...at, level: String(i + 1) })
  );
  sum(draft, count(draft, 'attained', at), levels.slice(criterion.target - 1));
  sum(draft, count(draft, 'missed', at), [
    ...levels.slice(0, criterion.target - 1),
    count(draft, 'unanswered', at)
  ]);
  for (const corridor of corridors) split(draft, criterion, { ...at, corridor });
  for (const measure of ['applicable', 'attained', 'missed', 'not_applicable'] as const) {
    sum(
      draft,
      count(draft, measure, at),
      corridors.map((corridor) => count(draft, measure, { ...at, corridor }))
    );
  }
}

/** Answers of a theme are the sum over its criteria, of all themes the sum over themes; here or in a corridor. */
function ofAnswers(draft: Draft, criteria: AuditedCriterion[], corridor: string): void {
  const measures = [
    'applicable',
    'attained',
    ...(corridor === '' ? (['unanswered', 'not_applicable'] as const) : [])
  ] as const;
  const themes = [...new Set(criteria.map(({ theme }) => theme))];
  for (const measure of measures) {
    for (const theme of themes) {
      const own = criteria.filter((criterion) => criterion.theme === theme);
      sum(
        draft,
        count(draft, measure, { theme, corridor }),
        own.map(({ code }) => count(draft, measure, { criterion: code, corridor }))
      );
    }
    sum(
      draft,
      count(draft, measure, { corridor }),
      themes.map((theme) => count(draft, measure, { theme, corridor }))
    );
  }
}

/** Rated products are the sum of the bands; all are rated where some criterion applies to all. */
function ofBands(
  draft: Draft,
  at: { theme: string; corridor: string },
  bands: string[],
  areAllRated: boolean
): void {
  const rated = count(draft, 'rated', at);
  const unrated = count(draft, 'unrated', at);
  if (areAllRated) fixedAtZero(draft, unrated);
  sum(draft, count(draft, 'products', { corridor: at.corridor }), [rated, unrated]);
  sum(
    draft,
    rated,
    bands.map((band) => count(draft, 'products', { ...at, band }))
  );
}

function overCorridors(draft: Draft, theme: string, bands: string[], corridors: string[]): void {
  sum(
    draft,
    count(draft, 'rated', { theme }),
    corridors.map((corridor) => count(draft, 'rated', { theme, corridor }))
  );
  for (const band of bands) {
    sum(
      draft,
      count(draft, 'products', { theme, band }),
      corridors.map((corridor) => count(draft, 'products', { theme, corridor, band }))
    );
  }
}

function distinct(values: string[]): string[] {
  return [...new Set(values)].filter((value) => value !== '');
}

/** The products' number is printed always; without it, nothing bounds a count. */
function mostOf(cells: readonly Cell[], criteria: number): number {
  const products = cells.find(
    ({ measure, theme, corridor, band }) => measure === 'products' && theme + corridor + band === ''
  );
  return (products?.value ?? 1_000_000) * Math.max(1, criteria);
}

/** The counts of one campaign, as its printed cells and its questionnaire tell them. */
export function readCounts(cells: readonly Cell[], criteria: AuditedCriterion[]): Counts {
  const draft: Draft = {
    printed: new Map(cells.map((cell) => [countKey(cell), cell])),
    unknowns: [],
    sums: [],
    indices: new Map(),
    most: mostOf(cells, criteria.length)
  };
  const corridors = distinct(cells.map(({ corridor }) => corridor));
  const bands = distinct(cells.map(({ band }) => band));
  sum(
    draft,
    count(draft, 'products'),
    corridors.map((corridor) => count(draft, 'products', { corridor }))
  );
  for (const criterion of criteria) ofCriterion(draft, criterion, corridors);
  for (const corridor of ['', ...corridors]) ofAnswers(draft, criteria, corridor);
  for (const theme of ['', ...new Set(criteria.map(({ theme }) => theme))]) {
    const areAllRated = criteria.some((c) => c.scope === 'common' && (theme === '' || c.theme === theme));
    for (const corridor of ['', ...corridors]) ofBands(draft, { theme, corridor }, bands, areAllRated);
    overCorridors(draft, theme, bands, corridors);
  }
  return { unknowns: draft.unknowns, sums: draft.sums, indexOf: (name) => draft.indices.get(countKey(name)) };
}
