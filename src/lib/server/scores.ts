import { scoreMeasures, scorer, type Scorer } from '#lib/maturity/score.ts';
import type { Criterion } from '#lib/maturity/questionnaire.ts';
import * as incoming from './incoming.ts';
import { all, run, type Db } from './sql.ts';

/*
 * What each response's answers add up to, in all and by theme and scope: so that a product's rate needs no scan of its
 * answers.
 */

/** What scores the answers to a campaign's questionnaire. */
export async function scorerOf(db: Db, campaignId: number): Promise<Scorer> {
  const criteria = await all<Pick<Criterion, 'theme' | 'scope' | 'target'>>(
    db,
    `select theme, scope, target::int as target
     from criterion join campaign using (questionnaire_id)
     where campaign.id = $campaign order by position`,
    { campaign: campaignId }
  );
  return scorer(criteria);
}

const measured = scoreMeasures.map((_, i) => `scores[${scoreMeasures.length} * place + ${i + 1}]`).join(', ');

/** Stores the scores of all incoming responses. */
export async function create(db: Db, { parts }: Scorer): Promise<void> {
  await run(
    db,
    `insert into score
     select response_id, part, ${measured}
     from incoming, (select unnest($parts::smallint[]) as part, unnest(range(len($parts))) as place)`,
    { parts }
  );
}

/** Makes the scores of a response anew, after one of its answers was changed. */
export async function update(db: Db, responseId: number): Promise<void> {
  const rows = await all<{ campaign: number; answer: number }>(
    db,
    `select campaign_id as campaign, answer::int as answer from answer join response on response.id = response_id
     where response_id = $id order by position`,
    { id: responseId }
  );
  const scoring = await scorerOf(db, rows[0]?.campaign ?? 0);
  await run(db, 'delete from score where response_id = $id', { id: responseId });
  await incoming.withIncoming(db, responseId, [Int8Array.from(rows, ({ answer }) => answer)], scoring, () =>
    create(db, scoring)
  );
}
