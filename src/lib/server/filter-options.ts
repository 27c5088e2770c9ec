import { all, type Db } from './sql.ts';

/** More values than this are typed, not ticked. */
export const mostTicks = 30;
/** More suggestions than this would weigh more than the page. */
export const mostSuggestions = 1000;

/** A product attribute that an import brought; `''` among its values stands for responses without it. */
export interface AttributeOptions {
  name: string;
  /** The first `mostSuggestions` of them, by name. */
  values: string[];
  /** Whether they are few enough to be ticked. */
  isFew: boolean;
}

/** What a person can choose from in a campaign, whatever the filters in force. */
export interface FilterOptions {
  corridors: string[];
  themes: string[];
  common: number;
  conditional: number;
  /** The first `mostSuggestions` by name, each under the first of its spellings. */
  vendors: string[];
  attributes: AttributeOptions[];
}

function vendorNames(db: Db, campaign: number): Promise<{ vendor: string }[]> {
  return all(
    db,
    `select min(vendor) as vendor from response where campaign_id = $campaign and in_force
     group by vendor_key order by vendor_key limit $first`,
    { campaign, first: mostSuggestions }
  );
}

/** Attributes with two values or more, no value at all being one: any other would choose all or nothing. */
const attributesSql = `
  with own as (select id, attributes from response where campaign_id = $campaign and in_force),
  name as (select distinct unnest(map_keys(attributes)) as name from own)
  select name, count(distinct value)::int as "valueCount", list_sort(list(distinct value))[1:$first] as values
  from (select name, coalesce(attributes[name], '') as value from name cross join own)
  group by name
  having count(distinct value) > 1
  order by name`;

async function attributeOptions(db: Db, campaign: number): Promise<AttributeOptions[]> {
  const rows = await all<{ name: string; valueCount: number; values: string[] }>(db, attributesSql, {
    campaign,
    first: mostSuggestions
  });
  return rows.map(({ name, valueCount, values }) => ({ name, values, isFew: valueCount <= mostTicks }));
}

/** What responses in force have, by name, and the questionnaire's themes in its order. */
export async function read(db: Db, campaignId: number, questionnaireId: number): Promise<FilterOptions> {
  const corridors = await all<{ corridor: string }>(
    db,
    'select distinct corridor from response where campaign_id = $campaign and in_force order by corridor',
    { campaign: campaignId }
  );
  const themes = await all<{ theme: string; common: number; conditional: number }>(
    db,
    `select theme, count(*) filter (scope = 'common')::int as common, count(*) filter (scope = 'conditional')::int as conditional
     from criterion where questionnaire_id = $questionnaire group by theme order by min(position)`,
    { questionnaire: questionnaireId }
  );
  return {
    corridors: corridors.map(({ corridor }) => corridor),
    themes: themes.map(({ theme }) => theme),
    common: themes.reduce((sum, { common }) => sum + common, 0),
    conditional: themes.reduce((sum, { conditional }) => sum + conditional, 0),
    vendors: (await vendorNames(db, campaignId)).map(({ vendor }) => vendor),
    attributes: await attributeOptions(db, campaignId)
  };
}
