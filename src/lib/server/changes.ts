import type { Answer } from '#lib/maturity/answer.ts';
import type { IdentifiedResponse } from './identify.ts';
import { all, type Db } from './sql.ts';

/** A product that an import would put in force, or leave as it is. */
export interface ChangedProduct {
  product: string;
  vendor: string;
  /** Criteria whose answer would be another; 0 where only corridor, date or an attribute would. */
  answers: number;
}

/** What an import would do to the responses in force in a campaign, product by product, in the files' order. */
export interface Changes {
  added: ChangedProduct[];
  changed: ChangedProduct[];
  unchanged: ChangedProduct[];
  /** Older than what is in force, which stays. */
  older: ChangedProduct[];
}

interface InForce {
  productId: string;
  digest: string;
  at: string;
}

/** Compares responses that are to be imported at an instant (ISO, UTC) with those in force; an undefined campaign has none. */
export async function read(
  db: Db,
  campaignId: number | undefined,
  incoming: IdentifiedResponse[],
  now = new Date().toISOString()
): Promise<Changes> {
  const inForce = campaignId === undefined ? new Map<string, InForce>() : await standing(db, campaignId);
  const changes: Changes = { added: [], changed: [], unchanged: [], older: [] };
  const replaced: { response: IdentifiedResponse; shown: ChangedProduct }[] = [];
  for (const response of lastOfEach(incoming, now)) {
    const shown = { product: response.product, vendor: response.vendor, answers: 0 };
    const kind = kindOf(response, inForce.get(response.productId), now);
    changes[kind].push(shown);
    if (kind === 'changed') replaced.push({ response, shown });
  }
  if (campaignId !== undefined) await countAnswers(db, campaignId, replaced);
  return changes;
}

function kindOf(response: IdentifiedResponse, other: InForce | undefined, now: string): keyof Changes {
  if (!other) return 'added';
  if (other.digest === response.digest) return 'unchanged';
  return dateOf(response, now) < other.at ? 'older' : 'changed';
}

function dateOf({ submittedAt }: IdentifiedResponse, now: string): string {
  return submittedAt ?? now;
}

/** Of each product the response that would stand, as `responses.settle` decides: the latest, of equal dates the last. */
function lastOfEach(incoming: IdentifiedResponse[], now: string): IdentifiedResponse[] {
  const last = new Map<string, IdentifiedResponse>();
  for (const response of incoming) {
    const other = last.get(response.productId);
    if (!other || dateOf(response, now) >= dateOf(other, now)) last.set(response.productId, response);
  }
  return [...last.values()];
}

async function standing(db: Db, campaignId: number): Promise<Map<string, InForce>> {
  const rows = await all<InForce>(
    db,
    `select product_id as "productId", digest, coalesce(submitted_at, import.imported_at) as "at"
     from response join import on import.id = response.import_id
     where response.campaign_id = $campaign and in_force`,
    { campaign: campaignId }
  );
  return new Map(rows.map((row) => [row.productId, row]));
}

async function countAnswers(
  db: Db,
  campaignId: number,
  replaced: { response: IdentifiedResponse; shown: ChangedProduct }[]
): Promise<void> {
  if (replaced.length === 0) return;
  const rows = await all<{ productId: string; answers: Answer[] }>(
    db,
    `select product_id as "productId", list(answer::int order by position) as answers
     from response join answer on answer.response_id = response.id
     where campaign_id = $campaign and in_force and product_id in (select unnest($products))
     group by product_id`,
    { campaign: campaignId, products: replaced.map(({ response }) => response.productId) }
  );
  const before = new Map(rows.map(({ productId, answers }) => [productId, answers]));
  for (const { response, shown } of replaced) {
    const old = before.get(response.productId) ?? [];
    shown.answers = response.answers.reduce((n, answer, i) => n + (answer === old[i] ? 0 : 1), 0);
  }
}
