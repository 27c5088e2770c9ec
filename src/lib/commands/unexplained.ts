import type { AnswerMapping, Meaning } from '#lib/ingest/mapping.ts';
import { cellKey, saidOfEach } from '#lib/ingest/said.ts';
import { answerSuggestion } from '#lib/ingest/suggestions.ts';
import type { ParsedAnswers } from '#lib/ingest/types.ts';
import type { Criterion, Level, Questionnaire } from '#lib/maturity/questionnaire.ts';

/** A text that is no answer by itself to criteria with the same levels: it is asked about once. */
export interface UnexplainedAnswer {
  text: string;
  /** Codes of the criteria to which some cell gives it. */
  given: string[];
  /** Codes of all criteria with these levels, to which what is said will apply. */
  criteria: string[];
  levels: Level[];
  /** Cells that hold it, in all files. */
  count: number;
  /** What a person has said; undefined where nothing yet, or not the same of all criteria that give it. */
  means?: Meaning | undefined;
  suggested?: Meaning | undefined;
}

/** The texts of all files that need, or needed, a person's word: those without it first, then the most frequent. */
export function unexplained(
  questionnaire: Questionnaire,
  files: Pick<ParsedAnswers, 'recognised'>[],
  answers: AnswerMapping[]
): UnexplainedAnswer[] {
  const { criteria } = questionnaire;
  const said = saidOfEach(questionnaire, answers);
  const byCode = new Map(criteria.map((criterion, i) => [criterion.code, { criterion, said: said[i] }]));
  const found = new Map<string, UnexplainedAnswer & { meanings: Set<Meaning | undefined> }>();
  for (const { criterion: code, text, count } of files.flatMap(({ recognised }) => recognised.strange)) {
    const known = byCode.get(code);
    if (!known) continue;
    const key = `${levelsKey(known.criterion)}\u001f${cellKey(text)}`;
    const group = found.get(key) ?? { ...newGroup(text, known.criterion, criteria), meanings: new Set() };
    group.count += count;
    if (!group.given.includes(code)) group.given.push(code);
    group.meanings.add(known.said?.get(cellKey(text))?.means);
    found.set(key, group);
  }
  return [...found.values()]
    .map(({ meanings, ...group }) => ({
      ...group,
      given: group.criteria.filter((code) => group.given.includes(code)),
      means: meanings.size === 1 ? [...meanings][0] : undefined
    }))
    .sort((a, b) => rank(a) - rank(b) || b.count - a.count);
}

function rank({ means }: UnexplainedAnswer): number {
  return means === undefined ? 0 : 1;
}

function newGroup(text: string, criterion: Criterion, criteria: Criterion[]): UnexplainedAnswer {
  const key = levelsKey(criterion);
  return {
    text,
    given: [],
    criteria: criteria.filter((one) => levelsKey(one) === key).map(({ code }) => code),
    levels: criterion.levels,
    count: 0,
    suggested: answerSuggestion(text, criterion)
  };
}

function levelsKey({ levels }: Criterion): string {
  return JSON.stringify(levels.map(({ fr, en }) => [fr, en]));
}
