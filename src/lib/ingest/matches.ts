import type { Problem } from '#lib/maturity/problem.ts';
import type { Questionnaire } from '#lib/maturity/questionnaire.ts';
import { columnNames, columnsCalled } from './column-names.ts';
import { codeKey } from './criterion-code.ts';
import { criterionNames } from './criterion-names.ts';
import { answerFields, identityFields, type AnswerField, type IdentityField } from './fields.ts';
import { headingKey, headingProblem } from './headings.ts';
import { mappedColumns, type Mapped } from './mapped-columns.ts';
import type { Table } from './table.ts';
import type { Layout, MatchedBy, ReadOptions } from './types.ts';

/** What a column can hold: a field by its name, or a criterion by its place in the questionnaire. */
export type Held = IdentityField | AnswerField | number;

/** A column's claim to hold something; of two claims the lower rank is the stronger. */
interface Claim {
  held: Held;
  column: number;
  by: MatchedBy;
  rank: number;
}

/** Which column holds what, for certain. */
export interface Matches {
  layout: Layout;
  /** The texts by which each column may be called. */
  names: string[][];
  at: Map<Held, { column: number; by: MatchedBy }>;
  /** The columns that hold something or are left out, those in conflict included: all others are attributes. */
  taken: Set<number>;
  /** The columns that a person wants left out. */
  dropped: Set<number>;
  problems: Problem[];
}

type LookUp = (text: string) => Omit<Claim, 'column'> | undefined;

/**
 * Matches columns: first as a person said, then by a field's name, a criterion's code, its label or title. A file is
 * long where it has columns for criterion and answer, and none that is said to be a criterion or headed by a code.
 */
export function matchColumns(table: Table, questionnaire: Questionnaire, options: ReadOptions): Matches {
  const names = columnNames(table);
  const mapped = mappedColumns(table, names, questionnaire, options.map ?? []);
  const layout = options.layout ?? layoutOf(names, questionnaire, mapped);
  const lookUp = layout === 'long' ? findField : wideLookUp(questionnaire);
  const { ignore = [], drop = [] } = options;
  const dropped = new Set(drop.flatMap((heading) => columnsCalled(names, heading)));
  const ignored = new Set([...dropped, ...ignore.flatMap((heading) => columnsCalled(names, heading))]);
  const problems = [...mapped.problems];
  const claims = names.flatMap((called, column) => {
    const claim = claimOf(called, column, lookUp);
    if (claim === 'several') {
      if (ignored.has(column) || mapped.claims.some((mapped) => mapped.column === column)) return [];
      problems.push({
        ...headingProblem(table, 'ambiguous_heading', called[0] ?? ''),
        detail: partsOf(called)
      });
      return [];
    }
    return claim && !isOverruled(claim, mapped, ignored) ? [claim] : [];
  });
  return { ...settled(table, layout, names, [...mapped.claims.map(asClaim), ...claims], problems), dropped };
}

function asClaim({ held, column }: Mapped['claims'][number]): Claim {
  return { held, column, by: 'map', rank: -1 };
}

function layoutOf(names: string[][], { criteria }: Questionnaire, { claims }: Mapped): Layout {
  const called = names.flat();
  const codes = new Set(criteria.map(({ code }) => codeKey(code)));
  const fields = new Set<Held | undefined>([
    ...called.map((name) => answerFields.get(headingKey(name))),
    ...claims.map(({ held }) => held)
  ]);
  const isCriterion = (name: string) => findField(name) === undefined && codes.has(codeKey(name));
  if (!fields.has('criterion') || !fields.has('answer')) return 'wide';
  return called.some(isCriterion) || claims.some(({ held }) => typeof held === 'number') ? 'wide' : 'long';
}

function findField(text: string): ReturnType<LookUp> {
  const held = identityFields.get(headingKey(text)) ?? answerFields.get(headingKey(text));
  return held && { held, by: 'name', rank: 0 };
}

function wideLookUp(questionnaire: Questionnaire): LookUp {
  const criterionNamed = criterionNames(questionnaire);
  return (text) => {
    const field = identityFields.get(headingKey(text));
    if (field) return { held: field, by: 'name', rank: 0 };
    const named = criterionNamed(text);
    return named && { held: named.criterion, by: named.by, rank: named.rank };
  };
}

/** By its whole heading, else by its parts, which must not name different things. */
function claimOf(called: string[], column: number, lookUp: LookUp): Claim | 'several' | undefined {
  const [heading, ...parts] = called;
  const whole = heading === undefined ? undefined : lookUp(heading);
  const found = whole ? [whole] : parts.flatMap((part) => lookUp(part) ?? []);
  if (new Set(found.map(({ held }) => held)).size > 1) return 'several';
  const [best] = found.sort((a, b) => a.rank - b.rank);
  return best && { ...best, column };
}

/** A heading says nothing against a person: who placed the field elsewhere, or a criterion here, or wants it ignored. */
function isOverruled({ held, column }: Claim, { claims }: Mapped, ignored: Set<number>): boolean {
  if (ignored.has(column) || claims.some((mapped) => mapped.held === held)) return true;
  return (
    typeof held === 'number' &&
    claims.some((mapped) => mapped.column === column && typeof mapped.held === 'number')
  );
}

/** Of several columns for one thing the strongest holds it; two as strong are an error, a weaker one is left out. */
function settled(
  table: Table,
  layout: Layout,
  names: string[][],
  claims: Claim[],
  problems: Problem[]
): Omit<Matches, 'dropped'> {
  const taken = new Set(table.leftOut);
  const found: Omit<Matches, 'dropped'> = { layout, names, at: new Map(), taken, problems };
  const ranks = new Map<Held, number>();
  for (const claim of claims.toSorted((a, b) => a.rank - b.rank || a.column - b.column)) {
    const first = found.at.get(claim.held);
    const isEqual = ranks.get(claim.held) === claim.rank;
    if (!first) {
      found.at.set(claim.held, { column: claim.column, by: claim.by });
      ranks.set(claim.held, claim.rank);
    } else problems.push(duplicate(table, claim.column, first.column, isEqual));
    if (!first || isEqual) found.taken.add(claim.column);
  }
  return found;
}

function duplicate(table: Table, column: number, first: number, isEqual: boolean): Problem {
  const problem = headingProblem(table, 'duplicate_column', table.headings[column] ?? '');
  const detail = { first: table.headings[first] ?? '' };
  return isEqual
    ? { ...problem, detail }
    : { ...problem, severity: 'warning', detail: { ...detail, kept: 'attribute' } };
}

function partsOf([, first = '', second = '']: string[]): Record<string, string> {
  return { first, second };
}
