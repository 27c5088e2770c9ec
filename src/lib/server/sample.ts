import { all, run, type Db } from './sql.ts';
import { settle } from './responses.ts';
import * as renamedResponses from './renamed-responses.ts';
import * as campaigns from './campaigns.ts';
import * as settings from './settings.ts';

const touched = `select distinct campaign_id from import where origin = 'sample'`;

/** Whether nobody has yet put anything into this store, nor taken the sample out. */
export async function isWanted(db: Db): Promise<boolean> {
  const list = await campaigns.list(db);
  return list.length === 0 && (await settings.read(db, 'sample')) === undefined;
}

/**
 * Takes the sample out for good: its responses, and the campaigns that then hold no import. What a person imported
 * into a sample campaign stays, and so does that campaign.
 */
export async function remove(db: Db): Promise<void> {
  for (const table of ['answer', 'score', 'correction', 'declared_name']) {
    await run(
      db,
      `delete from ${table} where response_id in (
         select response.id from response join import on import.id = response.import_id where origin = 'sample')`
    );
  }
  await removeDialogue(db);
  await run(db, `delete from response where import_id in (select id from import where origin = 'sample')`);
  const mixed = (await campaigns.list(db)).map(({ id }) => id);
  await run(
    db,
    `delete from expected_product where campaign_id in (${touched})
       and campaign_id not in (select campaign_id from import where origin <> 'sample')`
  );
  await run(
    db,
    `delete from expected_link where campaign_id in (${touched})
       and campaign_id not in (select campaign_id from import where origin <> 'sample')`
  );
  await removeScenarios(db);
  await run(
    db,
    `delete from campaign where id in (${touched})
       and id not in (select campaign_id from import where origin <> 'sample')`
  );
  await run(db, `delete from import_act where import_id in (select id from import where origin = 'sample')`);
  await run(db, `delete from import where origin = 'sample'`);
  await renamedResponses.apply(db);
  for (const id of mixed) await settle(db, id);
  await settings.update(db, 'sample', 'removed');
}

/** The sample's own, and whatever stands in a campaign that goes with it. */
async function removeScenarios(db: Db): Promise<void> {
  const ofSample = `select scenario_id from scenario_change where act = 'create' and origin = 'sample'`;
  const gone = `select id from scenario where id in (${ofSample})
    or (campaign_id in (${touched}) and campaign_id not in (select campaign_id from import where origin <> 'sample'))`;
  const ids = (await all<{ id: number }>(db, gone)).map(({ id }) => id);
  for (const [table, column] of [
    ['scenario_change', 'scenario_id'],
    ['scenario', 'id']
  ] as const)
    await run(db, `delete from ${table} where list_contains($ids, ${column})`, { ids });
}

/** Its comments and audit forms, and what was decided on comments that are no more. */
async function removeDialogue(db: Db): Promise<void> {
  const ofSample = `import_id in (select id from import where origin = 'sample')`;
  for (const table of ['consultation_comment', 'audit_form', 'audit_result'])
    await run(db, `delete from ${table} where ${ofSample}`);
  await run(
    db,
    `delete from treatment where campaign_id in (${touched}) and target_key not in (
       select unnest([comment_key, group_key]) from consultation_comment
       where consultation_comment.campaign_id = treatment.campaign_id)`
  );
}
