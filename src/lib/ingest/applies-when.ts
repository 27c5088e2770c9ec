import { fold } from '#lib/i18n/fold.ts';
import type { Criterion } from '#lib/maturity/questionnaire.ts';
import { codeKey } from './criterion-code.ts';

/** One part of a condition: what an attribute must be, or the level that another criterion must reach. */
export type Clause = { attribute: string; value: string } | { criterion: number; level: number };

/** Why a condition can't be used, and the part that is wrong. */
export interface ConditionFlaw extends Record<string, string | number> {
  reason: 'shape' | 'criterion' | 'level';
  part: string;
}

const reached = /^(.+?)\s*(?:>=|≥)\s*(\S.*)$/u;
const equal = /^([^=<>]+?)\s*=\s*([^=<>]+)$/u;

/**
 * Reads `attribute = value` and `CODE >= level`, joined by `and` (formats.md, section 1); a list of clauses, none for a
 * blank text, or the first flaw. Attributes' names and values are folded.
 */
export function readCondition(text: string, criteria: readonly Criterion[]): Clause[] | ConditionFlaw {
  if (text.trim() === '') return [];
  const clauses: Clause[] = [];
  for (const part of text.trim().split(/\s+and(?:\s+|$)/i)) {
    const clause = readClause(part.trim(), criteria);
    if ('reason' in clause) return clause;
    clauses.push(clause);
  }
  return clauses;
}

function readClause(part: string, criteria: readonly Criterion[]): Clause | ConditionFlaw {
  const [, code, level] = reached.exec(part) ?? [];
  if (code !== undefined && level !== undefined) return readLevel(part, code, level, criteria);
  const [, attribute, value] = equal.exec(part) ?? [];
  if (attribute === undefined || value === undefined) return { reason: 'shape', part };
  return { attribute: fold(attribute), value: fold(value) };
}

function readLevel(
  part: string,
  code: string,
  level: string,
  criteria: readonly Criterion[]
): Clause | ConditionFlaw {
  const criterion = criteria.findIndex((one) => codeKey(one.code) === codeKey(code));
  const levels = criteria[criterion]?.levels.length;
  if (levels === undefined) return { reason: 'criterion', part, code };
  const wanted = /^\d{1,2}$/.test(level) ? Number(level) : 0;
  return wanted >= 1 && wanted <= levels
    ? { criterion, level: wanted }
    : { reason: 'level', part, code, levels };
}
