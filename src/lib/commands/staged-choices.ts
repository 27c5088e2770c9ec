import { codeKey } from '#lib/ingest/criterion-code.ts';
import type { AnswerMapping, Meaning } from '#lib/ingest/mapping.ts';
import { addresseeOf, cellKey } from '#lib/ingest/said.ts';
import type { ReadColumn, ReadOptions } from '#lib/ingest/types.ts';
import type { Questionnaire } from '#lib/maturity/questionnaire.ts';

/** What is said of the columns of all files of one shape. */
export type ColumnChoices = Required<Pick<ReadOptions, 'map' | 'ignore' | 'drop'>>;

/** What is said of one file as a whole. */
export type FileChoices = Pick<
  ReadOptions,
  'encoding' | 'delimiter' | 'layout' | 'sheet' | 'source' | 'product' | 'vendor'
>;

/** What a person has said of an upload so far; empty at first. */
export interface Choices {
  /** By the file's place. */
  files: Record<string, FileChoices>;
  /** By the shape of the files. */
  columns: Record<string, ColumnChoices>;
  answers: AnswerMapping[];
  /** Of a new campaign: the one whose questionnaire it shares. */
  questionnaireOf?: string;
}

export const noChoices: Choices = { files: {}, columns: {}, answers: [] };

/** What a column is to hold: fields and criteria's codes, none for an attribute; or it is left out. */
export type Chosen = string[] | 'dropped';

/** One column with what was chosen for it. */
export interface ColumnChoice {
  column: ReadColumn;
  chosen: Chosen;
}

/**
 * The mapping that makes columns hold what was chosen. Only what they would not do by themselves is said, so that a
 * saved mapping doesn't break on a file that lacks some column. What was said of other columns stays.
 */
export function columnChoices(choices: ColumnChoice[], before: ColumnChoices | undefined): ColumnChoices {
  const asked = new Set(choices.map(({ column }) => column.heading));
  const isOther = (heading: string) => !asked.has(heading);
  const said: ColumnChoices = {
    map: before?.map.filter(({ heading }) => isOther(heading)) ?? [],
    ignore: before?.ignore.filter(isOther) ?? [],
    drop: before?.drop.filter(isOther) ?? []
  };
  for (const choice of choices) sayOf(choice, said);
  return said;
}

function sayOf({ column: { heading, byItself }, chosen }: ColumnChoice, said: ColumnChoices): void {
  if (chosen === 'dropped') {
    said.drop.push(heading);
    return;
  }
  const holdsMore = byItself.some((field) => !chosen.includes(field));
  if (holdsMore) said.ignore.push(heading);
  for (const field of chosen) if (holdsMore || !byItself.includes(field)) said.map.push({ field, heading });
}

/** A text that some criteria's cells hold, with what it is to mean for them; undefined for nothing yet. */
export interface AnswerChoice {
  criteria: string[];
  text: string;
  means: Meaning | undefined;
}

/** The answers said before with those chosen, which win; each is said of its criteria one by one. */
export function answerChoices(
  choices: AnswerChoice[],
  before: AnswerMapping[],
  questionnaire: Questionnaire
): AnswerMapping[] {
  const chosen = new Set(choices.flatMap(({ criteria, text }) => criteria.map((code) => key(code, text))));
  const kept = new Map<string, AnswerMapping>();
  // what is said of one criterion counts before what is said of all, hence after it here
  for (const one of [...said(before, questionnaire, 'all'), ...said(before, questionnaire, 'one')]) {
    const { criterion, label, means } = one;
    kept.set(key(criterion, label), { said: `${criterion}:${label}`, means });
  }
  return [
    ...[...kept].flatMap(([known, mapping]) => (chosen.has(known) ? [] : [mapping])),
    ...choices.flatMap(({ criteria, text, means }) =>
      means === undefined ? [] : criteria.map((code) => ({ said: `${code}:${text}`, means }))
    )
  ];
}

function key(criterion: string, text: string): string {
  return `${codeKey(criterion)}\u001f${cellKey(text)}`;
}

function said(mappings: AnswerMapping[], questionnaire: Questionnaire, of: 'all' | 'one') {
  const codes = questionnaire.criteria.map(({ code }) => code);
  return mappings.flatMap(({ said, means }) => {
    const to = addresseeOf(said, questionnaire);
    if ('unknown' in to || (to.criterion === 'all') !== (of === 'all')) return [];
    const meant = to.criterion === 'all' ? codes : codes.slice(to.criterion, to.criterion + 1);
    return meant.map((criterion) => ({ criterion, label: to.label, means }));
  });
}
