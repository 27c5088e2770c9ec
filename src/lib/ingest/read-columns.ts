import type { Questionnaire } from '#lib/maturity/questionnaire.ts';
import { identityFieldNames } from './fields.ts';
import { headingKey } from './headings.ts';
import { matchColumns, type Matches } from './matches.ts';
import { criterionSuggestions, fieldSuggestion } from './suggestions.ts';
import type { Table } from './table.ts';
import type { ReadColumn } from './types.ts';

/** Every column with a heading: what it holds, what it would hold by itself, what it looks like. */
export function readColumns(table: Table, questionnaire: Questionnaire, matches: Matches): ReadColumn[] {
  const { layout } = matches;
  const holds = heldBy(matches, questionnaire);
  const byItself = heldBy(matchColumns(table, questionnaire, { layout }), questionnaire);
  const suggested = suggestedFields(questionnaire, matches);
  return table.headings.flatMap((heading, column): ReadColumn[] => {
    if (heading === '') return [];
    const suggestion = matches.taken.has(column) ? undefined : suggested.get(heading);
    return [
      {
        heading,
        holds: holds.get(column) ?? [],
        byItself: byItself.get(column) ?? [],
        dropped: matches.dropped.has(column),
        repeated: isRepeated(table, heading),
        ...(table.leftOut?.has(column) ? { leftOut: true } : {}),
        ...(suggestion === undefined ? {} : { suggested: suggestion })
      }
    ];
  });
}

function heldBy({ at }: Matches, { criteria }: Questionnaire): Map<number, string[]> {
  const held = new Map<number, string[]>();
  for (const [what, { column }] of at) {
    const field = typeof what === 'number' ? (criteria[what]?.code ?? '') : what;
    held.set(column, [...(held.get(column) ?? []), field]);
  }
  return held;
}

/** By heading; a column that looks like what says whose answers they are is needed more than one that looks like a criterion. */
function suggestedFields(questionnaire: Questionnaire, matches: Matches): Map<string, string> {
  const criteria =
    matches.layout === 'long' ? [] : [...criterionSuggestions(questionnaire, matches).values()];
  const fields = identityFieldNames
    .filter((field) => !matches.at.has(field))
    .flatMap((field) => fieldSuggestion(field, matches, questionnaire) ?? []);
  return new Map([...criteria, ...fields].map(({ field, looksLike }) => [looksLike, field]));
}

/** As `columnsCalled` compares: as written first. */
function isRepeated({ headings }: Table, heading: string): boolean {
  return headings.filter((other) => other === heading).length > 1 || headingKey(heading) === '';
}
