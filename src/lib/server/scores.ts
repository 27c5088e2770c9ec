import { run, type Db } from './sql.ts';

/**
 * What one response's answers add up to, in all and by theme and scope: so that a product's rate needs no scan of its
 * answers. `applicable` by domain definition 1, `unanswered` of these; `effort` over the answered, `unanswered_effort`
 * over the others.
 */
const scoresSql = `
  with asked as (
    select position, theme, scope, target, dense_rank() over (order by theme, scope)::integer as part
    from criterion
    where questionnaire_id = (
      select questionnaire_id from campaign join response on campaign.id = campaign_id
      where response.id = $first
    )
  ),
  scored as materialized (
    select response_id, part,
      count(*) filter (scope = 'common' or answer >= 0) as applicable,
      count(*) filter (answer = 0 or (scope = 'common' and answer < 0)) as unanswered,
      count(*) filter (answer >= target) as attained,
      coalesce(sum(greatest(0, target - answer)) filter (answer > 0), 0) as effort,
      coalesce(sum(target) filter (answer = 0 or (scope = 'common' and answer < 0)), 0) as unanswered_effort
    from answer join asked using (position)
    where response_id between $first and $last
    group by response_id, part
  )
  select response_id, theme, scope, applicable, unanswered, attained, effort, unanswered_effort
  from scored join (select distinct part, theme, scope from asked) using (part)
  union all
  select response_id, null, null, sum(applicable), sum(unanswered), sum(attained), sum(effort),
    sum(unanswered_effort)
  from scored group by response_id`;

/** So many responses are scored at once: the sums of all would take memory that grows with the import. */
const atOnce = 20_000;

/** Stores the scores of the responses with ids from `first` to `last`, whose answers are stored. */
export async function create(db: Db, first: number, last: number): Promise<void> {
  for (let from = first; from <= last; from += atOnce)
    await run(db, `insert into score ${scoresSql}`, { first: from, last: Math.min(last, from + atOnce - 1) });
}

/** Makes the scores of a response anew, after one of its answers was changed. */
export async function update(db: Db, responseId: number): Promise<void> {
  await run(db, 'delete from score where response_id = $id', { id: responseId });
  await create(db, responseId, responseId);
}
