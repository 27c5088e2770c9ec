import { criterionName } from '#lib/i18n/criterion-name.ts';
import type { Locale } from '#lib/i18n/locale.ts';
import type { Edges } from '#lib/maturity/bands.ts';
import type { CriterionByCorridor } from '#lib/maturity/corridor-differences.ts';
import type { CorridorFigures } from '#lib/maturity/figures.ts';
import { formatFilters } from '#lib/maturity/filters.ts';
import type { AskedView } from '#lib/server/asked-view.ts';
import * as attainment from '#lib/server/attainment.ts';
import { cached } from '#lib/server/cache.ts';
import { criteriaByCorridor } from '#lib/server/criteria-by-corridor.ts';
import * as questionnaires from '#lib/server/questionnaires.ts';
import type { Store } from '#lib/server/store.ts';

/** All that the criteria by corridor rest on. */
export interface CorridorData {
  criteria: CriterionByCorridor[];
  /** By their pooled rates, the highest first. */
  corridors: CorridorFigures[];
  names: (code: string, locale: Locale) => string;
  edges: Edges;
  products: number;
  /** Pooled over all products and criteria in view. */
  rate: number | null;
  /** Draws of the tests, at most; 0 where all exchanges were counted. */
  mostDraws: number;
  isFiltered: boolean;
}

async function read(store: Store, { view }: AskedView): Promise<CorridorData> {
  const [criteria, corridors, questionnaire] = await Promise.all([
    store.read((db) => criteriaByCorridor(db, view)),
    store.read((db) => attainment.byCorridor(db, view)),
    store.read((db) => questionnaires.read(db, view.questionnaireId))
  ]);
  const asked = new Map(questionnaire.criteria.map((criterion) => [criterion.code, criterion]));
  const sum = (what: 'applicable' | 'attained') => criteria.reduce((total, row) => total + row[what], 0);
  return {
    criteria,
    corridors: corridors.sort(
      (a, b) => (b.rate ?? -1) - (a.rate ?? -1) || (a.corridor < b.corridor ? -1 : 1)
    ),
    names: (code, locale) => {
      const criterion = asked.get(code);
      return criterion ? criterionName(criterion, locale) : code;
    },
    edges: view.filters.edges,
    products: corridors.reduce((total, { products }) => total + products, 0),
    rate: sum('applicable') === 0 ? null : sum('attained') / sum('applicable'),
    mostDraws: Math.max(0, ...criteria.map(({ draws }) => draws ?? 0)),
    isFiltered: formatFilters(view.filters).length > 0
  };
}

export function corridorData(store: Store, asked: AskedView): Promise<CorridorData> {
  return cached(store, `criteria by corridor internal ${asked.key}`, () => read(store, asked));
}
