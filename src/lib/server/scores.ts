import { run, type Db } from './sql.ts';

/**
 * What one response's answers add up to, in all and by theme and scope: so that a product's rate needs no scan of its
 * answers. `applicable` by domain definition 1, `unanswered` of these; `effort` over the answered, `unanswered_effort`
 * over the others.
 */
const scoresSql = `
  select response.id as response_id, theme, scope,
    count(*) filter (scope = 'common' or answer >= 0) as applicable,
    count(*) filter (answer = 0 or (scope = 'common' and answer < 0)) as unanswered,
    count(*) filter (answer >= target) as attained,
    coalesce(sum(greatest(0, target - answer)) filter (answer > 0), 0) as effort,
    coalesce(sum(target) filter (answer = 0 or (scope = 'common' and answer < 0)), 0) as unanswered_effort
  from answer
  join response on response.id = response_id
  join campaign on campaign.id = campaign_id
  join criterion on criterion.questionnaire_id = campaign.questionnaire_id and criterion.position = answer.position
  where response.id between $first and $last
  group by grouping sets ((response.id), (response.id, theme, scope))`;

/** Stores the scores of the responses with ids from `first` to `last`, whose answers are stored. */
export async function create(db: Db, first: number, last: number): Promise<void> {
  await run(db, `insert into score ${scoresSql}`, { first, last });
}

/** Makes the scores of a response anew, after one of its answers was changed. */
export async function update(db: Db, responseId: number): Promise<void> {
  await run(db, 'delete from score where response_id = $id', { id: responseId });
  await create(db, responseId, responseId);
}
