import { readAnswers } from '#lib/ingest/answers.ts';
import { checkedResponses, type Checked } from '#lib/ingest/checks/checked.ts';
import { qualityProblems } from '#lib/ingest/checks/quality.ts';
import { problemMessage } from '#lib/i18n/problems.ts';
import type { Problem } from '#lib/maturity/problem.ts';
import { criterionRow, questionnaire, tableFile, type Row } from '../builders.ts';

/** Criteria `Q1` … `Qn` with four levels, common unless changed. */
export function criteria(n: number, change: (i: number) => Partial<Row> = () => ({})): Row[] {
  return Array.from({ length: n }, (_, i) =>
    criterionRow({ code: `Q${i + 1}`, level_4_fr: 'Toujours', ...(change(i) as Row) })
  );
}

/** A wide row that gives these answers to Q1, Q2 … */
export function answersRow(product: string, vendor: string, answers: (string | number)[]): Row {
  const cells = answers.map((answer, i) => [`Q${i + 1}`, String(answer)]);
  return { product, vendor, ...(Object.fromEntries(cells) as Row) };
}

/** What a file of these rows is warned about, with nothing yet in the campaign unless said. */
export function warnings(
  rows: Row[],
  definition: Row[],
  known: Partial<Pick<Checked, 'known' | 'sameAnswers' | 'chosen' | 'distinct'>> = {}
): Problem[] {
  const read = questionnaire(...definition);
  const responses = checkedResponses([readAnswers(tableFile(...rows), read)]);
  return qualityProblems({
    questionnaire: read,
    responses,
    known: [],
    sameAnswers: new Map(),
    chosen: [],
    distinct: new Set(),
    ...known
  });
}

export function codes(problems: Problem[]): string[] {
  return problems.map(({ code }) => code);
}

export function inFrench(problem: Problem | undefined): string {
  return problem ? problemMessage(problem, 'fr') : '';
}
