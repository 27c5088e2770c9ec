import type { Answer, Response } from '../model/response.ts';
import type { Criterion } from '../questionnaire/criterion.ts';
import { formatCsv, frenchExcel, plain, type Field } from './csv.ts';
import { setSpaces } from './french.ts';

const attributes = ['product', 'vendor', 'corridor', 'submitted_at', 'synthetic', 'hosting'];

const marks: Record<Exclude<Answer, number>, string> = {
  'not applicable': 'NA',
  unanswered: 'sans réponse',
  blank: ''
};

/** One row a product, one column a criterion. */
export function formatWide(responses: Response[], criteria: Criterion[]): string {
  const header = [...attributes, ...criteria.map(({ code }) => code)];
  const rows = responses.map((response) => [
    ...describe(response),
    ...[...response.answers.values()].map(mark)
  ]);
  return formatCsv([header, ...rows], plain);
}

/** One row an answer. Every seventh product writes its levels out, as vendors who copy from the form do. */
export function formatLong(responses: Response[]): string {
  const rows = responses.flatMap((response, index) => {
    const write = index % 7 === 6 ? wordOut : (_: Criterion, answer: Answer) => mark(answer);
    return [...response.answers].map(([criterion, answer]) => [
      ...describe(response),
      criterion.code,
      write(criterion, answer)
    ]);
  });
  return formatCsv([[...attributes, 'criterion', 'answer'], ...rows], frenchExcel);
}

function describe({ product, submittedAt }: Response): Field[] {
  return [product.name, product.vendor, product.corridor, submittedAt, 'yes', product.hosting];
}

function mark(answer: Answer): Field {
  return typeof answer === 'number' ? answer : marks[answer];
}

function wordOut(criterion: Criterion, answer: Answer): Field {
  const label = typeof answer === 'number' ? criterion.levels[answer - 1] : undefined;
  return label === undefined ? mark(answer) : setSpaces(label.fr);
}
