import type { IdentifiedResponse } from '#lib/server/identify.ts';

/** Responses on their way between threads: one array for all their answers, which costs less than one each. */
export interface PackedResponses {
  rows: Omit<IdentifiedResponse, 'answers'>[];
  answers: Int8Array<ArrayBuffer>;
}

export function packed(responses: IdentifiedResponse[], criteria: number): PackedResponses {
  const all = new Int8Array(responses.length * criteria);
  responses.forEach(({ answers }, i) => all.set(answers, i * criteria));
  return { rows: responses.map(withoutAnswers), answers: all };
}

export function unpacked({ rows, answers }: PackedResponses, criteria: number): IdentifiedResponse[] {
  return rows.map((row, i) => ({ ...row, answers: answers.subarray(i * criteria, (i + 1) * criteria) }));
}

function withoutAnswers(response: IdentifiedResponse): Omit<IdentifiedResponse, 'answers'> {
  const row: Partial<IdentifiedResponse> = { ...response };
  delete row.answers;
  return row as Omit<IdentifiedResponse, 'answers'>;
}
