import { criterionKey } from './questionnaire.ts';
import {
  requirementOf,
  requirementStatuses,
  requirementThemes,
  requirementWeights,
  type Requirement
} from './requirements.ts';
import { outside } from './outside.ts';
import type { LevelCriterion } from './level-table.ts';
import { themeLike } from './starting-points.ts';

/** The fields of one line in the form where a scenario is edited, as texts; absent where the form lacks them. */
export interface LineFields {
  status?: string | undefined;
  level?: string | undefined;
  theme?: string | undefined;
  weight?: string | undefined;
}

/** The name under which a form knows a line: its criterion's code, or its place among the lines without one. */
export function lineKey(line: Requirement, place: number): string {
  return line.criterion ?? `#${place}`;
}

function oneOf<Value>(values: readonly Value[], text: string | undefined): Value | undefined {
  return values.find((value) => String(value) === text);
}

function changed(line: Requirement, { status, level, theme, weight }: LineFields): Requirement {
  return {
    ...line,
    status: oneOf(requirementStatuses, status) ?? line.status,
    level: level === undefined || level === '' ? line.level : Number(level),
    theme: theme === '' ? null : (oneOf(requirementThemes, theme) ?? line.theme),
    weight: oneOf(requirementWeights, weight) ?? line.weight
  };
}

/** A line with the key by which the form knows it. */
export interface KeyedLine {
  key: string;
  line: Requirement;
}

/** What a form's fields make of a scenario: lines changed, left out, or added behind the others. */
export function editedLines(
  requirements: readonly Requirement[],
  criteria: readonly Pick<LevelCriterion, 'code' | 'target' | 'theme'>[],
  fieldsOf: (key: string) => LineFields
): KeyedLine[] {
  const kept = requirements.flatMap((line, place): KeyedLine[] => {
    const key = lineKey(line, place);
    const fields = fieldsOf(key);
    return fields.status === outside ? [] : [{ key, line: changed(line, fields) }];
  });
  const known = new Set(requirements.map(({ criterion }) => criterionKey(criterion ?? '')));
  const added = criteria.flatMap(({ code, target, theme }): KeyedLine[] => {
    const fields = fieldsOf(code);
    if (known.has(criterionKey(code)) || (fields.status ?? outside) === outside) return [];
    return [{ key: code, line: changed(requirementOf(code, target, { theme: themeLike(theme) }), fields) }];
  });
  return [...kept, ...added];
}
