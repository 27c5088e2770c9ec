import type { Cell } from '#lib/maturity/publication/cell.ts';
import {
  countKey,
  countName,
  type At,
  type Counted,
  type CountName,
  type Counts,
  type Sum,
  type Unknown
} from './counts.ts';
import type { AuditedCriterion } from './questionnaire.ts';

/** A count as the names of cells and the questionnaire tell it, before any cell's number is read. */
interface Written {
  name: CountName;
  /** Its cell's place among the cells. */
  place: number | undefined;
  isZero: boolean;
}

/** The counts of one campaign while they are being written down. */
interface Draft {
  places: ReadonlyMap<string, number>;
  written: Written[];
  sums: Sum[];
  indices: Map<string, number>;
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
  const index = draft.written.length;
  draft.written.push({ name, place: draft.places.get(key), isZero: false });
  draft.indices.set(key, index);
  return index;
}

function sum(draft: Draft, total: number, parts: number[]): void {
  if (parts.length > 0) draft.sums.push({ total, parts });
}

function fixedAtZero(draft: Draft, index: number): void {
  const written = draft.written[index];
  if (written) written.isZero = true;
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

/** All counts that cells of these names bear on, and the sums that bind them. */
function draftOf(cells: readonly Cell[], keys: readonly string[], criteria: AuditedCriterion[]): Draft {
  const draft: Draft = {
    places: new Map(keys.map((key, i) => [key, i])),
    written: [],
    sums: [],
    indices: new Map()
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
  return draft;
}

function unknownOf({ name, place, isZero }: Written, cells: readonly Cell[], most: number): Unknown {
  const cell = place === undefined ? undefined : cells[place];
  const { lower, upper } = told(cell, most);
  return { name, lower, upper: isZero ? 0 : upper, ...(cell ? { cell } : {}) };
}

/**
 * Reads publications of one questionnaire. Which counts there are, and which sums bind them, follows from the names of
 * cells alone: it is written down once for all publications that print or withhold the same ones.
 */
export function countsReader(criteria: AuditedCriterion[]): (cells: readonly Cell[]) => Counts {
  let known: { keys: string[]; draft: Draft } | undefined;
  return (cells) => {
    const keys = cells.map(countKey);
    if (!known || known.keys.length !== keys.length || known.keys.some((key, i) => key !== keys[i]))
      known = { keys, draft: draftOf(cells, keys, criteria) };
    const { written, sums, indices } = known.draft;
    const most = mostOf(cells, criteria.length);
    return {
      unknowns: written.map((one) => unknownOf(one, cells, most)),
      sums,
      indexOf: (name) => indices.get(countKey(name))
    };
  };
}

/** The counts of one campaign, as its printed cells and its questionnaire tell them. */
export function readCounts(cells: readonly Cell[], criteria: AuditedCriterion[]): Counts {
  return countsReader(criteria)(cells);
}
