import { answerWord, type ExportedResponse } from '#lib/server/export-rows.ts';
import type { Table } from '../table.ts';
import type { Interchange } from './interchange-data.ts';

export const fixedColumns = ['product', 'vendor', 'corridor', 'submitted_at', 'criterion', 'answer'] as const;

/** What files said beside: every attribute that some response has, by name. */
export function attributeNames(responses: readonly ExportedResponse[]): string[] {
  return [...new Set(responses.flatMap(({ attributes }) => Object.keys(attributes)))].sort();
}

/** One row an answer, under the names by which a long file is read; blank answers are rows too. */
export function answersTable({ questionnaire, responses }: Interchange): Table {
  const names = attributeNames(responses);
  const codes = questionnaire.criteria.map(({ code }) => code);
  return {
    columns: [...fixedColumns, ...names],
    rows: responses.flatMap(({ product, vendor, corridor, submittedAt, attributes, answers }) => {
      const further = names.map((name) => attributes[name] ?? '');
      return codes.map((code, i) => [
        ...[product, vendor, corridor, submittedAt ?? '', code],
        ...[answerWord(answers[i] ?? 0), ...further]
      ]);
    })
  };
}
