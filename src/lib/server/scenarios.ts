import { fold } from '#lib/i18n/fold.ts';
import type { ScenarioRefusal } from '#lib/i18n/scenario-refusals.ts';
import type { Requirement } from '#lib/maturity/requirements.ts';
import { all, first, run, type Db } from './sql.ts';

/** What somebody did to a scenario. */
export const scenarioActs = ['create', 'update', 'rename', 'freeze', 'remove', 'restore'] as const;
export type ScenarioAct = (typeof scenarioActs)[number];

/** A scenario as it stands. Dates in UTC. */
export interface Scenario {
  id: number;
  campaignId: number;
  name: string;
  requirements: Requirement[];
  /** When it was made immutable; null where it may still change. */
  frozenAt: string | null;
  /** Of its last change, and who made it. */
  changedAt: string;
  changedBy: string | null;
}

/** One change of a scenario, with what it held after it. */
export interface ScenarioChange {
  at: string;
  by: string | null;
  act: ScenarioAct;
  /** Where the requirements came from, in words of the application: `targets`, `scenario:A`, `file:a.csv`, `frontier`. */
  origin: string;
  name: string;
  requirements: Requirement[];
}

export type { ScenarioRefusal };

interface Row extends Omit<Scenario, 'requirements'> {
  requirements: string;
}

const columns = `
  id, campaign_id as "campaignId", name, requirements, frozen_at as "frozenAt", changed_at as "changedAt",
  changed_by as "changedBy"`;

function scenarioOf({ requirements, ...row }: Row): Scenario {
  return { ...row, requirements: JSON.parse(requirements) as Requirement[] };
}

/** Those that were not removed, in the order in which they were made. */
export async function list(db: Db, campaignId: number): Promise<Scenario[]> {
  const rows = await all<Row>(
    db,
    `select ${columns} from scenario where campaign_id = $campaign and removed_at is null order by id`,
    { campaign: campaignId }
  );
  return rows.map(scenarioOf);
}

/** Those that were removed and may be restored, the last first. */
export async function removed(db: Db, campaignId: number): Promise<Scenario[]> {
  const rows = await all<Row>(
    db,
    `select ${columns} from scenario where campaign_id = $campaign and removed_at is not null
     order by removed_at desc, id desc`,
    { campaign: campaignId }
  );
  return rows.map(scenarioOf);
}

/** By its name, compared as labels are. */
export async function find(db: Db, campaignId: number, name: string): Promise<Scenario | undefined> {
  const row = await first<Row>(
    db,
    `select ${columns} from scenario where campaign_id = $campaign and name_key = $key and removed_at is null`,
    { campaign: campaignId, key: fold(name) }
  );
  return row && scenarioOf(row);
}

/** Of a list the one of this name, compared as labels are. */
export function named(list: readonly Scenario[], name: string): Scenario | undefined {
  return list.find((one) => fold(one.name) === fold(name));
}

/** The one of this name that was removed last. */
export async function findRemoved(db: Db, campaignId: number, name: string): Promise<Scenario | undefined> {
  return (await removed(db, campaignId)).find((one) => fold(one.name) === fold(name));
}

export async function read(db: Db, id: number): Promise<Scenario | undefined> {
  const row = await first<Row>(db, `select ${columns} from scenario where id = $id and removed_at is null`, {
    id
  });
  return row && scenarioOf(row);
}

/** Every change, the latest first. */
export async function history(db: Db, id: number): Promise<ScenarioChange[]> {
  const rows = await all<Omit<ScenarioChange, 'requirements'> & { requirements: string }>(
    db,
    `select changed_at as "at", author as "by", act, origin, name, requirements from scenario_change
     where scenario_id = $id order by number desc`,
    { id }
  );
  return rows.map((row) => ({ ...row, requirements: JSON.parse(row.requirements) as Requirement[] }));
}

/** Who changes a scenario, and where the requirements come from. */
export interface Act {
  by?: string | undefined;
  origin?: string;
}

export interface NewScenario extends Act {
  campaignId: number;
  name: string;
  requirements: readonly Requirement[];
}

/** A new scenario's id, or why there is none. */
export async function create(db: Db, asked: NewScenario): Promise<number | ScenarioRefusal> {
  const { campaignId, requirements } = asked;
  const name = oneLine(asked.name);
  if (fold(name) === '') return 'no_name';
  if (await find(db, campaignId, name)) return 'name_taken';
  const row = await first<{ id: number }>(
    db,
    `insert into scenario (id, campaign_id, name, name_key, requirements, changed_at, changed_by)
     values (nextval('scenario_id'), $campaign, $name, $key, $requirements, $at, $by) returning id`,
    {
      campaign: campaignId,
      name,
      key: fold(name),
      requirements: JSON.stringify(requirements),
      at: new Date().toISOString(),
      by: asked.by ?? null
    }
  );
  if (!row) throw new Error('no id');
  await record(db, row.id, 'create', asked);
  return row.id;
}

function oneLine(name: string): string {
  return name.replace(/\s+/g, ' ').trim();
}

/** Puts a change, with the scenario as it then is, into the history. */
async function record(db: Db, id: number, act: ScenarioAct, { by, origin = '' }: Act): Promise<void> {
  const at = new Date().toISOString();
  await run(db, 'update scenario set changed_at = $at, changed_by = $by where id = $id', {
    id,
    at,
    by: by ?? null
  });
  await run(
    db,
    `insert into scenario_change (scenario_id, number, changed_at, author, act, origin, name, requirements)
     select id, (select count(*) from scenario_change where scenario_id = $id) + 1, $at, $by, $act, $origin, name, requirements
     from scenario where id = $id`,
    { id, at, by: by ?? null, act, origin }
  );
}

/** Undefined where the scenario may be changed. */
async function refusalOf(db: Db, id: number): Promise<ScenarioRefusal | undefined> {
  const scenario = await read(db, id);
  if (!scenario) return 'unknown_scenario';
  return scenario.frozenAt === null ? undefined : 'frozen';
}

/** A change by somebody who had the scenario before them. */
export interface Edit extends Act {
  /** The `changedAt` that they saw: what was changed since is not overwritten unseen. */
  seen?: string | undefined;
}

/** Gives a scenario other requirements; equal ones are no change. Undefined, or why it stays as it was. */
export async function update(
  db: Db,
  id: number,
  requirements: readonly Requirement[],
  { seen, ...act }: Edit
): Promise<ScenarioRefusal | undefined> {
  const refusal = await refusalOf(db, id);
  if (refusal) return refusal;
  if (seen !== undefined && seen !== (await read(db, id))?.changedAt) return 'changed_since';
  const text = JSON.stringify(requirements);
  const same = await first(db, 'select id from scenario where id = $id and requirements = $text', {
    id,
    text
  });
  if (same) return undefined;
  await run(db, 'update scenario set requirements = $text where id = $id', { id, text });
  await record(db, id, 'update', act);
  return undefined;
}

export async function rename(db: Db, id: number, to: string, act: Act): Promise<ScenarioRefusal | undefined> {
  const refusal = await refusalOf(db, id);
  if (refusal) return refusal;
  const name = oneLine(to);
  if (fold(name) === '') return 'no_name';
  const scenario = await read(db, id);
  const other = scenario && (await find(db, scenario.campaignId, name));
  if (other && other.id !== id) return 'name_taken';
  await run(db, 'update scenario set name = $name, name_key = $key where id = $id', {
    id,
    name,
    key: fold(name)
  });
  await record(db, id, 'rename', act);
  return undefined;
}

/** Makes a scenario immutable, for good; a duplicate of it may change. */
export async function freeze(db: Db, id: number, act: Act): Promise<ScenarioRefusal | undefined> {
  const refusal = await refusalOf(db, id);
  if (refusal) return refusal;
  await run(db, 'update scenario set frozen_at = $at where id = $id', { id, at: new Date().toISOString() });
  await record(db, id, 'freeze', act);
  return undefined;
}

/** Takes a scenario out of sight, frozen or not; it can be restored. */
export async function remove(db: Db, id: number, act: Act): Promise<ScenarioRefusal | undefined> {
  if (!(await read(db, id))) return 'unknown_scenario';
  await run(db, 'update scenario set removed_at = $at where id = $id', { id, at: new Date().toISOString() });
  await record(db, id, 'remove', act);
  return undefined;
}

/** Brings a removed scenario back; where its name has been given away, somebody must rename the other first. */
export async function restore(db: Db, id: number, act: Act): Promise<ScenarioRefusal | undefined> {
  const row = await first<Row>(
    db,
    `select ${columns} from scenario where id = $id and removed_at is not null`,
    { id }
  );
  if (!row) return 'unknown_scenario';
  if (await find(db, row.campaignId, row.name)) return 'name_taken';
  await run(db, 'update scenario set removed_at = null where id = $id', { id });
  await record(db, id, 'restore', act);
  return undefined;
}
