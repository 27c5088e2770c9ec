import { fold } from '#lib/i18n/fold.ts';
import { cached } from './cache.ts';
import { all, first, run, type Db } from './sql.ts';
import type { Store } from './store.ts';

export type Status = 'open' | 'provisional' | 'final';

export interface Campaign {
  id: number;
  code: string;
  name: string;
  /** ISO dates. */
  opened: string | null;
  closed: string | null;
  status: Status;
  questionnaireId: number;
  /** Whether its answers say of themselves that they are invented. */
  synthetic: boolean;
  /** Whether a response is in force. */
  answered: boolean;
  /** How many are. */
  responses: number;
}

/** A campaign in the API's list; `expected` is null where there is no list of expected products. */
export interface CampaignSummary {
  code: string;
  name: string;
  opened: string | null;
  closed: string | null;
  status: Status;
  expected: number | null;
  vendors: number;
  products: number;
  criteria: number;
}

export type Description = Partial<Pick<Campaign, 'name' | 'opened' | 'closed' | 'status'>>;

/** Campaign codes are compared without case, accents or repeated spaces. */
export const codeKey = fold;

const columns = `
  id, code, name, opened, closed, status, questionnaire_id as "questionnaireId",
  exists (
    select 1 from response
    where campaign_id = campaign.id and in_force
      and lower(coalesce(attributes['synthetic'], '')) in ('yes', 'oui', 'true', '1')
  ) as synthetic,
  (select count(*) from response where campaign_id = campaign.id and in_force)::int as responses,
  exists (select 1 from response where campaign_id = campaign.id and in_force) as answered`;

/**
 * The latest first: by closing date, then opening date, then the order in which they came. One without dates is as of the
 * day of its first import.
 */
export const latestFirst = `
  coalesce(campaign.closed, campaign.opened, (
    select substr(min(i.imported_at), 1, 10) from import i where i.campaign_id = campaign.id
  ), '') desc, coalesce(campaign.opened, '') desc, campaign.id desc`;

/** All campaigns, the latest first. */
export function list(db: Db): Promise<Campaign[]> {
  return all<Campaign>(db, `select ${columns} from campaign order by ${latestFirst}`);
}

/** Of these, the latest first, the one that is shown where none is asked for: the latest with a response in force. */
export function latest(campaigns: readonly Campaign[]): Campaign | undefined {
  return campaigns.find(({ answered }) => answered) ?? campaigns[0];
}

/** Of these, the latest first, those before the one of this id that hold a response in force. */
export function earlier(campaigns: readonly Campaign[], id: number): Campaign[] {
  return campaigns.slice(campaigns.findIndex((one) => one.id === id) + 1).filter(({ answered }) => answered);
}

/** The same, read once a version of the data. */
export function known(store: Store): Promise<Campaign[]> {
  return cached(store, 'campaigns', () => store.read(list));
}

export function find(db: Db, code: string): Promise<Campaign | undefined> {
  return first<Campaign>(db, `select ${columns} from campaign where code_key = $key`, { key: codeKey(code) });
}

/** The code of a campaign that is there. */
export async function codeOf(db: Db, id: number): Promise<string> {
  const row = await first<{ code: string }>(db, 'select code from campaign where id = $id', { id });
  if (!row) throw new Error(`no campaign: ${id}`);
  return row.code;
}

export function summaries(db: Db): Promise<CampaignSummary[]> {
  return all<CampaignSummary>(
    db,
    `with counts as (
       select campaign_id, count(distinct vendor_key)::int as vendors, count(*)::int as products
       from response where in_force group by campaign_id
     )
     select code, name, opened, closed, status,
       (select nullif(count(distinct coalesce(redirect.product_id, e.product_id)), 0)::int
        from expected_product e left join redirect on redirect.id = e.product_id
        where e.campaign_id = campaign.id) as expected,
       coalesce(vendors, 0) as vendors, coalesce(products, 0) as products,
       (select count(*)::int from criterion c where c.questionnaire_id = campaign.questionnaire_id) as criteria
     from campaign left join counts on counts.campaign_id = campaign.id
     order by ${latestFirst}`
  );
}

export async function create(
  db: Db,
  campaign: { code: string; name: string; questionnaireId: number }
): Promise<number> {
  const row = await first<{ id: number }>(
    db,
    `insert into campaign (id, code, code_key, name, questionnaire_id)
     values (nextval('campaign_id'), $code, $key, $name, $questionnaire) returning id`,
    {
      code: campaign.code.trim(),
      key: codeKey(campaign.code),
      name: campaign.name.trim() || campaign.code.trim(),
      questionnaire: campaign.questionnaireId
    }
  );
  if (!row) throw new Error('no id');
  return row.id;
}

/** Changes what is given and leaves the rest. */
export function describe(db: Db, id: number, description: Description): Promise<void> {
  return run(
    db,
    `update campaign set name = coalesce($name, name), opened = coalesce($opened, opened),
       closed = coalesce($closed, closed), status = coalesce($status, status) where id = $id`,
    {
      id,
      name: description.name ?? null,
      opened: description.opened ?? null,
      closed: description.closed ?? null,
      status: description.status ?? null
    }
  );
}

/** The codes of the campaigns in which the sample's answers still stand. */
export async function withSample(db: Db): Promise<string[]> {
  const rows = await all<{ code: string }>(
    db,
    `select code from campaign
     where exists (select 1 from import i where i.campaign_id = campaign.id and i.origin = 'sample' and not undone)
     order by id`
  );
  return rows.map(({ code }) => code);
}
