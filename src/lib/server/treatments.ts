import type { Decision, Treatment, Treatments } from '#lib/maturity/consultation.ts';
import * as comments from './comments.ts';
import { all, run, type Db } from './sql.ts';

/** What somebody decides on a comment or a group of copies; without `decision` what was decided is taken back. */
export interface NewTreatment {
  campaignId: number;
  /** Key of a comment, or of a group. */
  target: string;
  decision: Decision | null;
  reason: string;
  by?: string;
}

export type TreatmentRefusal = 'unknown_comment' | 'no_reason';

/** An act of the history; without a decision, one that took the decision back. */
export type TreatmentAct = Omit<Treatment, 'decision'> & { target: string; decision: Decision | null };

/** Keeps a decision in the place of the one before, which stays in the history. What keeps it from being kept, if anything. */
export async function create(db: Db, asked: NewTreatment): Promise<TreatmentRefusal | undefined> {
  const { campaignId, target, decision, by } = asked;
  const reason = asked.reason.trim();
  const isNeeded = decision === 'partly' || decision === 'not_retained';
  const list = await comments.list(db, campaignId);
  if (!list.some(({ key, groupKey }) => key === target || groupKey === target)) return 'unknown_comment';
  if (isNeeded && reason === '') return 'no_reason';
  await run(
    db,
    `insert into treatment values (nextval('treatment_id'), $campaign, $target, $decision, $reason, $author, $at)`,
    { campaign: campaignId, target, decision, reason, author: by ?? null, at: new Date().toISOString() }
  );
  return undefined;
}

/** All that was decided in a campaign, the latest first. */
export function history(db: Db, campaignId: number): Promise<TreatmentAct[]> {
  return all<TreatmentAct>(
    db,
    `select target_key as target, decision, reason, author as "by", made_at as "at"
     from treatment where campaign_id = $campaign order by id desc`,
    { campaign: campaignId }
  );
}

/** The last decision on each comment and group, without those that were taken back. */
export function inForce(acts: readonly TreatmentAct[]): Treatments {
  const found = new Map<string, TreatmentAct>();
  for (const act of acts) if (!found.has(act.target)) found.set(act.target, act);
  return new Map(
    [...found].flatMap(([target, { decision, reason, by, at }]) =>
      decision === null ? [] : [[target, { decision, reason, by, at }] as const]
    )
  );
}
