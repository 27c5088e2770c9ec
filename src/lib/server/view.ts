import { fold } from '#lib/i18n/fold.ts';
import { bandsKept, type Filters } from '#lib/maturity/filters.ts';
import type { Parameters } from './sql.ts';

/** A campaign seen through filters and settings: what every question of statistics is asked of. */
export interface View {
  campaignId: number;
  questionnaireId: number;
  filters: Filters;
}

/**
 * The common table expressions that every figure rests on, by domain definition 13: criteria chosen first, every
 * product's counts over these alone, products chosen by their attributes, and by band last.
 *
 * - `criterion_in_view`: the criteria chosen
 * - `response_chosen`: the responses in force that the product filters choose
 * - `cell`: their answers; `applies` by definition 1, `counted` in denominators by the setting `unanswered`
 * - `product_score`: counts, band index (null where nothing counts) and effort of each response
 * - `product_in_view`: those of the bands chosen, with their rates
 * - `cell_in_view`: the cells of these
 *
 * Cost: one scan of the campaign's answers.
 */
export const viewCtes = `
  criterion_in_view as (
    select position, code, theme, scope, target, level_count
    from criterion
    where questionnaire_id = $questionnaire
      and (len($themes) = 0 or theme in (select unnest($themes)))
      and (len($scopes) = 0 or scope in (select unnest($scopes)))
  ),
  response_chosen as (
    select id, product_id, product, vendor, vendor_key, corridor
    from response
    where campaign_id = $campaign and in_force
      and (len($corridors) = 0 or corridor in (select unnest($corridors)))
      and (len($vendors) = 0 or vendor_key in (select unnest($vendors)))
      and (len($texts) = 0 or list_bool_or(list_transform($texts, lambda t: contains(search_text, t))))
      and (len($attribute_names) = 0 or list_bool_and(list_transform($attribute_names, lambda n:
            list_contains($attribute_values, n || chr(31) || coalesce(attributes[n], '')))))
  ),
  cell as (
    select response_id, position, answer, target,
      scope = 'common' or answer >= 0 as applies,
      (scope = 'common' or answer >= 0) and (answer > 0 or $count_unanswered) as counted
    from answer
    join response_chosen on response_chosen.id = answer.response_id
    join criterion_in_view using (position)
  ),
  product_score as (
    select id, applicable, attained, effort,
      case when applicable > 0 then len(list_filter($edges, lambda e: 100 * attained >= e * applicable)) end as band
    from (
      select response_chosen.id,
        count_if(counted) as applicable,
        count_if(answer >= target) as attained,
        coalesce(sum(case when counted then greatest(0, target - greatest(answer, 0)) end), 0) as effort
      from response_chosen left join cell on cell.response_id = response_chosen.id
      group by response_chosen.id
    )
  ),
  product_in_view as (
    select id, product_id, product, vendor, vendor_key, corridor, applicable, attained, effort, band,
      case when applicable > 0 then attained / applicable::double end as rate
    from product_score join response_chosen using (id)
    where $all_bands or list_contains($bands_kept, band)
  ),
  cell_in_view as (
    select cell.* from cell semi join product_in_view on cell.response_id = product_in_view.id
  )`;

function attributeValues(filters: Filters): string[] {
  return Object.entries(filters.attributes).flatMap(([name, values]) => values.map((value) => `${name}\u001f${value}`));
}

/** The parameters that `viewCtes` names. */
export function viewParameters({ campaignId, questionnaireId, filters }: View): Parameters {
  const kept = bandsKept(filters);
  return {
    campaign: campaignId,
    questionnaire: questionnaireId,
    themes: filters.theme,
    scopes: filters.scope,
    corridors: filters.corridor,
    vendors: filters.vendor.map(fold),
    texts: filters.q.map(fold),
    attribute_names: Object.keys(filters.attributes),
    attribute_values: attributeValues(filters),
    count_unanswered: filters.unanswered === 'count',
    edges: filters.edges,
    all_bands: kept === undefined,
    bands_kept: kept ?? [-1]
  };
}
