import type { JsonObject, JsonValue } from './json-value.ts';
import { Refused } from './refusal.ts';

/** Figures of the API that are computed from answers, and no attributes of a product. */
const computed = new Set(['id', 'applicable', 'attained', 'rate', 'band', 'effort']);

/** Whether this is a product with its answers, as `/api/v1/campaigns/CODE/products/ID` gives it. */
export function holdsAnswers({ fields }: JsonObject): boolean {
  return Array.isArray(fields.get('answers'));
}

/** Whether this is a product of `/api/v1/campaigns/CODE/products`, which holds no answers. */
export function isProductFigures({ fields }: JsonObject): boolean {
  return ['id', 'product', 'vendor', 'applicable', 'attained'].every((field) => fields.has(field));
}

/** One row for each answer; a product that gives none has a row without criterion, which is then reported. */
export function answerRows(product: JsonObject): JsonObject[] {
  const own = [...product.fields].filter(([field]) => field !== 'answers' && !computed.has(field));
  const answers = (product.fields.get('answers') ?? []) as JsonValue[];
  if (answers.length === 0) return [row(product.line, own, '', null)];
  return answers.map((answer) => {
    if (!isObject(answer)) throw new Refused('json_shape', { line: product.line });
    return row(answer.line, own, answer.fields.get('criterion') ?? '', answerOf(answer));
  });
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
