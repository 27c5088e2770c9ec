import { criterionKey } from '#lib/maturity/questionnaire.ts';
import * as scenarios from './scenarios.ts';
import type { Db } from './sql.ts';

/** What a scenario's line asks of a criterion. */
export interface NamedRequirement {
  criterion: string;
  level: number | null;
}

/**
 * The requirements of a campaign's scenarios by the key of their code. Where two scenarios use one code, the one made last
 * says what it means.
 */
export async function byCode(db: Db, campaignId: number): Promise<Map<string, NamedRequirement>> {
  const lines = (await scenarios.list(db, campaignId)).flatMap(({ requirements }) => requirements);
  return new Map(
    lines.flatMap(({ code, criterion, level }) =>
      code === '' || criterion === null ? [] : [[criterionKey(code), { criterion, level }] as const]
    )
  );
}
