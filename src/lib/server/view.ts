import { fold } from '#lib/i18n/fold.ts';
import { BLANK, UNANSWERED } from '#lib/maturity/answer.ts';
import { bandsKept, type Filters } from '#lib/maturity/filters.ts';
import { WHOLE } from '#lib/maturity/score.ts';
import { withHeldTexts } from './held-texts.ts';
import { knownRows } from './known-rows.ts';
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
 * - `criterion_in_view`: the criteria chosen; `applies_from` and `counted_from` are the least answers that apply by
 *   definition 1, and that the setting `unanswered` leaves in denominators
 * - `response_chosen`: the responses in force that the product filters choose
 * - `product_score`: counts, rate and band index (null where nothing counts) and effort of each response; `unanswered`
 *   of its criteria is the same under either setting
 * - `product_in_view`: those of the bands chosen
 * - `response_in_view`: their responses, without scores where no band is chosen
 * - `theme_in_view`: the themes chosen, each with the position of its first criterion
 * - `theme_score`: the responses' counts by theme, which its position names
 * - `cell_in_view`: their answers; `gap` by definition 6, null where not counted
 *
 * Cost: products in view for what rests on them alone, since each response's scores are stored with it; one scan of the
 * campaign's answers for what uses cells. Only the filters in use are written out, since planning costs as much as the
 * scan of a small campaign.
 */
export function ask<Row>(db: Db, view: View, question: string, further: Parameters = {}): Promise<Row[]> {
  const { ctes, parameters } = viewSql(view);
  const [sql, bound] = [`with ${ctes}\n${question}`, { ...parameters, ...further }];
  return knownRows(db, view.campaignId, JSON.stringify([sql, bound]), async () =>
    all<Row>(db, ...(await withHeldTexts(db, sql, bound)))
  );
}

/** The products in view by corridor or not at all, and how many of them gave each answer to each criterion. */
export function answerCounts(by: '' | 'corridor, ' = ''): string {
  return `(
    select ${by}position, answer, count(*) as products
    from answer join response_in_view on response_in_view.id = answer.response_id
    group by ${by}position, answer
  )`;
}

/** Common table expressions to put before a question, and the parameters that they name. */
interface ViewSql {
  ctes: string;
  parameters: Parameters;
}

/** The stored scores' counts by the setting `unanswered`. */
function scoreColumns({ unanswered }: Filters): Record<'applicable' | 'attained' | 'effort', string> {
  return unanswered === 'exclude'
    ? { applicable: 'applicable::int - unanswered::int', attained: 'attained::int', effort: 'effort::int' }
    : {
        applicable: 'applicable::int',
        attained: 'attained::int',
        effort: 'effort::int + unanswered_effort::int'
      };
}

/**
 * The responses' counts over the criteria chosen: the stored totals, or the sums over themes and scopes, each of which is
 * stored under its first criterion: chosen where that one is.
 */
function responseScores(filters: Filters, chooses: boolean): string {
  const { applicable, attained, effort } = scoreColumns(filters);
  return !chooses
    ? `select response_id, ${applicable} as applicable, ${attained} as attained, ${effort} as effort,
         unanswered::int as unanswered
       from score where part = ${WHOLE}`
    : `select response_id, sum(${applicable}) as applicable, sum(${attained}) as attained, sum(${effort}) as effort,
         sum(unanswered::int) as unanswered
       from score semi join criterion_in_view on position = part group by response_id`;
}

function themeScores(filters: Filters): string {
  const { applicable, attained } = scoreColumns(filters);
  return `select response_id, theme_position, sum(${applicable})::int as applicable, sum(${attained})::int as attained
    from score
    semi join response_in_view on response_in_view.id = response_id
    join (select position, theme_position from criterion_in_view join theme_in_view using (theme)) on position = part
    group by response_id, theme_position`;
}

/** How many of the edges are reached, in whole numbers. */
export function bandIndex(
  edges: number,
  counts = { attained: 'attained', applicable: 'applicable' }
): string {
  const reached = Array.from(
    { length: edges },
    (_, i) => `(100 * (${counts.attained}) >= $edge_${i} * (${counts.applicable}))::int`
  );
  return ['0', ...reached].join(' + ');
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
  const appliesFrom = `case scope when 'common' then ${BLANK} else ${UNANSWERED} end::tinyint`;
  const countedFrom = filters.unanswered === 'exclude' ? '1::tinyint' : appliesFrom;
  const ctes = `
  criterion_in_view as (
    select position, code, theme, scope, target, level_count,
      ${appliesFrom} as applies_from, ${countedFrom} as counted_from
    from criterion where questionnaire_id = $questionnaire${conjunction(criterion)}
  ),
  response_chosen as (
    select id, product_id, product, vendor, vendor_key, corridor
    from response where campaign_id = $campaign and in_force${conjunction(product)}
  ),
  product_score as (
    select response_chosen.*, applicable, attained, effort, unanswered,
      case when applicable > 0 then attained / applicable::double end as rate,
      case when applicable > 0 then ${bandIndex(filters.edges.length)} end as band
    from (
      select response_chosen.*, coalesce(applicable, 0) as applicable, coalesce(attained, 0) as attained,
        coalesce(effort, 0) as effort, coalesce(unanswered, 0) as unanswered
      from response_chosen left join (${responseScores(filters, criterion.length > 0)}) score on score.response_id = response_chosen.id
    ) response_chosen
  ),
  product_in_view as (select * from product_score where true${conjunction(band)}),
  response_in_view as (from ${band.length === 0 ? 'response_chosen' : 'product_in_view'}),
  theme_in_view as (select theme, min(position) as theme_position from criterion_in_view group by theme),
  theme_score as (${themeScores(filters)}),
  cell_in_view as (
    select *, case when counted then greatest(0, target - greatest(answer, 0)) end as gap
    from (
      select response_id, position, answer, target, answer >= applies_from as applies, answer >= counted_from as counted
      from answer
      semi join response_in_view on response_in_view.id = answer.response_id
      join criterion_in_view using (position)
    )
  )`;
  const parameters = {
    campaign: campaignId,
    questionnaire: questionnaireId,
    ...parametersOf([...criterion, ...product, ...band])
  };
  const edges = Object.fromEntries(filters.edges.map((edge, i) => [`edge_${i}`, edge]));
  return { ctes, parameters: { ...parameters, ...edges } };
}
