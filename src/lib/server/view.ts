import { fold } from '#lib/i18n/fold.ts';
import { bandsKept, type Filters } from '#lib/maturity/filters.ts';
import { all, type Db, type Parameters } from './sql.ts';

/** A campaign seen through filters and settings: what every question of statistics is asked of. */
export interface View {
  campaignId: number;
  questionnaireId: number;
  filters: Filters;
}

/** A piece of a WHERE clause with the parameters that it names. */
interface Condition {
  sql: string;
  parameters: Parameters;
}

function oneOf(column: string, name: string, values: readonly string[]): Condition[] {
  return values.length === 0
    ? []
    : [{ sql: `list_contains($${name}, ${column})`, parameters: { [name]: values } }];
}

function containsText(texts: readonly string[]): Condition[] {
  if (texts.length === 0) return [];
  const sql = 'len(list_filter($texts, lambda t: contains(search_text, t))) > 0';
  return [{ sql, parameters: { texts: texts.map(fold) } }];
}

function hasAttributes(attributes: Filters['attributes']): Condition[] {
  return Object.entries(attributes).map(([name, values], i) => ({
    sql: `list_contains($attribute_values_${i}, coalesce(attributes[$attribute_${i}], ''))`,
    parameters: { [`attribute_${i}`]: name, [`attribute_values_${i}`]: values }
  }));
}

function inBands(kept: number[] | undefined): Condition[] {
  if (kept === undefined) return [];
  return kept.length === 0
    ? [{ sql: 'false', parameters: {} }]
    : [{ sql: 'list_contains($bands_kept, band)', parameters: { bands_kept: kept } }];
}

function conjunction(conditions: Condition[]): string {
  return conditions.map(({ sql }) => ` and ${sql}`).join('');
}

function parametersOf(conditions: Condition[]): Parameters {
  return Object.assign({}, ...conditions.map(({ parameters }) => parameters)) as Parameters;
}

/**
 * Asks a question, a SELECT, of the view. It may use these common table expressions, on which every figure rests by
 * domain definition 13: criteria chosen first, every product's counts over these alone, products chosen by their
 * attributes, and by band last.
 *
 * - `criterion_in_view`: the criteria chosen
 * - `response_chosen`: the responses in force that the product filters choose
 * - `cell`: their answers; `applies` by definition 1, `counted` in denominators by the setting `unanswered`, `gap` by
 *   definition 6, null where not counted
 * - `product_score`: counts, rate and band index (null where nothing counts) and effort of each response
 * - `product_in_view`: those of the bands chosen
 * - `cell_in_view`: the cells of these
 *
 * Cost: one scan of the campaign's answers. Only the filters in use are written out, since planning costs as much as
 * the scan of a small campaign.
 */
export function ask<Row>(db: Db, view: View, question: string, further: Parameters = {}): Promise<Row[]> {
  const { ctes, parameters } = viewSql(view);
  return all<Row>(db, `with ${ctes}\n${question}`, { ...parameters, ...further });
}

/** Common table expressions to put before a question, and the parameters that they name. */
interface ViewSql {
  ctes: string;
  parameters: Parameters;
}

function viewSql({ campaignId, questionnaireId, filters }: View): ViewSql {
  const criterion = [...oneOf('theme', 'themes', filters.theme), ...oneOf('scope', 'scopes', filters.scope)];
  const product = [
    ...oneOf('corridor', 'corridors', filters.corridor),
    ...oneOf('vendor_key', 'vendors', filters.vendor.map(fold)),
    ...containsText(filters.q),
    ...hasAttributes(filters.attributes)
  ];
  const band = inBands(bandsKept(filters));
  const counted = filters.unanswered === 'exclude' ? 'answer > 0' : `scope = 'common' or answer >= 0`;
  const ctes = `
  criterion_in_view as (
    select position, code, theme, scope, target, level_count
    from criterion where questionnaire_id = $questionnaire${conjunction(criterion)}
  ),
  response_chosen as (
    select id, product_id, product, vendor, vendor_key, corridor
    from response where campaign_id = $campaign and in_force${conjunction(product)}
  ),
  cell as (
    select *, case when counted then greatest(0, target - greatest(answer, 0)) end as gap
    from (
      select response_id, position, answer, target, scope = 'common' or answer >= 0 as applies, ${counted} as counted
      from answer
      join response_chosen on response_chosen.id = answer.response_id
      join criterion_in_view using (position)
    )
  ),
  product_score as (
    select response_chosen.*, applicable, attained, effort,
      case when applicable > 0 then attained / applicable::double end as rate,
      case when applicable > 0 then len(list_filter($edges, lambda e: 100 * attained >= e * applicable)) end as band
    from response_chosen
    join (
      select response_chosen.id,
        count(*) filter (counted) as applicable,
        count(*) filter (answer >= target) as attained,
        coalesce(sum(gap), 0) as effort
      from response_chosen left join cell on cell.response_id = response_chosen.id
      group by response_chosen.id
    ) using (id)
  ),
  product_in_view as (select * from product_score where true${conjunction(band)}),
  cell_in_view as (${band.length === 0 ? 'from cell' : 'from cell semi join product_in_view on response_id = id'})`;
  const parameters = {
    campaign: campaignId,
    questionnaire: questionnaireId,
    ...parametersOf([...criterion, ...product, ...band])
  };
  return { ctes, parameters: { ...parameters, edges: filters.edges } };
}
