import { BLANK, NOT_APPLICABLE, UNANSWERED, type Answer } from '#lib/maturity/answer.ts';
import { all, type Db } from './sql.ts';

/** One response in force, with all that its file said of the product. */
export interface ExportedResponse {
  id: string;
  product: string;
  vendor: string;
  corridor: string;
  submittedAt: string | null;
  attributes: Record<string, string>;
  /** In the questionnaire's order. */
  answers: Answer[];
}

interface ResponseRow extends Omit<ExportedResponse, 'attributes' | 'answers'> {
  attributes: string;
  cells: string | null;
}

const responsesSql = `
  select product_id as id, product, vendor, corridor, submitted_at as "submittedAt",
    to_json(attributes)::varchar as attributes, cells
  from response
  left join (
    select response_id, string_agg(position || ':' || answer, ',') as cells
    from answer group by response_id
  ) as told on told.response_id = response.id
  where campaign_id = $campaign and in_force
  order by vendor_key, product, product_id`;

function answersOf(cells: string | null, criteria: number): Answer[] {
  const answers = Array.from({ length: criteria }, () => BLANK);
  for (const cell of (cells ?? '').split(',')) {
    const [position, answer] = cell.split(':').map(Number);
    if (position !== undefined && answer !== undefined) answers[position] = answer;
  }
  return answers;
}

/** Every response in force of a campaign, corrections counted, by vendor and name. */
export async function list(db: Db, campaign: number, criteria: number): Promise<ExportedResponse[]> {
  const rows = await all<ResponseRow>(db, responsesSql, { campaign });
  return rows.map(({ cells, attributes, ...row }) => ({
    ...row,
    attributes: JSON.parse(attributes) as Record<string, string>,
    answers: answersOf(cells, criteria)
  }));
}

/** An answer as files write it: a level's number, a mark that imports know, or nothing. */
export function answerWord(answer: Answer): string {
  if (answer > 0) return String(answer);
  return (
    new Map([
      [UNANSWERED, 'unanswered'],
      [NOT_APPLICABLE, 'NA']
    ]).get(answer) ?? ''
  );
}
