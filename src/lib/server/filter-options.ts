import { all, type Db } from './sql.ts';

/** What a person can choose from in a campaign, whatever the filters in force. */
export interface FilterOptions {
  corridors: string[];
  themes: string[];
  common: number;
  conditional: number;
}

/** The corridors of responses in force, by name, and the questionnaire's themes in its order. */
export async function read(db: Db, campaignId: number, questionnaireId: number): Promise<FilterOptions> {
  const corridors = await all<{ corridor: string }>(
    db,
    'select distinct corridor from response where campaign_id = $campaign and in_force order by corridor',
    { campaign: campaignId }
  );
  const themes = await all<{ theme: string; common: number; conditional: number }>(
    db,
    `select theme, count_if(scope = 'common')::int as common, count_if(scope = 'conditional')::int as conditional
     from criterion where questionnaire_id = $questionnaire group by theme order by min(position)`,
    { questionnaire: questionnaireId }
  );
  return {
    corridors: corridors.map(({ corridor }) => corridor),
    themes: themes.map(({ theme }) => theme),
    common: themes.reduce((sum, { common }) => sum + common, 0),
    conditional: themes.reduce((sum, { conditional }) => sum + conditional, 0)
  };
}
