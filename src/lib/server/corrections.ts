import { countsAs, NOT_APPLICABLE, UNANSWERED, type Answer } from '#lib/maturity/answer.ts';
import { criterionKey, type Scope } from '#lib/maturity/questionnaire.ts';
import * as scores from './scores.ts';
import { all, first, run, type Db } from './sql.ts';

/*
 * The corrected value takes the declared one's place in the table of answers, and the declared one is kept here: so every
 * figure uses it, at no cost, wherever it is read. A correction belongs to one response; where that is not in force,
 * neither is the correction.
 */

type Said = number | 'unanswered' | 'not_applicable';

/** An answer that somebody corrected or contests; dates in UTC. */
export interface Correction {
  id: number;
  kind: 'corrected' | 'contested';
  productId: string;
  product: string;
  vendor: string;
  criterion: string;
  declared: Said;
  /** Null for a contest. */
  corrected: Said | null;
  reason: string;
  by: string | null;
  at: string;
  /** Not taken back, and its response in force. */
  counts: boolean;
  retractedAt: string | null;
  retractedBy: string | null;
}

/** What somebody says of one answer; without `answer` it is contested. */
export interface NewCorrection {
  campaignId: number;
  productId: string;
  /** Its code. */
  criterion: string;
  answer?: Said;
  reason: string;
  by?: string;
}

export type Refusal =
  | 'unknown_product'
  | 'unknown_criterion'
  | 'no_such_level'
  | 'not_applicable_on_common'
  | 'no_change'
  | 'no_reason';

interface Target {
  responseId: number;
  position: number;
  answer: Answer;
  scope: Scope;
  levels: number;
}

const targetSql = `
  select response.id as "responseId", c.position::int as position, c.code, answer::int as answer, scope,
    level_count::int as levels
  from response
  join campaign on campaign.id = response.campaign_id
  join criterion c on c.questionnaire_id = campaign.questionnaire_id
  join answer on answer.response_id = response.id and answer.position = c.position
  where response.campaign_id = $campaign and in_force and product_id = $product
  order by c.position`;

async function targetOf(
  db: Db,
  { campaignId, productId, criterion }: NewCorrection
): Promise<Target | Refusal> {
  const rows = await all<Target & { code: string }>(db, targetSql, {
    campaign: campaignId,
    product: productId.toLowerCase()
  });
  if (rows.length === 0) return 'unknown_product';
  return rows.find(({ code }) => criterionKey(code) === criterionKey(criterion)) ?? 'unknown_criterion';
}

function stored(said: Said): Answer {
  if (typeof said === 'number') return said;
  return said === 'unanswered' ? UNANSWERED : NOT_APPLICABLE;
}

/** Why an answer can't be corrected so. */
function flawOf(said: Said, { answer, scope, levels }: Target): Refusal | undefined {
  if (said === 'not_applicable' && scope === 'common') return 'not_applicable_on_common';
  if (typeof said === 'number' && !(Number.isInteger(said) && said >= 1 && said <= levels))
    return 'no_such_level';
  return countsAs(answer, scope) === said ? 'no_change' : undefined;
}

/** Corrects or contests an answer of the response in force; one that was there before is taken back. Its id, or why not. */
export async function create(db: Db, asked: NewCorrection): Promise<number | Refusal> {
  if (asked.reason.trim() === '') return 'no_reason';
  const target = await targetOf(db, asked);
  if (typeof target === 'string') return target;
  const flaw = asked.answer === undefined ? undefined : flawOf(asked.answer, target);
  if (flaw) return flaw;
  const kind = asked.answer === undefined ? 'contested' : 'corrected';
  const before = await inForce(db, target, kind);
  if (before) await retract(db, before.id, asked.by);
  const declared = await declaredAnswer(db, target);
  if (asked.answer !== undefined) await write(db, target, stored(asked.answer));
  return insert(db, target, kind, declared, asked);
}

function inForce(db: Db, { responseId, position }: Target, kind: Correction['kind']) {
  return first<{ id: number; declared: number }>(
    db,
    `select id, declared::int as declared from correction
     where response_id = $response and position = $position and kind = $kind and retracted_at is null`,
    { response: responseId, position, kind }
  );
}

async function declaredAnswer(db: Db, target: Target): Promise<Answer> {
  const corrected = await inForce(db, target, 'corrected');
  if (corrected) return corrected.declared;
  const row = await first<{ answer: number }>(
    db,
    'select answer::int as answer from answer where response_id = $response and position = $position',
    { response: target.responseId, position: target.position }
  );
  return row?.answer ?? target.answer;
}

async function insert(
  db: Db,
  { responseId, position }: Target,
  kind: Correction['kind'],
  declared: Answer,
  { answer, reason, by }: NewCorrection
): Promise<number> {
  const row = await first<{ id: number }>(
    db,
    `insert into correction (id, response_id, position, kind, declared, corrected, reason, author, made_at)
     values (nextval('correction_id'), $response, $position, $kind, $declared, $corrected, $reason, $author, $at)
     returning id`,
    {
      response: responseId,
      position,
      kind,
      declared,
      corrected: answer === undefined ? null : stored(answer),
      reason: reason.trim(),
      author: by ?? null,
      at: new Date().toISOString()
    }
  );
  if (!row) throw new Error('no id');
  return row.id;
}

async function write(
  db: Db,
  { responseId, position }: Pick<Target, 'responseId' | 'position'>,
  answer: Answer
): Promise<void> {
  await run(db, 'update answer set answer = $answer where response_id = $response and position = $position', {
    answer,
    response: responseId,
    position
  });
  await scores.update(db, responseId);
}

/** Takes a correction or contest back: what was declared counts again. False where there is none of this id in place. */
export async function retract(db: Db, id: number, by?: string): Promise<boolean> {
  const row = await first<{ responseId: number; position: number; kind: string; declared: number }>(
    db,
    `update correction set retracted_at = $at, retracted_by = $by where id = $id and retracted_at is null
     returning response_id as "responseId", position::int as position, kind, declared::int as declared`,
    { id, by: by ?? null, at: new Date().toISOString() }
  );
  if (row?.kind === 'corrected') await write(db, row, row.declared);
  return row !== undefined;
}

interface CorrectionRow extends Omit<Correction, 'declared' | 'corrected'> {
  declared: Answer;
  corrected: Answer | null;
  scope: Scope;
}

const listSql = `
  select correction.id, kind, product_id as "productId", product, vendor, c.code as criterion, scope,
    declared::int as declared, corrected::int as corrected, reason, author as "by", made_at as "at",
    in_force and retracted_at is null as counts, retracted_at as "retractedAt", retracted_by as "retractedBy"
  from correction
  join response on response.id = response_id
  join campaign on campaign.id = response.campaign_id
  join criterion c on c.questionnaire_id = campaign.questionnaire_id and c.position = correction.position
  where response.campaign_id = $campaign and ($product is null or product_id = $product)
  order by correction.id desc`;

/** All corrections and contests of a campaign, the latest first; of one product where its id is given. */
export async function list(db: Db, campaignId: number, productId?: string): Promise<Correction[]> {
  const rows = await all<CorrectionRow>(db, listSql, { campaign: campaignId, product: productId ?? null });
  return rows.map(({ scope, declared, corrected, ...row }) => ({
    id: row.id,
    kind: row.kind,
    productId: row.productId,
    product: row.product,
    vendor: row.vendor,
    criterion: row.criterion,
    declared: countsAs(declared, scope),
    corrected: corrected === null ? null : countsAs(corrected, scope),
    reason: row.reason,
    by: row.by,
    at: row.at,
    counts: row.counts,
    retractedAt: row.retractedAt,
    retractedBy: row.retractedBy
  }));
}

/** How many answers in force are corrected, and how many contested. */
export async function counts(db: Db, campaignId: number): Promise<{ corrected: number; contested: number }> {
  const row = await first<{ corrected: number; contested: number }>(
    db,
    `select count(*) filter (kind = 'corrected')::int as corrected,
       count(*) filter (kind = 'contested')::int as contested
     from correction join response on response.id = response_id
     where campaign_id = $campaign and in_force and retracted_at is null`,
    { campaign: campaignId }
  );
  return row ?? { corrected: 0, contested: 0 };
}
