import type { JsonObject, JsonValue } from './json-value.ts';
import { Refused } from './refusal.ts';

/** Figures of the API that are computed from answers, and no attributes of a product. */
const computed = new Set(['id', 'applicable', 'attained', 'rate', 'band', 'effort']);

/**
 * Whether this is a product with its answers: a list of them, as `/api/v1/campaigns/CODE/products/ID` gives it, or one by
 * criterion, as `campaign.json` of a campaign's export does.
 */
export function holdsAnswers({ fields }: JsonObject): boolean {
  const answers = fields.get('answers');
  return typeof answers === 'object' && answers !== null;
}

/** The products of a whole campaign, as `campaign.json` holds them beside its questionnaire; undefined where it is none. */
export function productsOf({ fields }: JsonObject): JsonObject[] | undefined {
  const products = fields.get('products');
  if (!Array.isArray(products) || products.length === 0) return undefined;
  return products.every((one) => isObject(one) && holdsAnswers(one)) ? (products as JsonObject[]) : undefined;
}

/** Whether this is a product of `/api/v1/campaigns/CODE/products`, which holds no answers. */
export function isProductFigures({ fields }: JsonObject): boolean {
  return ['id', 'product', 'vendor', 'applicable', 'attained'].every((field) => fields.has(field));
}

/** One row for each answer; a product that gives none has a row without criterion, which is then reported. */
export function answerRows(product: JsonObject): JsonObject[] {
  const own = ownFields(product);
  const answers = product.fields.get('answers') ?? [];
  const rows = Array.isArray(answers) ? listed(product, own, answers) : byCriterion(own, answers);
  return rows.length > 0 ? rows : [row(product.line, own, '', null)];
}

/** What is said of the product: in an export of Palier's own, what its columns were lies together as `attributes`. */
function ownFields({ fields }: JsonObject): [string, JsonValue][] {
  return [...fields].flatMap(([field, value]): [string, JsonValue][] => {
    if (field === 'answers' || computed.has(field)) return [];
    if (field === 'submittedAt') return [['submitted_at', value]];
    return field === 'attributes' && value !== null && isObject(value) ? [...value.fields] : [[field, value]];
  });
}

function listed(product: JsonObject, own: [string, JsonValue][], answers: JsonValue[]): JsonObject[] {
  return answers.map((answer) => {
    if (!isObject(answer)) throw new Refused('json_shape', { line: product.line });
    return row(answer.line, own, answer.fields.get('criterion') ?? '', answerOf(answer));
  });
}

function byCriterion(own: [string, JsonValue][], answers: JsonValue): JsonObject[] {
  if (!isObject(answers)) return [];
  return [...answers.fields].map(([criterion, answer]) => row(answers.line, own, criterion, answer));
}

export function isObject(value: JsonValue): value is JsonObject {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

function row(line: number, own: [string, JsonValue][], criterion: JsonValue, answer: JsonValue): JsonObject {
  return { line, fields: new Map<string, JsonValue>([...own, ['criterion', criterion], ['answer', answer]]) };
}

/** The answer as it is written, else as the API's level, state and blank say. */
function answerOf({ fields }: JsonObject): JsonValue {
  const given = fields.get('answer') ?? fields.get('level') ?? null;
  if (given !== null || fields.get('blank') === 'true') return given;
  const state = fields.get('state') ?? null;
  return state === 'not_applicable' ? 'NA' : state;
}
