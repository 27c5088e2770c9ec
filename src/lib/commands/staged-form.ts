import type { Meaning } from '#lib/ingest/mapping.ts';
import { isSourceName } from '#lib/ingest/sources/names.ts';
import type { Upload } from '#lib/server/staging.ts';
import type { Store } from '#lib/server/store.ts';
import { checkStaged, choicesOf, saveChoices, type StagedCheck } from './staged-check.ts';
import {
  answerChoices,
  columnChoices,
  type AnswerChoice,
  type Choices,
  type Chosen,
  type ColumnChoice,
  type FileChoices
} from './staged-choices.ts';

/**
 * Keeps what a form on the check's page says: encodings, delimiters, columns, answers. Fields that it doesn't have stay
 * as they were. False where the form was made for another check than the one in force: nothing is kept.
 */
export async function applyForm(store: Store, upload: Upload, form: FormData): Promise<boolean> {
  const check = await checkStaged(store, upload);
  if (form.get('token') !== check.token) return false;
  const choices = await choicesOf(store.dir, upload.id);
  await saveChoices(store.dir, upload.id, {
    files: filesSaid(choices.files, check, form),
    columns: columnsSaid(choices.columns, check, form),
    answers: answersSaid(choices, check, form),
    ...questionnaireSaid(choices, form)
  });
  return true;
}

function text(form: FormData, name: string): string | undefined {
  const value = form.get(name);
  return typeof value === 'string' ? value : undefined;
}

function questionnaireSaid(choices: Choices, form: FormData): Pick<Choices, 'questionnaireOf'> {
  const questionnaireOf = text(form, 'questionnaire-of') ?? choices.questionnaireOf;
  return questionnaireOf === undefined ? {} : { questionnaireOf };
}

function filesSaid(before: Choices['files'], { files }: StagedCheck, form: FormData): Choices['files'] {
  const said = { ...before };
  for (const { place } of files) {
    said[place] = fileSaid(before[place] ?? {}, (name) => text(form, `${name}-${place}`));
  }
  return said;
}

const fileFields = ['encoding', 'delimiter', 'sheet', 'product', 'vendor'] as const;

/** What is left blank is left to be recognised. */
function fileSaid(before: FileChoices, written: (name: string) => string | undefined): FileChoices {
  const said: FileChoices = {};
  for (const name of fileFields) {
    const value = written(name) ?? before[name];
    if (value) said[name] = value;
  }
  const source = written('source') ?? before.source ?? '';
  const layout = written('layout') ?? before.layout;
  if (layout === 'long' || layout === 'wide') said.layout = layout;
  return isSourceName(source) ? { ...said, source } : said;
}

function columnsSaid(before: Choices['columns'], check: StagedCheck, form: FormData): Choices['columns'] {
  const said = { ...before };
  check.shapes.forEach(({ key, columns }, shape) => {
    const choices = columns.flatMap((column, i): ColumnChoice[] => {
      const chosen = chosenOf(text(form, `column-${shape}-${i}`), check);
      return chosen === undefined || column.repeated ? [] : [{ column, chosen }];
    });
    if (choices.length > 0) said[key] = columnChoices(choices, before[key]);
  });
  return said;
}

const fields = new Set(['product', 'vendor', 'corridor', 'submitted_at', 'criterion', 'answer']);

/** A JSON list of fields and codes, or `dropped`; undefined for anything that the page does not offer. */
function chosenOf(written: string | undefined, { questionnaire }: StagedCheck): Chosen | undefined {
  if (written === undefined || written === 'dropped') return written;
  const codes = new Set(questionnaire?.criteria.map(({ code }) => code));
  const list = parsed(written);
  const isKnown = (one: unknown): one is string =>
    typeof one === 'string' && (fields.has(one) || codes.has(one));
  return Array.isArray(list) && list.every(isKnown) ? list : undefined;
}

function parsed(written: string): unknown {
  try {
    return JSON.parse(written) as unknown;
  } catch (error) {
    if (error instanceof SyntaxError) return undefined;
    throw error;
  }
}

function answersSaid({ answers }: Choices, check: StagedCheck, form: FormData): Choices['answers'] {
  if (!check.questionnaire) return answers;
  const choices = check.answers.flatMap(({ criteria, text: said, levels }, i): AnswerChoice[] => {
    const written = text(form, `means-${i}`);
    return written === undefined ? [] : [{ criteria, text: said, means: meaningOf(written, levels.length) }];
  });
  return answerChoices(choices, answers, check.questionnaire);
}

function meaningOf(written: string, levels: number): Meaning | undefined {
  if (written === 'not_applicable' || written === 'unanswered' || written === 'blank') return written;
  const level = /^\d{1,2}$/.test(written) ? Number(written) : 0;
  return level >= 1 && level <= levels ? level : undefined;
}
