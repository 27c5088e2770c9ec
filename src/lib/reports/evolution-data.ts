import { criterionName } from '#lib/i18n/criterion-name.ts';
import type { Locale } from '#lib/i18n/locale.ts';
import type { Evolution } from '#lib/maturity/evolution.ts';
import { criterionKey, type Questionnaire } from '#lib/maturity/questionnaire.ts';
import type { AskedPair } from '#lib/server/asked-pair.ts';
import type { AskedView } from '#lib/server/asked-view.ts';
import { cached } from '#lib/server/cache.ts';
import { evolution } from '#lib/server/evolution.ts';
import * as questionnaires from '#lib/server/questionnaires.ts';
import type { Store } from '#lib/server/store.ts';
import { pairNames, type PairNames } from './campaign-pair.ts';

/** What changed between two campaigns, and what names them and their criteria. */
export interface EvolutionData {
  evolution: Evolution;
  names: PairNames;
  /** The later questionnaire's criteria, then those that only the earlier one has. */
  questionnaire: Questionnaire;
}

async function read(store: Store, from: AskedView, to: AskedView): Promise<EvolutionData> {
  const [found, before, after] = await Promise.all([
    evolution(store, from.view, to.view),
    questionnaires.known(store, from.view.questionnaireId),
    questionnaires.known(store, to.view.questionnaireId)
  ]);
  const criteria = [...after.criteria, ...before.criteria];
  return { evolution: found, names: pairNames(from.campaign, to.campaign), questionnaire: { criteria } };
}

/** Undefined where there is no campaign to compare with. */
export async function evolutionData(
  store: Store,
  { from, to, key }: AskedPair
): Promise<EvolutionData | undefined> {
  return from && cached(store, `evolution internal ${key}`, () => read(store, from, to));
}

/** What lists call a criterion of either questionnaire. */
export function criterionLabels({ criteria }: Questionnaire, locale: Locale): (code: string) => string {
  const names = new Map<string, string>();
  for (const criterion of criteria) {
    const key = criterionKey(criterion.code);
    if (!names.has(key)) names.set(key, criterionName(criterion, locale));
  }
  return (code) => names.get(criterionKey(code)) ?? code;
}
